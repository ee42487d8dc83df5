import { codeLikeness, isOwnCall, isQuery, NO_PROGRAMS, READS_MANUAL } from '../command/code-likeness.ts';
import { isSentence } from '../command/likeness.ts';
import { LABEL, LISTED, OPTIONAL, RUNS_NEXT, SCRIPT_NAME } from '../knowledge/around-code.ts';
import { OPERATES, RUNS_DIRECTLY, RUNS_PROGRAM, TELLS } from '../knowledge/cues.ts';
import type { Command } from '../model.ts';
import { SIGNS } from './signs.ts';

/** Inline code that the text tells the reader to run, and the words that it stands in. */
export interface Told {
  readonly command: Command;
  readonly sentence: string;
}

/** Does the text around it tell the reader to run this inline code, or does it only mention it? */
export const isTold = (value: string, text: string, after: string, own = NO_PROGRAMS): boolean => {
  const before = text.replace(LABEL, '').replace(OPTIONAL, '');
  if (isOwnCall(value, after))
    if (/\s/.test(value) ? RUNS_DIRECTLY.test(before) || OPERATES.test(before) : RUNS_PROGRAM.test(before))
      return true;
  const likeness = SCRIPT_NAME.test(value) && RUNS_NEXT.test(before) ? 2 : codeLikeness(value, own);
  if (likeness === 0 || (isSentence(value) && !isQuery(value)) || READS_MANUAL.test(value)) return false;
  const isListed = LISTED.test(before);
  const code = { value, before, after, likeness, isListed, isOrdered: TELLS.test(before) };
  return SIGNS.find(({ holds }) => holds(code))?.told(code) ?? false;
};
