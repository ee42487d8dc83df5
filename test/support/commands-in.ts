import { commandsOf } from '../../src/runbook/commands-of.ts';
import type { Command } from '../../src/runbook/model.ts';
import { parseRunbook } from '../../src/runbook/parse.ts';

/** All commands of a text. */
export const commandsIn = (text: string): readonly Command[] =>
  commandsOf(parseRunbook(new TextEncoder().encode(text), 'x.md'));

/** What is typed in a text, and when it is. */
export const textsIn = (text: string): readonly (readonly [text: string, condition: string | undefined])[] =>
  commandsIn(text).map((command) => [command.text, command.condition]);
