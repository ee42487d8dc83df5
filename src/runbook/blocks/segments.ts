import { beginningOf, namesClient, opensClient } from '../command/client-statements.ts';
import { statementEnd } from '../command/continuation.ts';
import { likenessOf, type Likeness } from '../command/likeness.ts';
import type { Client } from '../knowledge/client.ts';
import { ANGLE, LEAVES_CLIENT } from '../knowledge/clients.ts';
import { SQL_START } from '../knowledge/sql-start.ts';
import { textOn } from '../text/lines.ts';
import { sqlEnd } from './sql-amid.ts';

/** Consecutive lines that are typed at one place: the shell, or the client that the line before opened. */
export interface Segment {
  readonly first: number;
  readonly last: number;
  readonly session?: { readonly client: Client; readonly openedAt: number };
  /** SQL amid what the shell gets. */
  readonly sql?: true;
}

/** The lines of a block without prompts, by where they are typed. @param opening how sure its first statement must be */
export const segmentsOf = (lines: readonly string[], opening: Likeness): readonly Segment[] => {
  const segments: Segment[] = [];
  const hasSql = lines.some((line) => SQL_START.test(line));
  let start = 0;
  const add = (from: number, own: Segment): void => {
    if (from > start) segments.push({ first: start, last: from - 1 });
    segments.push(own);
    start = own.last + 1;
  };
  for (let first = 0; first < lines.length; first++) {
    const sql = hasSql && isFree(lines, first, opening) ? sqlEnd(lines, first) : undefined;
    if (sql !== undefined) add(first, { first, last: sql, sql: true });
    const opens = namesClient(lines[first] ?? '');
    const end = sql ?? (opens || hasSql ? statementEnd(lines, first) : first);
    const client = opens && sql === undefined ? opensClient(textOn(lines, first, end)) : undefined;
    const begin = client === undefined ? end + 1 : afterBanner(lines, end + 1, client);
    const last = client === undefined ? end : Math.max(end, sessionEnd(lines, begin, client));
    if (client !== undefined && last >= begin)
      add(end + 1, { first: begin, last, session: { client, openedAt: first } });
    first = last;
  }
  return start < lines.length ? [...segments, { first: start, last: lines.length - 1 }] : segments;
};

/** May SQL begin here: in a block that is marked as a shell's anywhere, else not below what was printed. */
const isFree = (lines: readonly string[], at: number, opening: Likeness): boolean => {
  const before = lines[at - 1]?.trim() ?? '';
  return (
    opening === 1 ||
    (at > 0 &&
      (/^(?:#|--|$)/.test(before) ||
        before.endsWith(';') ||
        (likenessOf(before) === 3 && !(SHOWS_FILE.test(before) && !before.includes('>')))))
  );
};

/** What prints SQL: `cat fix.sql`, `pg_dump -s shop` */
const SHOWS_FILE = /\b(?:cat|less|more|head|tail|grep|logs?|journalctl|\w*dump\w*|show)\b/i;

/** How many lines a client says before it takes anything. */
const BANNER = 6;

/** Where the first statement stands below what a client says when it starts: `Enter password:`, `Trying 10.0.0.1...` */
const afterBanner = (lines: readonly string[], from: number, client: Client): number => {
  const begins = beginningOf(client);
  if (begins === undefined) return from;
  for (let at = from; at < Math.min(lines.length, from + BANNER); at++) {
    const line = (lines[at] ?? '').replace(ANGLE, '');
    if (begins.test(line)) return at;
    if (/^\s*#/.test(line) || likenessOf(line) >= 2) return from;
  }
  return from;
};

/** The last line of what is typed into a client from `from` on; before `from` where nothing is. */
const sessionEnd = (lines: readonly string[], from: number, { syntax, statements }: Client): number => {
  let last = from - 1;
  let angled = false;
  for (let at = from; at < lines.length; at++) {
    const own = lines[at] ?? '';
    if (own.trim() === '' || /^\s*(?:#|--|\/\/)/.test(own)) continue;
    const line = own.replace(ANGLE, '');
    if (LEAVES_CLIENT.test(line)) return at;
    if (angled && line === own) {
      if (likenessOf(line) >= 2) return last;
      continue;
    }
    angled ||= line !== own && last < from;
    const sql = syntax === 'sql' && SQL_START.test(line);
    if (last < from && syntax === 'sql' && !sql) return last;
    const goesOn = statements !== undefined && syntax === 'js' && last >= from && /^(?:\s|[)\]}])/.test(own);
    if (!goesOn && (statements === undefined ? !sql && backAtShell(line, syntax) : !statements.test(line)))
      return last;
    last = at;
  }
  return last;
};

const backAtShell = (line: string, syntax: Client['syntax']): boolean =>
  syntax === 'line'
    ? likenessOf(line) >= 2 &&
      !/^\s*(?:info|keys|get|set|del|ping|type|select|auth|monitor|config|client|scan|ttl|llen|help|sort|move|wait|time|exec|watch|role|save|dump|restore|touch)\b/i.test(
        line,
      )
    : !/^\s/.test(line) &&
      likenessOf(line) === 3 &&
      !/^(?:import|from|print|for|while|if|def|class|with|type|set|p|puts|let|select|test)\b/.test(line) &&
      !(syntax === 'php' && /^(?:echo|use)\b/.test(line));

/** Where the first line has `> ` for a prompt, the others without it were printed. */
export const withoutAngles = (lines: readonly string[]): readonly string[] =>
  ANGLE.test(lines.find((line) => line.trim() !== '' && !/^\s*#/.test(line)) ?? '')
    ? lines.map((line) => (ANGLE.test(line) ? line.replace(ANGLE, '') : ''))
    : lines;
