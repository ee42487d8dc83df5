import { SQL_START } from '../knowledge/sql-start.ts';
import { SQL_ANSWERS, SQL_PRINTED, SQL_RULE } from '../knowledge/sql-answers.ts';

/** SQL without what a client printed below its statements, or after a blank line, up to the next one. Lines keep their place. */
export const withoutPrinted = (text: string): string => {
  const lines = text.split('\n');
  let statement = '';
  let ended = true;
  let blank = true;
  let printed = false;
  const kept = lines.map((line, at) => {
    if (line.trim() === '') {
      blank = true;
      return line;
    }
    const below = ended || printed || blank;
    const goesOn = printed && !blank && !SQL_START.test(line) && !REMARK.test(line);
    blank = false;
    printed =
      goesOn ||
      SQL_PRINTED.test(line) ||
      (below && !SQL_START.test(line) && isHead(line, lines[at + 1] ?? '')) ||
      (ended &&
        statement !== '' &&
        (SQL_ANSWERS.test(line) || isTagOf(statement, line, lines[at + 1] ?? '')));
    if (printed) return '';
    if (REMARK.test(line)) return line;
    if (ended) statement = line;
    ended = /(?:;|\\[Gg])\s*(?:--.*)?$/.test(line);
    return line;
  });
  return kept.join('\n');
};

/** A rule under a table's heads has more dashes. */
const REMARK = /^\s*(?:--(?!-)|#)/;

const isHead = (line: string, next: string): boolean =>
  /^\s*\w/.test(line) && !/[;(]/.test(line) && SQL_RULE.test(next);

/** `CREATE ROLE` below `create role ops;` */
const isTagOf = (statement: string, line: string, next: string): boolean => {
  const words = statement
    .trim()
    .toUpperCase()
    .split(/[\s;]+/, 6);
  return (
    TAG.test(line) &&
    !/^\s/.test(next) &&
    line
      .trim()
      .split(' ')
      .every((word) => words.includes(word))
  );
};

const TAG =
  /^\s*(?:CREATE|ALTER|DROP|GRANT|REVOKE|TRUNCATE|REINDEX|VACUUM|ANALYZE|COMMENT|SET|BEGIN|COMMIT|ROLLBACK|DO|RESET|CLUSTER|CALL|LOCK|REFRESH|REASSIGN|DISCARD|CHECKPOINT|START)(?: [A-Z]+){0,2}\s*$/;
