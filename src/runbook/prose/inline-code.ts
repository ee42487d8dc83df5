import { isWhole } from '../command/code-likeness.ts';
import {
  ACTS_LABEL,
  IN_BIN,
  IN_CASE,
  IS_SCRIPT,
  NAMES_PLACE,
  ORDER_LABEL,
  RUNS_BEFORE,
  RUNS_PATH,
} from '../knowledge/around-code.ts';
import { ASKS, A_PLAIN, HELPS, IS_SUBJECT, LABEL_CUE } from '../knowledge/cues.ts';
import { ORDERS } from '../knowledge/leads.ts';
import type { Likeness } from '../command/likeness.ts';

/** Inline code, with the text of its block on both sides. */
export interface Inline {
  readonly value: string;
  readonly before: string;
  readonly after: string;
  readonly likeness: Likeness;
  /** One of several: "`x`, `y` and finally `z`". */
  readonly isListed: boolean;
  /** The text tells the reader to run what follows. */
  readonly isOrdered: boolean;
}

export type Test = (code: Inline) => boolean;

export const isWholeCode: Test = ({ value, likeness }) => isWhole(value, likeness);
export const isCertainCode: Test = ({ likeness }) => likeness === 3;
export const never: Test = () => false;
export const always: Test = () => true;

export const runsPath: Test = ({ value, before, after, isListed }) =>
  RUNS_PATH.test(before) ||
  (IS_SCRIPT.test(value) &&
    ((isListed && RUNS_BEFORE.test(before)) ||
      (LABEL_CUE.test(before) && !NAMES_PLACE.test(before) && !IS_SUBJECT.test(after)))) ||
  (IN_BIN.test(value) && ACTS_LABEL.test(before));

/** "Does `x` answer?", "Are all ready (`x`)?" */
export const isAsked: Test = ({ before, after }) => /^[^.`]{0,80}\?/.test(after) && ASKS.test(before);

/** "A simple `x` usually helps." */
export const helps: Test = ({ before, after }) =>
  (A_PLAIN.test(before) || IN_CASE.test(before) || /^\W*$|\w \($|\s[-–—]{1,2} $/.test(before)) &&
  HELPS.test(after);

/** "Restore the backup: `shop restore a.gz`", "Enable restores: `shop enable_restore`": a program that nobody knows, with the order as its own. */
export const repeatsOrder: Test = ({ value, before, likeness }) => {
  const order = ORDER_LABEL.exec(before)?.[1]?.toLowerCase() ?? '';
  const [program, ...words] = value.split(/[\s_:-]+/);
  return likeness > 0 && ORDERS.has(order) && program !== order && words.includes(order);
};
