import { isSentence, likenessOf } from '../command/likeness.ts';
import { isRemark } from '../command/remarks.ts';

/** `qdel job-id       delete a job`: what a command is for, in a column of its own. */
const DESCRIBED = /^(\s*\S+(?: \S+)+)(?: ?\t[\t ]*| {3,})(?=[A-Za-z(\u0080-\uffff])([^|;$`<>="\\{}]+)$/;
const WORDS = /^\(?[A-Za-z][a-z]*(?: [\w,'’()/!-]+)+[.)]?$|[\u0080-\uffff]/;

/** `- Logs: docker compose logs -f web`, `└─ Restart it: systemctl restart web`: what a command is for, before it, and the branch of a tree. */
const LABELLED =
  /^\s*(?:(?:[-*•☐✓]|\d{1,2}[.)])\s+[A-Z][\w /-]{1,30}:|[│ ]*[├└╰]─+(?:\s+[A-Z][\w /-]{1,30}:)?)\s+((?!\w+=)[a-z.~/]\S*\s(?!.*\b(?:is|are|was|were|has|have|the|not)\b).*)$/;

/** Commands without what each is for: before it in an item, or in a second column where most lines have that. Lines keep their place. */
export const withoutDescriptions = (lines: readonly string[]): readonly string[] =>
  withoutColumn(lines).map((line) => {
    const command = LABELLED.exec(line)?.[1];
    return command !== undefined && likenessOf(command) === 3 && !isSentence(command) ? command : line;
  });

const withoutColumn = (lines: readonly string[]): readonly string[] => {
  const own = lines.filter((line) => !isRemark(line));
  const described = own.filter((line) => commandOf(line) !== undefined);
  return described.length > 1 && described.length * 2 >= own.length
    ? lines.map((line) => commandOf(line) ?? line)
    : lines;
};

const commandOf = (line: string): string | undefined => {
  const [, command = '', remark = ''] = DESCRIBED.exec(line) ?? [];
  return WORDS.test(remark) && !/\s--?\w/.test(remark) && likenessOf(command) > 0 ? command : undefined;
};
