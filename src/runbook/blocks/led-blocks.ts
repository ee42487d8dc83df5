import type { OwnPrograms } from '../command/code-likeness.ts';
import { sentencesOf } from '../conditions/conditions.ts';
import {
  DOES,
  ENDS_IN_HOW,
  IS_ABOUT_OUTPUT,
  IS_NO_PLACE,
  IS_NO_PROGRAM,
  IS_SHOWN,
  IS_WRITTEN,
  LISTS_NAMES,
  NAMES_COMMAND,
  ORDERS,
  RUNS,
  RUNS_OTHER,
  SPEAKS_OF_DOING,
  TASK,
} from '../knowledge/leads.ts';
import { SCRIPT_ENDING } from '../knowledge/scripts.ts';
import { couldBeTyped, likenessOf } from '../command/likeness.ts';
import { isRemark } from '../command/remarks.ts';

const IS_NAME = new RegExp(String.raw`^\s*(?:[a-z][a-z\d]*(?:[-_][a-z\d]+)*|[\w-]+${SCRIPT_ENDING})\s*$`);

/** "Run the checker:", and nothing but a name: `pve8to9`, `upgrade-status`, `rotate-certs.sh`. */
export const isNameToRun = (lines: readonly string[], intro: string): boolean => {
  const [name = '', ...more] = lines.filter((line) => line.trim() !== '');
  const last = sentencesOf(intro).at(-1) ?? '';
  return (
    more.length === 0 &&
    IS_NAME.test(name) &&
    ((RUNS.test(last) && !IS_NO_PROGRAM.test(last)) ||
      (NAMES_COMMAND.test(last) && !IS_ABOUT_OUTPUT.test(last)) ||
      (/\.\w+\s*$/.test(name) && DOES.test(last) && !IS_WRITTEN.test(last)))
  );
};

/**
 * Is what stands in a block without a language typed, though no line of it shows that: plain words of a program that is not known?
 * The text before it tells so ("Run the following command:"), or the lines do (`make deploy`).
 * @returns whether all lines are, or only the first of them
 */
export const isLed = (
  lines: readonly string[],
  intro: string,
  programs: OwnPrograms,
): 'all' | 'first' | undefined => {
  const own = lines.filter((line, index) => !isRemark(line) && !/\\\s*$/.test(lines[index - 1] ?? ''));
  const lead = (sentencesOf(intro).at(-1)?.trim() ?? '').replace(ASIDE_AFTER_COLON, '');
  const runs = tellsToRun(lead);
  const does = DOES.test(lead) || leadsToDoing(lead);
  const orders = does && !LISTS_NAMES.test(lead) && !IS_WRITTEN.test(lead);
  const isTyped = (line: string): boolean => {
    const typed = line.trim();
    if (likenessOf(typed) >= 2 || TASK.test(typed)) return true;
    const [program = '', ...words] = typed.split(/\s+/);
    return (
      couldBeTyped(typed) &&
      (runs || programs.has(program) || (orders && words.slice(0, 3).some((word) => isOrder(word))))
    );
  };
  if (own.length > 0 && own.every(isTyped)) return 'all';
  const [first = ''] = own;
  return runs && likenessOf(first) < 2 && isTyped(first) ? 'first' : undefined;
};

/** "Run: (this takes an hour)" */
const ASIDE_AFTER_COLON = /(?<=[:：])\s*\([^()]*\)\W*$/;

/** "If it hangs, stop it:", "How to stop it:", "As root:" */
const leadsToDoing = (lead: string): boolean =>
  /[:：]\W*$/.test(lead) &&
  !IS_NO_PLACE.test(lead) &&
  (DOES.test(lead.split(/,\s+/).at(-1) ?? '') || (SPEAKS_OF_DOING.test(lead) && !IS_SHOWN.test(lead)));

const tellsToRun = (lead: string): boolean =>
  !IS_ABOUT_OUTPUT.test(lead) &&
  (NAMES_COMMAND.test(lead) ||
    (RUNS.test(lead) && !RUNS_OTHER.test(lead)) ||
    (ENDS_IN_HOW.test(lead) && !IS_WRITTEN.test(lead)));

/** `add`, `db:migrate`, `list-users` */
const isOrder = (word: string): boolean =>
  ORDERS.has(word) || (/^[a-z-]+[:-]/.test(word) && word.split(/[:-]/).some((part) => ORDERS.has(part)));
