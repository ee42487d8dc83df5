import type { Lines } from '../../core/location.ts';
import { remembered } from '../../core/remembered.ts';
import { byWords } from './by-words.ts';
import { opensClient } from './client-statements.ts';
import { ASKS } from '../knowledge/asks.ts';
import { DESTRUCTIVE, LOOKS_FOR } from '../knowledge/destructive.ts';
import { DESTRUCTIVE_TEXT } from '../knowledge/destructive-text.ts';
import { DESTRUCTIVE_TOOLS } from '../knowledge/destructive-tools.ts';
import { ENDLESS, ENDLESS_TEXT } from '../knowledge/endless.ts';
import { ASKS_FOR_HELP, FULL_SCREEN, INTERACTIVE, INTERACTIVE_TEXT } from '../knowledge/interactive.ts';
import { LOSSES, LOSSES_TEXT } from '../knowledge/losses.ts';
import { TAKES_STATEMENTS } from '../knowledge/takes-statements.ts';
import type { Alternative, Command, CommandFlag, CommandKind, CommandPlace } from '../model.ts';
import { findPlaceholders } from './placeholders.ts';
import { type SimpleCommand, withoutDocuments } from './simple-commands.ts';
import { programsStarted, tellingOf, withoutValues } from './started.ts';
import { targetOf, toolsOf } from './tools.ts';
import { hasOneOf } from './traits.ts';

interface Found {
  readonly text: string;
  readonly lines: Lines;
  readonly where: CommandPlace;
  readonly kind: CommandKind;
  readonly language?: string;
  readonly client?: string;
  readonly openedAt?: number;
  readonly expectedOutput?: string;
  readonly invalid?: string;
}

/** A command with all that its text says of it. */
export const toCommand = (found: Found): Command => {
  const { flags, placeholders } = judged[found.kind](found.text);
  const shell = found.kind === 'shell';
  return {
    ...found,
    flags,
    placeholders,
    runsOn: shell ? targetOf(found.text) : { kind: 'host' },
    tools: shell && found.invalid === undefined ? toolsOf(found.text) : [],
  };
};

type Judged = Pick<Command, 'flags' | 'placeholders'>;

const judge =
  (kind: CommandKind) =>
  (text: string): Judged => {
    const placeholders = findPlaceholders(text);
    const shell = kind === 'shell';
    const plain = tellingOf(text);
    const said = withoutValues(plain);
    const simple = shell ? programsStarted(plain) : [];
    const holds: Readonly<Partial<Record<CommandFlag, boolean>>> = {
      placeholder: placeholders.length > 0,
      interactive: shell ? simple.some(waitsForTyping) : kind === 'client' && INTERACTIVE_TEXT.test(plain),
      endless:
        simple.some(({ itself, bounded }) => !bounded && isEndless(itself)) ||
        ENDLESS_TEXT.test(shell ? withoutDocuments(plain) : plain),
      destructive:
        simple.some(({ itself }) => !PRINTS_HELP.test(itself) && isDestructive(itself)) ||
        (destructiveForms(said).some((form) => form.test(said)) && !LOOKS_FOR.test(said)),
    };
    return { flags: (Object.keys(holds) as CommandFlag[]).filter((flag) => holds[flag]), placeholders };
  };

/** A folder of runbooks says the same thing many times: one command in six of the public ones stands in another place, too. */
const judged: Readonly<Record<CommandKind, (text: string) => Judged>> = {
  shell: remembered(judge('shell')),
  client: remembered(judge('client')),
  sql: remembered(judge('sql')),
};

const PRINTS_HELP = /\s--help(?=\s|$)/;

const destructiveForms = byWords(
  [...DESTRUCTIVE_TEXT, ...LOSSES_TEXT.map(({ form }) => form)],
  (form) => form,
);

const isEndless = hasOneOf(ENDLESS);
const isDestructive = hasOneOf([...LOSSES, ...DESTRUCTIVE, ...DESTRUCTIVE_TOOLS]);
const isInteractive = hasOneOf([...INTERACTIVE, ...ASKS]);
const takesStatements = hasOneOf(TAKES_STATEMENTS);
const fillsTerminal = hasOneOf([FULL_SCREEN]);

/**
 * What reads from a pipe, or from a text that it is given (`certbot delete <<< y`), is not typed to, a pager or an editor aside. Nor is a program that
 * takes its statements from a file; one that asks for a password does so all the same.
 */
const waitsForTyping = ({ text, piped }: SimpleCommand): boolean => {
  if (piped || text.includes('<<<')) return fillsTerminal(text);
  if (ASKS_FOR_HELP.test(text)) return false;
  return (
    isInteractive(text) || opensClient(text) !== undefined || (!/<(?!\()/.test(text) && takesStatements(text))
  );
};

const ORDER: readonly CommandFlag[] = [
  'placeholder',
  'interactive',
  'endless',
  'destructive',
  'alternative',
  'conditional',
];

/** The command with one flag less. */
export const withoutFlag = (command: Command, flag: CommandFlag): Command => ({
  ...command,
  flags: command.flags.filter((each) => each !== flag),
});

/** What a choice is called, by the line that it begins on. */
export const choiceAt = (line = 0): string => `L${line}`;

/** The first way of the choice that begins on a line. */
export const firstWayAt = (line?: number): Alternative => ({ choice: choiceAt(line), option: 1 });

/** The command as one way of a choice. */
export const asWayOf = (command: Command, alternative: Alternative): Command =>
  withFlag({ ...command, alternative }, 'alternative');

/** The command with one more flag. */
export const withFlag = (command: Command, flag: CommandFlag): Command =>
  command.flags.includes(flag)
    ? command
    : { ...command, flags: ORDER.filter((each) => each === flag || command.flags.includes(each)) };
