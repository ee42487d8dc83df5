import { statementEnd } from '../command/continuation.ts';
import type { Lines } from '../../core/location.ts';
import { SQL_START } from '../knowledge/sql-start.ts';
import { ENDS_WITH_LINE } from '../knowledge/sql-answers.ts';
import { isLikelyTyped, likenessOf } from '../command/likeness.ts';

/** The longest statement of SQL, in lines, amid what is typed at a shell. */
const LONGEST_SQL = 40;

/** The 0-based last line of the SQL that begins on a line and ends with a semicolon; `undefined` where none does. */
export const sqlEnd = (lines: readonly string[], first: number): number | undefined => {
  const line = lines[first] ?? '';
  // `UPDATE jobs` alone could be a sentence's, but not before `SET`.
  if (!SQL_START.test(`${line} ${lines[first + 1]?.trim() ?? ''}`) || likenessOf(line) > 1) return undefined;
  for (let at = first; at < Math.min(lines.length, first + LONGEST_SQL); at++) {
    const own = lines[at] ?? '';
    if (own.trim() === '' || (at > first && SQL_START.test(own) && !GOES_ON.test(own))) return undefined;
    if (/;\s*(?:--.*)?$/.test(own)) return at;
  }
  return undefined;
};

/** What begins a statement can go on with one, too: `EXPLAIN` and then `SELECT`, a list of `SET`. */
const GOES_ON = /^\s*(?:select|set|with|update|delete|insert|begin)\b/i;

/** The shell's lines in a block of SQL, first and last, 0-based: each begins where no statement is open. */
export const shellLines = (lines: readonly string[]): readonly Lines[] => {
  const found: Lines[] = [];
  let free = true;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') free = true;
    else if (/^\s*(?:--|#)/.test(line)) continue;
    else if (free && isOnlyShells(line)) {
      const end = statementEnd(lines, at);
      found.push([at, end]);
      at = end;
    } else free = /(?:;|\\[Gg])\s*(?:--.*)?$|^\s*\\/.test(line) || ENDS_WITH_LINE.test(line);
  }
  return found;
};

const isOnlyShells = (line: string): boolean =>
  likenessOf(line) === 3 && isLikelyTyped(line) && !SQL_START.test(line) && !SQL_TOO.test(line);

/** Words of the shell that a client of SQL takes, too. */
const SQL_TOO =
  /^\s*(?:call|exec|execute|set|use|source\s+\S+\.sql|declare|print|do|copy|import|export\s+to|backup|restore|watch|delimiter|host|spool|start|stop|go\s+\d+$)\b/i;
