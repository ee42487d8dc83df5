import { TASK } from '../knowledge/leads.ts';
import { isLikelyTyped, likenessOf } from '../command/likeness.ts';
import type { Prompt } from '../command/prompts.ts';
import { isRemark } from '../command/remarks.ts';

const MARKS: readonly RegExp[] = [/^\s*\d{1,2}[.)]\s+/, /^\s*[-*•]\s+/];

/** Where each line of a block has a number or a sign of a list before what surely is typed: `1. systemctl stop web`, `- docker ps -a`. */
export const listMarkIn = (lines: readonly string[]): ((line: string) => Prompt | undefined) | undefined => {
  const own = lines.filter((line) => !isRemark(line));
  const mark = MARKS.find((each) => {
    const typed = own.map((line) => (each.test(line) ? line.replace(each, '').trim() : ''));
    return (
      own.length > 1 &&
      typed.every((text) => isLikelyTyped(text) || TASK.test(text)) &&
      typed.some((text) => likenessOf(text) === 3)
    );
  });
  if (mark === undefined) return undefined;
  return (line) => {
    const length = mark.exec(line)?.[0].length;
    return length === undefined ? undefined : { length };
  };
};
