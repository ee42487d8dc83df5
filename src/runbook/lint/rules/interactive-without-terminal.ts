import { opensClient } from '../../command/client-statements.ts';
import { hasTrait } from '../../command/traits.ts';
import { fenceAt, nextInFence } from '../by-line.ts';
import { CONFIRMATIONS } from '../knowledge/confirmations.ts';
import { TERMINAL, WANTS_TERMINAL } from '../knowledge/terminals.ts';
import type { Command } from '../../model.ts';
import type { Edit, Page, PlacedCommand, Problem, Rule } from '../model.ts';
import { placeIn, spanIn } from '../place.ts';
import { oneLine, shown, quotesBlanked } from '../text.ts';

export const interactiveWithoutTerminal: Rule = {
  id: 'interactive-without-terminal',
  severity: 'warning',
  summary: 'a command wants a person at a terminal, and need not',
  check: (page) => {
    const typedFirst = new Map<number | undefined, PlacedCommand>();
    for (const placed of page.commands.toReversed())
      if (placed.command.kind === 'client') typedFirst.set(placed.command.openedAt, placed);
    return page.commands
      .filter(({ command }) => command.kind === 'shell')
      .flatMap((placed) => [
        ...terminal(page, placed),
        ...session(page, placed, typedFirst.get(placed.command.lines[0])),
        ...confirmation(page, placed),
      ]);
  },
};

/** `-t` for a program that does its work and ends. */
const terminal = (page: Page, { command }: PlacedCommand): readonly Problem[] => {
  const match = TERMINAL.exec(oneLine(command));
  const [, program = '', , verb, , option = ''] = match ?? [];
  if (match === null || opensClient(command.text) !== undefined) return [];
  const rest = oneLine(command).slice(match.index + match[0].length);
  if (
    command.flags.includes('interactive') ||
    WANTS_TERMINAL.test(quotesBlanked(rest)) ||
    rest.trim().split(/\s+/).length < 2
  )
    return [];
  if (verb === 'run' && !/\s--\s|\s\S+\s+\S+/.test(rest)) return [];
  const place = placeIn(page, command, option);
  const instead = /compose/.test(program) ? '-T' : '-i';
  return [
    {
      message: `${option} asks for a terminal that "${shown(command)}" does not need: "the input device is not a TTY" in any script`,
      place,
      hint: `write ${instead}`,
      ...fixOf(page, command, place.line, option, instead),
    },
  ];
};

const fixOf = (
  page: Page,
  command: Command,
  line: number,
  option: string,
  instead: string,
): { fix?: readonly Edit[] } => {
  const [from] = spanIn(page, command, line) ?? [0];
  const start = (page.raw[line - 1] ?? '').slice(from).search(new RegExp(`(?<=\\s)${option}(?=\\s)`));
  return start < 0
    ? {}
    : { fix: [{ line, start: from + start, end: from + start + option.length, text: instead }] };
};

/** A client is opened, and its statements stand below it in the same fence. */
const session = (
  page: Page,
  { command }: PlacedCommand,
  typed: PlacedCommand | undefined,
): readonly Problem[] => {
  const fence = fenceAt(page, command.lines[0]);
  if (
    typed === undefined ||
    fence === undefined ||
    opensClient(command.text) === undefined ||
    typed.command.lines[0] > fence[1] ||
    isPrompted(page, typed)
  )
    return [];
  return [
    {
      message: `what follows must be typed into ${typed.command.client ?? 'the client'} by hand: pasted or scripted, the shell gets it`,
      place: placeIn(page, command),
      hint: 'give the statements along: psql -c "…", redis-cli COMMAND, or a here-document (<<\'EOF\')',
    },
  ];
};

/** A transcript shows the client's prompt: nobody takes that for the shell's. */
const isPrompted = (page: Page, { command }: PlacedCommand): boolean =>
  !(page.lines[command.lines[0] - 1] ?? '')
    .trimStart()
    .startsWith((command.text.split('\n')[0] ?? '').trim());

/** Where something follows in the same block, what is pasted answers the question. Else a person is there to answer. */
const confirmation = (page: Page, placed: PlacedCommand): readonly Problem[] => {
  const { command } = placed;
  const text = quotesBlanked(oneLine(command));
  const found = CONFIRMATIONS.find((each) => hasTrait(text, each));
  return found === undefined
    ? []
    : [
        {
          message: `"${shown(command)}" waits for y/n`,
          place: placeIn(page, command),
          hint: found.answer,
          ...(found.meant === true || nextInFence(page, placed) === undefined
            ? { severity: 'info' as const }
            : {}),
        },
      ];
};
