import type { Lines } from '../core/location.ts';
import { CLIENTS, DESTRUCTIVE, ENDLESS, INTERACTIVE } from './knowledge/commands.ts';
import type { Command, CommandFlag, CommandKind, CommandPlace } from './model.ts';
import { findPlaceholders } from './placeholders.ts';
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

/** A command with all that its text says of it. */
export const toCommand = (found: Found): Command => {
  const { kind, text } = found;
  const placeholders = findPlaceholders(text);
  const shell = kind === 'shell';
  const flags: readonly (readonly [CommandFlag, boolean])[] = [
    ['placeholder', placeholders.length > 0],
    [
      'interactive',
      shell && (opensClient(text) !== undefined || INTERACTIVE.some((form) => form.test(text))),
    ],
    ['endless', shell && ENDLESS.some((form) => form.test(text))],
    ['destructive', DESTRUCTIVE.some((form) => form.test(text))],
  ];
  return {
    ...found,
    flags: flags.filter(([, holds]) => holds).map(([flag]) => flag),
    placeholders,
    runsOn: shell ? targetOf(text) : { kind: 'host' },
    tools: shell && found.invalid === undefined ? toolsOf(text) : [],
  };
};

/** The client that a command opens without giving it a statement: what comes next is typed into it. */
export const opensClient = (text: string): string | undefined => {
  if (/[|<]|&&/.test(text)) return undefined;
  return CLIENTS.find(({ program, statement }) => program.test(text) && !statement.test(text))?.name;
};
