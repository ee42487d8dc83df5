import { formatDuration } from '../core/duration.ts';
import { readable, readableLine } from '../core/readable.ts';
import { isOpposite } from '../runbook/cases.ts';
import { commandsOf } from '../runbook/commands-of.ts';
import type { Claim, Command, Part, Procedure, Runbook, Step } from '../runbook/model.ts';
import { eachLine } from '../runbook/text/lines.ts';
import { cellsOf } from '../runbook/text/table-rows.ts';
import { understood } from './claim.ts';
import type { Style } from './style.ts';

/** A runbook as a tree that a person can check in ten seconds. */
export const renderRunbook = (runbook: Runbook, style: Style): string => {
  const commands = commandsOf(runbook).length;
  const path = readableLine(runbook.path);
  const { procedures, reference, title } = readable({
    procedures: runbook.procedures,
    reference: runbook.reference,
    title: runbook.title,
  });
  const items = stepLinesOf([...procedures.flatMap(({ parts }) => parts), ...reference]);
  const shown = (part: Part): readonly string[] => partLines(withoutItems(part, items), style);
  return [
    `${style.strong(title ?? path)}  ${style.faint(`${title === undefined ? '' : `${path}: `}${count(procedures.length, 'procedure')}, ${count(commands, 'command')}`)}`,
    ...procedures.flatMap((procedure) => procedureLines(procedure, shown, style)),
    ...(reference.length === 0 ? [] : ['', style.strong('outside of all procedures')]),
    ...reference.flatMap(shown),
    '',
  ]
    .join('\n')
    .replaceAll('\t', ' ');
};

/** Lines that are shown as steps. */
const stepLinesOf = (parts: readonly Part[]): ReadonlySet<number> =>
  new Set(parts.flatMap(({ steps }) => steps.flatMap(({ lines }) => [...eachLine(lines)])));

/** An item to be checked stands among the steps already, if need be of another part. */
const withoutItems = (part: Part, shown: ReadonlySet<number>): Part => ({
  ...part,
  claims: part.claims.filter(({ about, lines: [line] }) => about !== 'checklist' || !shown.has(line)),
});

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const procedureLines = (
  { heading, slug, alert, severity, lines, parts, claims }: Procedure,
  shown: (part: Part) => readonly string[],
  style: Style,
): readonly string[] => {
  const facts = [`#${slug}`, alert, severity, `L${lines[0]}–${lines[1]}`].filter(
    (fact) => fact !== undefined,
  );
  return [
    '',
    `${style.strong(heading)}  ${style.faint(facts.join(' · '))}`,
    ...claims.map((claim) => promiseLine(claim, '  ', style)),
    ...parts.flatMap(shown),
  ];
};

const partLines = (part: Part, style: Style): readonly string[] => {
  const about = [part.heading, part.branch === undefined ? undefined : 'only there'].filter(
    (fact) => fact !== undefined,
  );
  return [
    `  ${part.role}  ${style.faint(about.join(', '))}`,
    ...part.steps.flatMap((step) => stepLines(step, style)),
    ...part.claims.map((claim) => promiseLine(claim, '    ', style)),
  ];
};

const promiseLine = (claim: Claim, indent: string, style: Style): string => {
  const { about, text, lines } = claim;
  const row = text.startsWith('|') ? cellsOf(text).join(' · ') : text;
  return style.faint(`${indent}! L${lines[0]}  ${[about, understood(claim)].join(' ').trim()}: ${row}`);
};

const stepLines = ({ title, manual, fallback, lines, commands }: Step, style: Style): readonly string[] => {
  const shown = manual ? style.faint(`☐ L${lines[0]}  ${title}`) : title;
  const why = fallback ? style.faint('only if what was before did not help') : undefined;
  const line = [shown, why].filter((each) => each !== undefined).join('  ');
  return [...(line === '' ? [] : [`    ${line}`]), ...commands.map((command) => commandLine(command, style))];
};

const commandLine = (command: Command, style: Style): string => {
  const { lines, text, flags, client, kind, invalid, condition, timeout, expect, skip } = command;
  const [first = '', ...more] = text.split('\n');
  const marks = [
    kind === 'shell' ? undefined : (client ?? kind),
    ...flags.filter(
      (flag) => !(flag === 'alternative' || (flag === 'conditional' && condition !== undefined)),
    ),
    wayOf(command),
    condition === undefined || isOpposite(condition) ? condition : `if: ${condition}`,
    timeout === undefined ? undefined : `within ${formatDuration(timeout)}`,
    expect === undefined ? undefined : `must show "${expect}"`,
    skip ? 'not for a drill' : undefined,
    invalid === undefined ? undefined : 'not valid bash',
  ];
  const shown = marks.filter((mark) => mark !== undefined);
  return `    ${style.good('▸')} L${lines[0]}  ${first}${more.length > 0 ? ' …' : ''}${shown.length > 0 ? `  ${style.unsure(shown.join(', '))}` : ''}`;
};

/** Which way of which choice it is, as a drill's `choose` names it. */
const wayOf = ({ alternative }: Command): string | undefined => {
  if (alternative === undefined) return undefined;
  const { choice, option, name, when } = alternative;
  return `way ${option} of ${choice}${name === undefined ? '' : ` "${name}"`}${when === undefined ? '' : `, when: ${when}`}`;
};
