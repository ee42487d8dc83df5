import type { Paragraph } from 'mdast';
import { changes } from '../command/changes.ts';
import { withFlag } from '../command/command.ts';
import { opensClient } from '../command/client-statements.ts';
import {
  conditionOfIntro,
  conditionSpoken,
  isFallback,
  mayTellCase,
  troubleOfItem,
} from '../conditions/conditions.ts';
import { withCondition } from '../conditions/earlier-units.ts';
import { withOppositesWithin } from '../conditions/opposites.ts';
import { conditionInThisCase } from '../conditions/sentence-conditions.ts';
import { SPEAKS_FOR_SECTION } from '../knowledge/conditions.ts';
import { firstLineOf, textWithCode } from '../markdown/node-text.ts';
import { linesOf, textOf } from '../markdown/sections.ts';
import type { Command, Step } from '../model.ts';
import { clientOpened } from '../prose/client-inline.ts';
import { toldCommands } from '../prose/inline.ts';
import { proseCommands } from '../prose/prose.ts';
import { eachLine } from '../text/lines.ts';
import { LEAVES_CLIENT } from '../knowledge/clients.ts';
import { type Place, inPlace } from './place.ts';

/** What a paragraph tells to type: code of its sentences, and lines that are nothing but a command. It leads to what comes next. */
export const paragraphSteps = (node: Paragraph, place: Place): readonly Step[] => {
  const lead = place.intro;
  place.intro = textWithCode(node);
  if (mayTellCase(place.intro) && SPEAKS_FOR_SECTION.test(place.intro)) {
    const condition = conditionSpoken(place.intro);
    if (condition !== undefined) place.condition = condition;
  }
  const [first, last] = linesOf(node);
  const alone = isCodeAlone(node);
  const bare = proseCommands(place.raw, first, last, place.among);
  const told = toldCommands(node.children, { ...place, alone: place.among === undefined }).filter(
    ({ command }) => !bare.some((each) => goesOnIn(each, command)),
  );
  const fallback = bare.length === 0 && told.length > 0 && told.every(({ sentence }) => isFallback(sentence));
  const trouble = isLabelled(node) ? troubleOfItem(place.intro) : undefined;
  const typedInline = told.map(({ command, sentence }) => {
    const ledTo = alone ? conditionOfIntro(lead) : conditionInThisCase(sentence, [lead, place.intro]);
    const ownCase = changes(command) ? trouble : undefined;
    const typed = inPlace(withCondition(command, ledTo ?? ownCase), sentence, place);
    return fallback ? withoutCondition(typed) : typed;
  });
  const inline = withOppositesWithin(typedInline, textWithCode(node), place.condition);
  for (const { kind, text, lines } of inline) {
    const client = kind === 'shell' ? opensClient(text) : undefined;
    if (client !== undefined) place.session = { client, openedAt: lines[0] };
    if (kind === 'client' && LEAVES_CLIENT.test(text)) delete place.session;
  }
  const opened = inline.length === 0 && bare.length === 0 ? clientOpened(place.intro) : undefined;
  if (opened !== undefined) place.session = { client: opened };
  const taken = new Set(inline.flatMap(({ lines }) => eachLine(lines)));
  const typed = bare.filter(({ lines }) => !taken.has(lines[0]));
  const condition = typed[0]?.lines[0] === first ? conditionOfIntro(lead) : undefined;
  const prose = typed.map((command) => inPlace(withCondition(command, condition), '', place));
  // What is led to is not led to anything by itself.
  if ((prose.length > 0 && inline.length === 0 && lead.endsWith(':')) || alone) place.intro = lead;
  const commands = [...inline, ...prose].sort((a, b) => a.lines[0] - b.lines[0]);
  if (commands.length === 0) return [];
  const title = firstLineOf(node);
  return [
    {
      ...(inline.length > 0 && title ? { title } : {}),
      lines: [first, last],
      manual: false,
      commands,
      ...(fallback ? { fallback } : {}),
    },
  ];
};

/** Of a fallback: what it is for is known, and no person is asked. */
const withoutCondition = (command: Command): Command => {
  const { condition: _, ...rest } = command;
  return withFlag(rest, 'conditional');
};

/** What a shell starts for its output, in a line that a command goes on in: no code of the text. */
const goesOnIn = ({ lines: [first, last] }: Command, { lines: [line] }: Command): boolean =>
  line > first && line <= last;

/** "**Stuck jobs:** …": what it is about stands before it. */
const isLabelled = ({ children: [label, next] }: Paragraph): boolean =>
  label?.type === 'strong' &&
  (/:\s*$/.test(textOf(label)) || (next !== undefined && /^[^:.]{0,40}:\s/.test(textOf(next))));

/** Lines of nothing but inline code, which stand for a block. */
const isCodeAlone = ({ children }: Paragraph): boolean =>
  children[0]?.type === 'inlineCode' &&
  children.every(
    (child) => child.type === 'inlineCode' || child.type === 'break' || /^\s*\n\s*$/.test(textOf(child)),
  );
