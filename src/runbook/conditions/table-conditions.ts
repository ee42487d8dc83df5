import type { TableRow } from 'mdast';
import {
  ACTION_HEADER,
  CAUSE_HEADER,
  IS_CASE,
  LOOK_HEADER,
  STATE_HEADER,
  TO_FIND_OUT,
  VERIFY_HEADER,
  WHEN_HEADER,
} from '../knowledge/table-headers.ts';
import { IMPERATIVE } from '../knowledge/cues.ts';
import { textOf } from '../markdown/sections.ts';

/** Does the first cell of each row say when to do what the others tell? */
export const answersCauses = ([header = '', ...others]: readonly string[]): boolean =>
  CAUSE_HEADER.test(header) || (STATE_HEADER.test(header) && others.some((each) => ACTION_HEADER.test(each)));

/** Is what changes nothing in a column done to find out whether the first cell of its row is the case? */
export const findsOut = ([first = '']: readonly string[], header: string): boolean =>
  VERIFY_HEADER.test(header) || (TO_FIND_OUT.test(first) && LOOK_HEADER.test(header));

/** What a column says of when: "| Use when |". */
export const whenOf = (
  { children }: TableRow,
  headers: readonly string[],
): { readonly condition?: string } => {
  const cell = children[headers.findIndex((header) => WHEN_HEADER.test(header))];
  const condition = cell === undefined ? '' : textOf(cell).trim();
  return IS_CASE.test(condition) && !IMPERATIVE.test(condition) ? { condition } : {};
};
