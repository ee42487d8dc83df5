import { lineBefore } from '../text/line-before.ts';
import type { FenceItem } from './fence-item.ts';
import { eachLine } from '../text/each-line.ts';
import { clientStatements, namesClient, opensClient } from '../command/client-statements.ts';
import type { CodeBlock } from '../markdown/code-block.ts';
import { toCommand } from '../command/command.ts';
import { statementEnd } from '../command/continuation.ts';
import type { Client } from '../knowledge/client.ts';
import { LEAVES_CLIENT, SQL_START } from '../knowledge/clients.ts';
import { LEAVES } from '../knowledge/around-code.ts';
import { isNotTyped } from '../knowledge/not-typed.ts';
import { OR_ALONE } from '../knowledge/ways.ts';
import { likenessOf, type Likeness } from '../command/likeness.ts';
import { shownLines } from './shown-lines.ts';
import { sqlEnd } from './sql-amid.ts';
import { shellStatements, type Statement } from '../command/statements.ts';

/** Consecutive lines that are typed at one place: the shell, or the client that the line before opened. */
interface Segment {
  readonly first: number;
  readonly last: number;
  readonly session?: { readonly client: Client; readonly openedAt: number };
  /** SQL amid what the shell gets. */
  readonly sql?: true;
}

/** How sure a statement must be before and after a line that was printed rather than typed. */
export interface Thresholds {
  /** For the first statement: none so sure, and the block holds no commands at all. */
  readonly opening: Likeness;
  readonly before: Likeness;
  readonly after: Likeness;
  /** Lines that could be typed here, though they do not look so elsewhere. */
  readonly also?: (at: number) => boolean;
}

/** Shell statements without prompts, what is typed into the clients that they open, and the comments between. */
export const readScript = (
  lines: readonly string[],
  block: CodeBlock,
  thresholds: Thresholds,
): readonly FenceItem[] => {
  const typed = segmentsOf(lines, thresholds.opening).flatMap((segment) => {
    if (segment.session !== undefined) return clientItems(lines, segment, segment.session, block);
    return segment.sql === true
      ? sqlItems(lines, segment, block)
      : shellItems(lines, segment, block, thresholds);
  });
  return [...comments(lines, typed, block), ...typed].sort((a, b) => lineOf(a) - lineOf(b));
};

export const lineOf = (item: FenceItem): number =>
  item.type === 'comment' ? item.line : item.command.lines[0];

const segmentsOf = (lines: readonly string[], opening: Likeness): readonly Segment[] => {
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
    const client = opens && sql === undefined ? opensClient(textOf(lines, first, end)) : undefined;
    const begin = client === undefined ? end + 1 : afterBanner(lines, end + 1, client);
    const last = client === undefined ? end : Math.max(end, sessionEnd(lines, begin, client));
    if (client !== undefined && last >= begin)
      add(end + 1, { first: begin, last, session: { client, openedAt: first } });
    first = last;
  }
  return start < lines.length ? [...segments, { first: start, last: lines.length - 1 }] : segments;
};

const textOf = (lines: readonly string[], first: number, last: number): string =>
  lines
    .slice(first, last + 1)
    .join('\n')
    .trim();

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

const sqlItems = (
  lines: readonly string[],
  { first, last }: Segment,
  block: CodeBlock,
): readonly FenceItem[] =>
  clientStatements(lines.slice(first, last + 1).join('\n'), 'sql').map((statement) =>
    item(statement, first, block, 'sql'),
  );

/** How many lines a client says before it takes anything. */
const BANNER = 6;

/** Where the first statement stands below what a client says when it starts: `Enter password:`, `Trying 10.0.0.1...` */
const afterBanner = (lines: readonly string[], from: number, { syntax, statements }: Client): number => {
  const begins = statements ?? (syntax === 'sql' ? SQL_START : undefined);
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

/** `> ` for a client's prompt, or Python's and PHP's. */
const ANGLE = /^\s*\\?>{1,3}\s+(?=\S)/;

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

const shellItems = (
  lines: readonly string[],
  { first, last }: Segment,
  block: CodeBlock,
  { opening, before, after, also }: Thresholds,
): readonly FenceItem[] => {
  let needed = opening;
  let printed = false;
  const used = new Set([...block.text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name));
  const isUsed = (text: string): boolean => used.has(/^(?:export\s+)?([A-Za-z_]\w*)=/.exec(text)?.[1]);
  const own = lines.slice(first, last + 1);
  const shown = shownLines(own);
  return withLooseOptions(shellStatements(own.join('\n')), own).flatMap((statement) => {
    if (OR_ALONE.test(statement.text) || shown.has(statement.first)) return [];
    if (isOutput(own, statement.first)) printed = true;
    const line = statement.text.replaceAll(/\\[ \t]*\n\s*/g, '').split('\n')[0] ?? '';
    const likeness =
      isUsed(statement.text) || (first > 0 && LEAVES.test(line))
        ? 3
        : likenessOf(line) ||
          ((opening === 1 && PIPES_NAME.test(line)) || also?.(first + statement.first) === true ? 1 : 0);
    if (
      isLanguage(own, statement.first) ||
      TABLE_RULE.test(own[statement.last + 1] ?? '') ||
      likeness < needed ||
      (printed && likeness < after)
    ) {
      printed = true;
      return [];
    }
    needed = before;
    return [item(statement, first, block)];
  });
};

/** Under the heads of a table's columns, as `psql` prints them. */
export const TABLE_RULE = /^[ \t]*-{3,}(?:\+-{3,})*[ \t]*$/m;

/** Does a comment right above say that this is what one will see? */
const isOutput = (lines: readonly string[], first: number): boolean => {
  let at = first - 1;
  while (at >= 0 && /^\s*#/.test(lines[at] ?? '') && !IS_OUTPUT.test(lines[at] ?? '')) at -= 1;
  return IS_OUTPUT.test(lines[at] ?? '');
};

/** `# Expected output:` */
const IS_OUTPUT =
  /^\s*#+\s*(?:(?:expected|example|sample|typical)\s+(?:output|results?|response)|outputs?)\b[^.]{0,40}:?\s*$|^\s*#+\s*(?:answers?|results?|response|returns|prints|(?:you(?:'ll| will| should) |should )(?:see|print|return|show)|вывод|ответ|sortie|salida|ausgabe|输出|结果)\s*[:：]\s*$/i;

/** `bash`, and nothing below it: what is left of a fence's first line where a page was copied. */
const isLanguage = (lines: readonly string[], at: number): boolean =>
  /^\s*(?:ba|z)?sh\s*$/.test(lines[at] ?? '') &&
  /^\s*(?:copy(?: code)?)?\s*$/i.test(lines[at + 1] ?? '') &&
  at + 1 < lines.length &&
  NO_COMMAND.test(lineBefore(lines, at));

/** A heading, or a line of text. */
const NO_COMMAND = /^\s*(?:#{2,} |\d*\. |[A-Z][a-z]+\b.*[\w:.)]$)/;

/** A value by its name, and what it goes through: a program's own shell in a block that is marked as a shell's. */
const PIPES_NAME = /^[A-Z]\w*[a-z]\w*\s*\|\s*(?:$|[.a-z][\w-]*(?:\s|$))/;

/** Options on a line of their own belong to the command above, whose backslash was forgotten, or that a remark cut in two. */
const withLooseOptions = (
  statements: readonly Statement[],
  lines: readonly string[],
): readonly Statement[] => {
  const joined: Statement[] = [];
  for (const statement of statements) {
    const previous = joined.at(-1);
    const goesOn =
      previous !== undefined &&
      (statement.first === previous.last + 1 ||
        (/\\\s*$/.test(lines[previous.last] ?? '') &&
          lines.slice(previous.last + 1, statement.first).every((line) => /^\s*#/.test(line))));
    if (goesOn && /^--?[a-z]/i.test(statement.text) && !isNotTyped(statement.text))
      joined[joined.length - 1] = {
        ...previous,
        text: `${previous.text.replace(/\s*\\$/, '')} \\\n${statement.text}`,
        last: statement.last,
      };
    else joined.push(statement);
  }
  return joined;
};

const item = (
  statement: Statement,
  offset: number,
  block: CodeBlock,
  kind: 'shell' | 'sql' = 'shell',
): FenceItem => ({
  type: 'command',
  command: toCommand({
    text: statement.text,
    lines: [block.firstLine + offset + statement.first, block.firstLine + offset + statement.last],
    where: block.where,
    kind,
    ...(block.language === '' ? {} : { language: block.language }),
    ...(statement.invalid === undefined ? {} : { invalid: statement.invalid }),
  }),
});

const clientItems = (
  lines: readonly string[],
  { first, last }: Segment,
  { client, openedAt }: NonNullable<Segment['session']>,
  block: CodeBlock,
): readonly FenceItem[] =>
  clientStatements(withoutAngles(lines.slice(first, last + 1)).join('\n'), client.syntax).map(
    (statement) => ({
      type: 'command',
      command: toCommand({
        text: statement.text,
        lines: [block.firstLine + first + statement.first, block.firstLine + first + statement.last],
        where: block.where,
        kind: 'client',
        client: client.name,
        openedAt: block.firstLine + openedAt,
      }),
    }),
  );

/** Where the first line has `> ` for a prompt, the others without it were printed. */
const withoutAngles = (lines: readonly string[]): readonly string[] =>
  ANGLE.test(lines.find((line) => line.trim() !== '' && !/^\s*#/.test(line)) ?? '')
    ? lines.map((line) => (ANGLE.test(line) ? line.replace(ANGLE, '') : ''))
    : lines;

/** Lines that only explain, outside of what is typed. */
export const comments = (
  lines: readonly string[],
  typed: readonly FenceItem[],
  { firstLine }: CodeBlock,
): readonly FenceItem[] => {
  const covered = new Set(
    typed.flatMap((each) => (each.type === 'comment' ? [] : eachLine(each.command.lines))),
  );
  return lines.flatMap((line, index): readonly FenceItem[] => {
    const text = (OR_ALONE.exec(line) ?? /^\s*(?:#+|--|\/\/)\s*(.*)$/.exec(line))?.[1]?.trim() ?? '';
    return text === '' || covered.has(firstLine + index)
      ? []
      : [{ type: 'comment', text, line: firstLine + index }];
  });
};
