import type { Lines } from '../core/location.ts';
import { opensClient } from './client-statements.ts';
import { DESTRUCTIVE } from './knowledge/destructive.ts';
import { ENDLESS } from './knowledge/endless.ts';
import { INTERACTIVE } from './knowledge/interactive.ts';
import type { Command, CommandFlag, CommandKind, CommandPlace } from './model.ts';
import { findPlaceholders, maskPlaceholders } from './placeholders.ts';
import { targetOf, toolsOf } from './tools.ts';

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

/** How much of a command, in characters, is searched for what its verbs and options say. */
const TELLING = 4000;

/** A command with all that its text says of it. */
export const toCommand = (found: Found): Command => {
  const { kind, text } = found;
  const placeholders = findPlaceholders(text);
  const shell = kind === 'shell';
  const plain = text.slice(0, TELLING).replaceAll(/\\\n\s*/g, ' ');
  const unquoted = maskPlaceholders(plain).replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '""');
  const holds: Readonly<Partial<Record<CommandFlag, boolean>>> = {
    placeholder: placeholders.length > 0,
    interactive:
      shell && (opensClient(text) !== undefined || INTERACTIVE.some((form) => form.test(unquoted))),
    endless: shell && ENDLESS.some((form) => form.test(plain)),
    destructive: DESTRUCTIVE.some((form) => form.test(plain)),
  };
  return {
    ...found,
    flags: (Object.keys(holds) as CommandFlag[]).filter((flag) => holds[flag]),
    placeholders,
    runsOn: shell ? targetOf(text) : { kind: 'host' },
    tools: shell && found.invalid === undefined ? toolsOf(text) : [],
  };
};

const ORDER: readonly CommandFlag[] = [
  'placeholder',
  'interactive',
  'endless',
  'destructive',
  'alternative',
  'conditional',
];

/** The command with one more flag. */
export const withFlag = (command: Command, flag: CommandFlag): Command =>
  command.flags.includes(flag)
    ? command
    : { ...command, flags: ORDER.filter((each) => each === flag || command.flags.includes(each)) };
