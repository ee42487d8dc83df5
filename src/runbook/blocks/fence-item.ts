import type { Session } from '../command/client-statements.ts';
import type { OwnPrograms } from '../command/code-likeness.ts';
import { toCommand } from '../command/command.ts';
import type { Statement } from '../command/statements.ts';
import type { CodeBlock } from '../markdown/code-block.ts';
import type { Command } from '../model.ts';

/** A comment that says what comes next, or a command: what a block of code holds, in its order. */
export type FenceItem =
  | { readonly type: 'comment'; readonly text: string; readonly line: number }
  | { readonly type: 'command'; readonly command: Command };

/** Where a statement is typed, and what it printed. */
type Typed = Pick<Command, 'kind' | 'client' | 'openedAt' | 'expectedOutput'>;

/**
 * A statement of a block.
 * @param offset the line of the block that the statement's own lines are counted from
 */
export const typedIn = (
  { firstLine, where, language }: CodeBlock,
  { text, first, last, invalid }: Statement,
  typed: Typed,
  offset = 0,
): FenceItem => ({
  type: 'command',
  command: toCommand({
    text,
    lines: [firstLine + offset + first, firstLine + offset + last],
    where,
    ...typed,
    ...(language === '' ? {} : { language }),
    ...(invalid === undefined ? {} : { invalid }),
  }),
});

/** The block for what is typed in another language than the one that it names. */
export const inOtherLanguage = (block: CodeBlock): CodeBlock => ({ ...block, language: '' });

export const lineOf = (item: FenceItem): number =>
  item.type === 'comment' ? item.line : item.command.lines[0];

/** What stands around a block. */
export interface Surroundings {
  /** The text right before it. */
  readonly intro: string;
  /** The client that a block before it opened, and where. */
  readonly session?: Session;
  /** Another block of code stands between that text and this one. */
  readonly follows: boolean;
  /** Programs that only the file knows. */
  readonly programs: OwnPrograms;
}
