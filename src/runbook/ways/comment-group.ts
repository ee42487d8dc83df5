import { isProgramCall } from '../command/code-likeness.ts';
import type { Command } from '../model.ts';

export interface Comment {
  readonly text: string;
  readonly line: number;
}

/** Comments, and the commands under them. */
export interface Group {
  readonly comments: readonly Comment[];
  readonly commands: readonly Command[];
}

/** The comments that speak for the commands below: what stands above a command that is itself commented out speaks for that one. */
export const speakingIn = (comments: readonly Comment[]): readonly Comment[] =>
  comments.slice(comments.findLastIndex(({ text }) => isProgramCall(text) && /\s-|[/@\d]/.test(text)) + 1);

export const NUMBERED = /^(?:step\s*)?\d+[a-z]?[.):]\s+/i;

/** A comment speaks for the commands up to the next blank line; a numbered one for its whole step. */
export const directlyUnder = ({ comments, commands }: Group): readonly Command[] => {
  if (comments.some(({ text }) => NUMBERED.test(text))) return commands;
  const gap = commands.findIndex(
    ({ lines }, index) => index > 0 && lines[0] > (commands[index - 1]?.lines[1] ?? 0) + 1,
  );
  return gap < 0 ? commands : commands.slice(0, gap);
};
