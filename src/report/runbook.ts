import type { Command, Part, Procedure, Runbook, Step } from '../runbook/model.ts';
import type { Style } from './style.ts';

/** A runbook as a tree that a person can check in ten seconds. */
export const renderRunbook = (runbook: Runbook, style: Style): string => {
  const commands = commandsOf(runbook).length;
  const { procedures, reference, path, title } = runbook;
  return [
    `${style.strong(title ?? path)}  ${style.faint(`${path}: ${count(procedures.length, 'procedure')}, ${count(commands, 'command')}`)}`,
    ...procedures.flatMap((procedure) => procedureLines(procedure, style)),
    ...(reference.length === 0 ? [] : ['', style.strong('outside of all procedures')]),
    ...reference.flatMap((part) => partLines(part, style)),
    '',
  ].join('\n');
};

/** All commands, in the order of the file's sections. */
export const commandsOf = ({ procedures, reference }: Runbook): readonly Command[] =>
  [...procedures.flatMap(({ parts }) => parts), ...reference].flatMap(({ steps }) =>
    steps.flatMap((step) => step.commands),
  );

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

const procedureLines = (
  { heading, slug, alert, severity, lines, parts }: Procedure,
  style: Style,
): readonly string[] => {
  const facts = [`#${slug}`, alert, severity, `L${lines[0]}–${lines[1]}`].filter(
    (fact) => fact !== undefined,
  );
  return [
    '',
    `${style.strong(heading)}  ${style.faint(facts.join(' · '))}`,
    ...parts.flatMap((part) => partLines(part, style)),
  ];
};

const partLines = (part: Part, style: Style): readonly string[] => {
  const about = [part.heading, part.branch === undefined ? undefined : 'only there'].filter(
    (fact) => fact !== undefined,
  );
  const promises = part.claims.map(({ about: kind, text, lines }) =>
    style.faint(`    ! L${lines[0]}  ${kind}: ${text}`),
  );
  return [
    `  ${part.role}  ${style.faint(about.join(', '))}`,
    ...part.steps.flatMap((step) => stepLines(step, style)),
    ...promises,
  ];
};

const stepLines = ({ title, manual, lines, commands }: Step, style: Style): readonly string[] => [
  ...(title === undefined ? [] : [`    ${manual ? style.faint(`☐ L${lines[0]}  ${title}`) : title}`]),
  ...commands.map((command) => commandLine(command, style)),
];

const commandLine = ({ lines, text, flags, client, kind, invalid }: Command, style: Style): string => {
  const [first = '', ...more] = text.split('\n');
  const marks = [
    kind === 'shell' ? undefined : (client ?? kind),
    ...flags,
    invalid === undefined ? undefined : 'not valid bash',
  ];
  const shown = marks.filter((mark) => mark !== undefined);
  return `    ${style.good('▸')} L${lines[0]}  ${first}${more.length > 0 ? ' …' : ''}${shown.length > 0 ? `  ${style.unsure(shown.join(', '))}` : ''}`;
};
