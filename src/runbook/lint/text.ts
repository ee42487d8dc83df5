import { TELLING } from '../command/telling.ts';
import type { Command } from '../model.ts';

/** The telling part of a command on one line: continuations joined. */
export const oneLine = ({ text }: Command): string =>
  text.slice(0, TELLING).replaceAll(/\\[ \t]*\n\s*/g, ' ');

/** With what stands in quotes blanked, so that words in a message or a query are not taken for the command's own. */
export const quotesBlanked = (text: string): string =>
  text.replaceAll(
    /"(?:[^"\\]|\\.)*"|'[^']*'/g,
    (quoted) => `${quoted[0]}${'_'.repeat(Math.max(0, quoted.length - 2))}${quoted[0]}`,
  );

/** `a, b and c`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** The first line of a command, shortened for a message. */
export const shown = ({ text }: Command, longest = 60): string => {
  const line = (text.split('\n')[0] ?? '').replace(/\s*\\$/, '').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};
