import type { Session } from '../command/client-statements.ts';
import type { OwnPrograms } from '../command/code-likeness.ts';
import type { Command } from '../model.ts';

/** A comment that says what comes next, or a command: what a block of code holds, in its order. */
export type FenceItem =
  | { readonly type: 'comment'; readonly text: string; readonly line: number }
  | { readonly type: 'command'; readonly command: Command };

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
