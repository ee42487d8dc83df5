import type { Nodes } from 'mdast';
import { asWayOf, choiceAt, firstWayAt } from '../command/command.ts';
import { commandsIn, isTyped, withEach } from '../commands-of.ts';
import { FINDS_OUT } from '../knowledge/conditions.ts';
import type { Alternative, Step } from '../model.ts';
import { sentencesOf } from '../conditions/conditions.ts';
import {
  ALSO,
  ANOTHER_WAY,
  BY_HAND,
  BY_HAND_IN,
  BY_PLACE,
  BY_TERMINAL,
  CASE_OF,
  EITHER,
  FOR_EACH_WAY,
  FOR_KIND,
  LATER,
  LOOKS,
  NAMED_WAY,
  OFFERS,
  ONE_AIM,
  ONE_OF,
  OPTION,
  SAYS_HOW_IT_IS,
} from '../knowledge/ways.ts';
import { leadOf } from '../markdown/node-text.ts';
import { serviceOf } from './places.ts';
import { areOpposed } from './opposed.ts';
import { setTheSame } from './sibling-ways.ts';
import { hasCommands, type Unit } from '../conditions/units.ts';

/** The text that leads to a node: its own, or the one before a block and before the list of a way ("With Helm:"). */
export const introOf = (node: Nodes, before: string, own: string): string => {
  if (node.type === 'paragraph') return own;
  return node.type === 'code' || (node.type === 'list' && BY_PLACE.test(before.trim()))
    ? before
    : leadOf(node);
};

/** "There are two ways:", "There are two ways to restore it.", before items that are each followed by what is typed. */
export const isOffer = (text: string): boolean => {
  const offer = text.trim().replace(/\.$/, '');
  return ONE_OF.test(offer) && OFFERS.test(offer) && !LOOKS.test(offer) && !FINDS_OUT.test(offer);
};

/** Joins into a choice what the text offers as one: "Alternatively, …", "Option 1: … Option 2: …", "Linux: … macOS: …". */
export const linkWays = (units: readonly Unit[]): readonly Step[] => {
  if (!units.some(hasCommands)) return units.flatMap(({ steps }) => steps);
  const options = optionsOf(units);
  const named = new Set(options.filter((name) => name !== undefined));
  const choice = choiceAt(
    firstLine(units.find((unit, index) => options[index] !== undefined && unit.steps.length > 0)),
  );
  let way: Alternative | undefined;
  let before = -1;
  const linked: Unit[] = [];
  for (const [index, unit] of units.entries()) {
    const name = options[index];
    const previous = linked[before];
    if (named.size > 1 && name !== undefined) {
      way = undefined;
      linked.push(marked(unit, { choice, option: [...named].indexOf(name) + 1, name }));
    } else if (previous !== undefined && isBesideByHand(previous, unit)) {
      // Another way that is not typed: "Or in the console: …".
      linked[before] = marked(previous, firstWayAt(firstLine(previous)));
    } else if (previous !== undefined && hasCommands(unit) && isAnotherWay(previous, unit)) {
      way ??= { ...firstWayAt(firstLine(previous)), ...nameOf(previous) };
      linked[before] = markedBefore(unit, previous, way);
      way = { choice: way.choice, option: way.option + 1, ...nameOf(unit) };
      linked.push(marked(unit, way));
    } else {
      const last = hasCommands(unit) ? lastSentence(unit.intro) : '';
      const beside = previous === undefined && ALTERNATIVELY.test(last) && !SAYS_HOW_IT_IS.test(last);
      const hand = units[index - 1];
      const byHand = hand !== undefined && isInPlaceOf(unit, hand);
      const either =
        (EITHER.test(last) && !endsInText(unit)) ||
        byHand ||
        (beside && (!unit.opens || last !== unit.intro.trim()));
      linked.push(either ? marked(unit, firstWayAt(firstLine(unit))) : unit);
      if (hasCommands(unit)) way = undefined;
    }
    if (hasCommands(unit)) before = index;
  }
  return linked.flatMap(({ steps }) => steps);
};

/**
 * "One of these:" makes each unit a way of one choice.
 * @param offered the text says that they are ways, so that one that is typed has others beside it that are not
 */
export const eachAWay = (units: readonly Unit[], offered = false): readonly Step[] => {
  const choice = choiceAt(firstLine(units.find(hasCommands)));
  const typed = units.filter(hasCommands).length;
  if (typed < 2 && !(offered && typed === 1 && units.length > 1)) return units.flatMap(({ steps }) => steps);
  let option = 0;
  return units.flatMap((unit) =>
    hasCommands(unit) ? marked(unit, { choice, option: ++option, ...nameOf(unit) }).steps : unit.steps,
  );
};

/** "Use one of the following commands:" makes each command of a block a way, or each that has a remark of its own above it. */
export const eachCommandAWay = (steps: readonly Step[]): readonly Step[] => {
  const typed = commandsIn(steps);
  const [first] = typed;
  if (first === undefined || typed.length < 2) return steps;
  const choice = choiceAt(first.lines[0]);
  const remarked = steps.length > 1;
  let option = 0;
  return steps.map((step) => {
    if (remarked && isTyped(step)) option += 1;
    return withEach(step, (command) => asWayOf(command, { choice, option: remarked ? option : ++option }));
  });
};

const isAnotherWay = (previous: Unit, unit: Unit): boolean =>
  ENDS_WITH_OR.test(previous.intro) ||
  (ANOTHER_WAY.test(lastSentence(unit.intro)) && !SAYS_HOW_IT_IS.test(lastSentence(unit.intro))) ||
  (ANOTHER_WAY.test(unit.intro.trim()) && !SAYS_HOW_IT_IS.test(unit.intro.trim())) ||
  areOtherPlaces(placeOf(previous), placeOf(unit)) ||
  isOtherCase(lastSentence(previous.intro), lastSentence(unit.intro)) ||
  areOpposed(lastSentence(previous.intro), lastSentence(unit.intro)) ||
  canAlso(lastSentence(previous.intro), lastSentence(unit.intro)) ||
  (!LATER.test(unit.intro) && setTheSame(commandsIn(previous.steps), commandsIn(unit.steps)));

const areOtherPlaces = (place: string | undefined, other: string | undefined): boolean =>
  place !== undefined && other !== undefined && place !== other && serviceOf(place) === serviceOf(other);

/** "- `systemctl restart web` or", before the next item. */
const ENDS_WITH_OR = /[`\w),]\s+or\s*$/i;

/** "Or in the console: …", or "From the command line: `x`" beside "In the web UI: …". */
const isBesideByHand = (typed: Unit, { intro, steps }: Unit): boolean =>
  (!hasCommands({ steps }) && BY_HAND.test(intro)) || isInPlaceOf(typed, { intro, steps });

const isInPlaceOf = (typed: Unit, { intro, steps }: Unit): boolean =>
  steps.length === 0 && BY_HAND_IN.test(intro) && BY_TERMINAL.test(typed.intro);

/** "If the file is packed, unpack it with: … If the file is plain, …": the same thing, done by how it is. */
const isOtherCase = (before: string, text: string): boolean => {
  const [, of, how = '', then = ''] = CASE_OF.exec(before) ?? [];
  const [, other, otherHow = '', otherThen = ''] = CASE_OF.exec(text) ?? [];
  if (of === undefined || of.toLowerCase() !== other?.toLowerCase() || how === otherHow) return false;
  const opposed = otherHow.startsWith(`not ${how}`) || how.startsWith(`not ${otherHow}`);
  return opposed || (then === otherThen && then.split(' ').length > 4);
};

/** "Unpause the pool: … You can also unpause it by hand: …". */
const canAlso = (before: string, text: string): boolean => {
  const [, also, ofOther] = ALSO.exec(text) ?? [];
  const verb = ofOther === undefined ? also?.toLowerCase() : undefined;
  return verb !== undefined && before.toLowerCase().split(/\W+/).includes(verb);
};

const lastSentence = (text: string): string => sentencesOf(text).at(-1) ?? '';

/** Does the text end after what it tells: "Look at `x`, and either mend it or undo it."? */
const endsInText = ({ intro, steps }: Unit): boolean =>
  !/:\s*$/.test(intro) &&
  commandsIn(steps).some(({ where, text }) => where === 'inline' && intro.includes(`\`${text}\``));

/** Beside what is said before it and is not typed. */
const ALTERNATIVELY =
  /^(?:alternatively|as an alternative|or,?\s+(?:via|using|with|through|from|in|on|by|directly|manually)\b)/i;

/** "On Linux, run:" */
const THEN_RUN = /,\s+(?:run|use|do|execute|try|type)(?: the)?(?: following)?(?: commands?)?\s*:$/i;

/** The place that a unit's ways hold for: "On Linux:", "macOS:". */
const placeOf = ({ intro }: Unit): string | undefined => {
  const label = (/^\W*([^`\n]{2,80}?:)/.exec(intro)?.[1] ?? intro.trim()).replace(THEN_RUN, ':');
  if (BY_PLACE.test(label)) return label.replace(/:$/, '');
  return (FOR_KIND.exec(intro.trim()) ?? FOR_KIND.exec(lastSentence(intro)))?.[0];
};

const nameOf = (unit: Unit): { readonly name?: string } => {
  const name = placeOf(unit);
  return name === undefined ? {} : { name };
};

/** The option that each unit belongs to: the last one named before it; the last of all ends where what comes is for each of them. */
const optionsOf = (units: readonly Unit[]): readonly (string | undefined)[] => {
  const own = units.map(
    ({ intro, steps, item, part }) =>
      part ?? item ?? optionIn(intro) ?? OPTION.exec(steps[0]?.title ?? '')?.[1] ?? namedWay(intro),
  );
  const last = own.findLastIndex((name) => name !== undefined);
  let current: string | undefined;
  return units.map(({ intro }, index) => {
    const ends = units[index - 1]?.part !== undefined || (index > last && FOR_EACH_WAY.test(intro.trim()));
    current = own[index] ?? (ends ? undefined : current);
    return current;
  });
};

/** The option that a text names in its first line: "**Option 2: from a dump**". */
export const optionIn = (text: string): string | undefined => OPTION.exec(firstLineIn(text))?.[1];

/** "**delta option**", beside "**default option**". */
const namedWay = (text: string): string | undefined => {
  const named = NAMED_WAY.exec(firstLineIn(text))?.[1];
  return named === undefined || ONE_AIM.test(named.replace(/\s\S+$/, '')) ? undefined : named.toLowerCase();
};

const firstLineIn = (text: string): string => /^[^\n]*/.exec(text.trim())?.[0] ?? '';

/** The step with all its commands as one way of a choice. */
export const asWay = (step: Step, alternative: Alternative): Step =>
  withEach(step, (command) => (command.alternative === undefined ? asWayOf(command, alternative) : command));

const marked = ({ intro, steps }: Unit, alternative: Alternative): Unit => ({
  intro,
  steps: steps.map((step) => asWay(step, alternative)),
});

/** What one command is done instead of, where what comes before only makes ready for it: "mkdir x", "tool --out x", and "An alternative: tool --fast". */
const markedBefore = (other: Unit, unit: Unit, alternative: Alternative): Unit => {
  const [instead, ...more] = programsIn(other);
  const programs = programsIn(unit);
  const once = programs.at(-1) === instead && programs.indexOf(instead ?? '') === programs.length - 1;
  if (more.length > 0 || programs.length < 2 || !once) return marked(unit, alternative);
  const [last, ...rest] = unit.steps.filter(isTyped).toReversed();
  const own = last?.commands.at(-1);
  if (last === undefined || own === undefined || rest.length > 0) return marked(unit, alternative);
  const only = { ...last, commands: [own] };
  const commands = [...last.commands.slice(0, -1), ...asWay(only, alternative).commands];
  return { ...unit, steps: unit.steps.map((step) => (step === last ? { ...step, commands } : step)) };
};

const programsIn = ({ steps }: Unit): readonly string[] =>
  commandsIn(steps).map(({ text }) => /^(?:sudo\s+)?(\S*)/.exec(text)?.[1] ?? '');

const firstLine = (unit: Unit | undefined): number | undefined => unit?.steps[0]?.lines[0];
