import type { TableRow } from 'mdast';
import {
  ACTION_HEADER,
  CAUSE_HEADER,
  EXPLAINED_BY,
  IS_CASE,
  STATE_HEADER,
  WHEN_HEADER,
} from '../knowledge/table-headers.ts';
import { IMPERATIVE } from '../knowledge/cues.ts';
import { textOf } from '../markdown/sections.ts';

/** Of what the others tell, does the first cell of each row say when to do it? A symptom that the next cell explains does so only of what changes something. */
export const answersCauses = ([header = '', ...others]: readonly string[]): 'all' | 'changes' | 'nothing' => {
  const isCase =
    CAUSE_HEADER.test(header) ||
    (STATE_HEADER.test(header) && others.some((each) => ACTION_HEADER.test(each)));
  if (!isCase) return 'nothing';
  return EXPLAINED_BY.test(header) || !others.some((each) => EXPLAINED_BY.test(each)) ? 'all' : 'changes';
};

/** What a column says of when: "| Use when |". */
export const whenOf = (
  { children }: TableRow,
  headers: readonly string[],
): { readonly condition?: string } => {
  const cell = children[headers.findIndex((header) => WHEN_HEADER.test(header))];
  const condition = cell === undefined ? '' : textOf(cell).trim();
  return IS_CASE.test(condition) && !IMPERATIVE.test(condition) ? { condition } : {};
};
