import { isTyped } from '../commands-of.ts';
import type { Step } from '../model.ts';

/** The steps of one block or one told command, and the text that leads to it. */
export interface Unit {
  readonly intro: string;
  readonly steps: readonly Step[];
  /** Nothing is said before its text. */
  readonly opens?: boolean;
  /** What was asked before it, to be answered with yes or no. */
  readonly asked?: string;
  /** The case that its text names: "No:", after what was asked, "Case 1: the disk is full". */
  readonly ownCase?: string;
  /** The item above it, where those of several lists are offered as ways. */
  readonly item?: string;
  /** The part that is unfolded in which it stands, where such parts are ways. */
  readonly part?: string;
}

export const hasCommands = ({ steps }: Pick<Unit, 'steps'>): boolean => steps.some(isTyped);
