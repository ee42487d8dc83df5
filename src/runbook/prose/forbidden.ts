import {
  ASIDE_IN_FORBIDDING,
  CLAUSE_END,
  CROSSED_OUT,
  DOES_HARM,
  DONE_SO,
  FORBIDDEN,
  FORBIDS,
  FORBIDS_THIS,
  LEFT_OUT,
  NOT_BUT_ANOTHER,
  ROW_BEFORE,
} from '../knowledge/cues.ts';
import { FORBIDS_BEHIND, FORBIDS_ELSEWHERE } from '../knowledge/foreign-orders.ts';

/** "Do not run `x`", "❌ `x`", "`x`: forbidden", also the second of "never run `x` or `y`"; what is said in a clause before, "to avoid this, run `x`", is not. */
export const isForbidden = ({
  before,
  after,
}: {
  readonly before: string;
  readonly after: string;
}): boolean => {
  const row = before.replace(ROW_BEFORE, '').replace(ASIDE_IN_FORBIDDING, '');
  const clause = row.split(CLAUSE_END).at(-1) ?? '';
  return (
    FORBIDS.test(clause) ||
    FORBIDS_THIS.test(row) ||
    LEFT_OUT.test(clause) ||
    CROSSED_OUT.test(row) ||
    NOT_BUT_ANOTHER.test(row) ||
    (DOES_HARM.test(after) && DONE_SO.test(row)) ||
    FORBIDDEN.test(after) ||
    FORBIDS_ELSEWHERE.test(clause.split(/[，；：]/).at(-1) ?? '') ||
    FORBIDS_BEHIND.test(after)
  );
};
