import {
  clientNamed,
  clientStarting,
  clientStatements,
  opensClient,
  type Session,
} from './client-statements.ts';
import type { CodeBlock } from './code-block.ts';
import { toCommand } from './command.ts';
import { areSettings, isConfiguration, isContentOfFile } from './file-content.ts';
import { SQL_START, type Syntax } from './knowledge/clients.ts';
import { SYMPTOMS } from './knowledge/headings.ts';
import { contentOf, isQuery, type Content } from './knowledge/languages.ts';
import { PROGRAMS } from './knowledge/programs.ts';
import { isOfWindows, WINDOWS_STATEMENT } from './knowledge/windows.ts';
import { isLed, isNameToRun } from './led-blocks.ts';
import { isSentence, likenessOf } from './likeness.ts';
import { namesAlone } from './lone-names.ts';
import type { Command } from './model.ts';
import type { OwnPrograms } from './own-programs.ts';
import { shellStatements, type Statement } from './statements.ts';
import { promptOf, type Prompt } from './prompts.ts';
import { TABLE_RULE, comments, lineOf, readScript } from './script.ts';
import { promptsIn, readTranscript } from './transcript.ts';

/** A comment that says what comes next, or a command: what a block of code holds, in its order. */
export type FenceItem =
  | { readonly type: 'comment'; readonly text: string; readonly line: number }
  | { readonly type: 'command'; readonly command: Command };

/** What stands around a block. */
export interface Surroundings {
  /** The text right before it. */
  readonly intro: string;
  /** The client that a block before it opened, and where. */
  readonly session?: Session;
  /** Another block of code stands between that text and this one. */
  readonly follows: boolean;
  /** Programs that only the file knows. */
  readonly programs: OwnPrograms;
}

const SAMPLE =
  /\b(?:output|result|response|message|log|error|look|see|shows?|returns?|something)\b[^.]{0,200}(?:\be\.g\.|\b(?:for example|like this|something like|such as this|as follows|similar to(?: this)?|looks? like)\b[^.]{0,30})[,:]?\s*$|\b(?:example|sample|expected) (?:output|results?|response)\b[^.]{0,30}:?\s*$|^\**(?:output|results?|response)\**\s*:\**\s*$/i;

/** A block that is named after what a here-document in it holds. */
const HERE_DOCUMENT = /^\s*(?:cat|tee|kubectl|oc|sudo)\s.*<<-?\s*["']?\w+/;

/** What a block of code holds that is typed, and the comments between. Nothing, for code of another kind. */
export const readFence = (block: CodeBlock, around: Surroundings): readonly FenceItem[] => {
  const lines = block.text.split('\n');
  const content = contentOf(block.language);
  if (isContentOfFile(around.intro, block.text)) return [];
  if ((content === 'unknown' || content === 'shell') && areSettings(around.intro, lines)) return [];
  const sample = SAMPLE.test(around.intro.trim());
  if (content === 'unknown' && (isConfiguration(lines) || (sample && isPrinted(lines)))) return [];
  if (content === 'other' && HERE_DOCUMENT.test(lines[0] ?? ''))
    return readScript(lines, block, { opening: 2, before: 1, after: 3 });
  if (content === 'other' && isTypedFirst(lines))
    return readScript(lines, block, { opening: 3, before: 3, after: 3 });
  if (content === 'other')
    return /^\s*\$\s+\S/.test(lines[0] ?? '') && !isQuery(block.language)
      ? readTranscript(lines, block, (line) => promptsIn(['$ true'])?.(line))
      : [];
  const named =
    content === 'unknown' || content === 'ruby' || content === 'sql'
      ? angledPrompts(lines, around)
      : undefined;
  const prompts = named ?? promptsIn(lines);
  if (prompts !== undefined)
    return (sample && !isAllTyped(lines, prompts)) || isObserved(around.intro, lines, prompts)
      ? []
      : readTranscript(lines, block, prompts);
  if (sample && (content === 'python' || content === 'ruby' || content === 'js')) return [];
  if (
    content === 'sql' ||
    content === 'redis' ||
    content === 'python' ||
    content === 'ruby' ||
    content === 'js'
  )
    return lines.some((line) => opensClient(line.trim()) !== undefined) || startsTyped(lines, content)
      ? readScript(lines, block, { opening: 2, before: 1, after: 2 })
      : statementsOf(block, content, around);
  if ((content === 'shell' || content === 'unknown') && isNameToRun(lines, around.intro))
    return readScript(lines, block, { opening: 0, before: 0, after: 0 });
  if (!sample && (content !== 'shell' || !lines.some((line) => likenessOf(line) > 0))) {
    const typed = unnamedStatements(block, lines, around);
    if (typed.length > 0) return typed;
  }
  if (content === 'shell')
    return readScript(lines, block, {
      opening: 1,
      before: 1,
      after: 2,
      also: alsoTyped(lines, block, around),
    });
  const led = sample ? undefined : isLed(lines, around.follows ? '' : around.intro, around.programs);
  if (led !== undefined)
    return readScript(lines, block, { opening: 1, before: led === 'all' ? 1 : 2, after: 3 });
  return readScript(lines, block, { opening: sample ? 3 : 2, before: 1, after: 3 });
};

/** What could be typed in a block that is marked as a shell's, though its program is not known. */
const alsoTyped = (
  lines: readonly string[],
  { language }: CodeBlock,
  { intro }: Surroundings,
): ((at: number) => boolean) => {
  const isName = namesAlone(lines, intro);
  if (!isOfWindows(language)) return isName;
  return (at) => isName(at) || WINDOWS_STATEMENT.test(lines[at]?.trim() ?? '');
};

/** A block that is named after what a command leads to edit: `kubectl edit …`, and then YAML. */
const isTypedFirst = (lines: readonly string[]): boolean => {
  const first = lines.find((line) => !/^\s*(?:#|$)/.test(line)) ?? '';
  return /^(?:kubectl|oc|docker|helm|git|aws|gcloud|az)\s+[a-z]/.test(first) && likenessOf(first) === 3;
};

/** Does a sample begin with what is no command? Those in it are printed, too. */
const isPrinted = (lines: readonly string[]): boolean => {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  return promptOf(first) === undefined && !/^\s*#/.test(first) && likenessOf(first) === 0;
};

/** Prompts with what is typed, and nothing that was printed: "this could look like:" speaks of the commands. */
const isAllTyped = (lines: readonly string[], prompts: (line: string) => Prompt | undefined): boolean =>
  lines.every((line) => line.trim() === '' || prompts(line) !== undefined) &&
  lines.filter((line) => line.trim() !== '').length > 1;

/** Right under "Symptoms": what somebody typed, and the error that it gave. */
const isObserved = (
  intro: string,
  lines: readonly string[],
  prompts: (line: string) => Prompt | undefined,
): boolean =>
  SYMPTOMS.test(intro) &&
  lines.some(
    (line) =>
      prompts(line) === undefined &&
      /\b(?:error|fail(?:ed|ure)|fatal|refused|timed out|denied)\b/i.test(line),
  );

/** `> ` as the prompt of the client that is open or that the text names; `=> ` before what Ruby answers. */
const angledPrompts = (
  lines: readonly string[],
  { session, intro }: Surroundings,
): ((line: string) => Prompt | undefined) | undefined => {
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (!/^\s*>+\s/.test(first)) return undefined;
  const client =
    session?.client.name ??
    clientNamed(intro)?.name ??
    clientStarting(first.replace(/^\s*>+\s+/, ''))?.name ??
    (lines.some((line) => /^\s*=> /.test(line)) ? 'rails' : undefined);
  if (client === undefined) return undefined;
  return (line) => {
    const match = /^\s*>+\s+/.exec(line);
    return match === null ? undefined : { client, length: match[0].length };
  };
};

/** Does a block of SQL or Redis begin at the shell after all? */
const startsTyped = (lines: readonly string[], content: Content): boolean => {
  const first = lines.find((line) => line.trim() !== '' && !/^\s*(?:#|--)/.test(line)) ?? '';
  return (
    likenessOf(first) === 3 &&
    !SQL_START.test(first) &&
    ((content !== 'python' && content !== 'ruby' && content !== 'js') || STARTS_PROGRAM.test(first))
  );
};

/** What no language of a client could begin with: `python scripts/reindex.py`, `curl -s "…"`. */
const STARTS_PROGRAM =
  /^\s*(?:sudo\s+)?(?:python[\d.]*|pip3?|ruby|bundle|node|npm|npx|poetry|uv|curl|docker|kubectl|make)\s+(?:-{1,2}[a-z]|["']?[\w./]*[./][\w./-]|[a-z]\w*(?:\s+[\w.-]|\s*$))/;

/** A block of a client's own language: typed into the client that is open, or that the text names. */
const statementsOf = (
  block: CodeBlock,
  content: 'sql' | 'redis' | 'python' | 'ruby' | 'js',
  around: Surroundings,
): readonly FenceItem[] => {
  const syntax: Syntax = content === 'redis' ? 'line' : content;
  const remarks = block.text.match(/^[ \t]*(?:#|--|\/\/).*$/gm)?.join('\n') ?? '';
  const session = around.session?.client.syntax === syntax ? around.session : undefined;
  const first = block.text.split('\n').find((line) => !/^\s*(?:#|--|\/\/|$)/.test(line)) ?? '';
  // A query language of some monitoring that begins with where it looks: NRQL, Kusto.
  if (content === 'sql' && /^\s*from\s/i.test(first)) return [];
  const starting = clientStarting(first);
  const client =
    session?.client ??
    clientNamed(`${remarks}\n${around.intro}`, syntax) ??
    (starting?.syntax === syntax ? starting : undefined);
  if (client === undefined && syntax !== 'sql' && syntax !== 'line') return [];
  return withComments(
    block,
    client?.name ?? (syntax === 'line' ? 'redis-cli' : undefined),
    syntax,
    session?.openedAt,
  );
};

/** A block that names no language, and holds SQL or what an open client takes. */
const unnamedStatements = (
  block: CodeBlock,
  lines: readonly string[],
  { session, intro }: Surroundings,
): readonly FenceItem[] => {
  const first = lines.find((line) => line.trim() !== '' && !/^\s*(?:#|--)/.test(line)) ?? '';
  if (
    SQL_START.test(first) &&
    (/(?:;|\\G)\s*$/m.test(block.text) || NEEDS_NO_END.test(first)) &&
    likenessOf(first) < 3
  ) {
    const client = session?.client.syntax === 'sql' ? session.client : clientNamed(intro, 'sql');
    return withComments(
      block,
      client?.name,
      'sql',
      session?.client.syntax === 'sql' ? session.openedAt : undefined,
    );
  }
  const starting = clientStarting(first);
  // What only another client takes is not typed into the one that is open.
  const open = starting === undefined || starting.syntax === session?.client.syntax ? session : undefined;
  const client = open?.client ?? clientNamed(intro) ?? starting;
  if (client === undefined || client.syntax === 'sql' || likenessOf(first) >= 2) return [];
  if (
    client.syntax !== 'line' &&
    client !== starting &&
    (!/[=.(]/.test(first) || isSentence(first) || /^\s*\w{1,2}[.)]\s/.test(first))
  )
    return [];
  if (client.syntax === 'line' && !(client.statements ?? /^\s*[A-Za-z]+(?:\s|$)/).test(first)) return [];
  return withComments(block, client.name, client.syntax, open?.openedAt);
};

/** SQL that surely is some, though no semicolon ends it. */
const NEEDS_NO_END =
  /^\s*(?:select\b|\\|update\s+\S+\s+set\s|delete\s+from\s|insert\s+into\s|(?:drop|alter|create|truncate)\s+table\s)/i;

const withComments = (
  block: CodeBlock,
  client: string | undefined,
  syntax: Syntax,
  openedAt: number | undefined,
): readonly FenceItem[] => {
  const text = syntax === 'sql' ? withoutTables(block.text) : block.text;
  const typed = clientStatements(text, syntax).flatMap((statement) => {
    if (syntax === 'sql' && isNoSql(statement.text)) return [];
    return isShellAmid(statement.text, syntax)
      ? shellAmid(statement, block)
      : [typedAt(client, openedAt, statement, block)];
  });
  return [...comments(block.text.split('\n'), typed, block), ...typed].sort((a, b) => lineOf(a) - lineOf(b));
};

/** Without what a client printed after a blank line, up to the next one: `Query id: …`, a table that is drawn. Lines keep their place. */
const withoutTables = (text: string): string => {
  let printed = false;
  let blank = false;
  return text
    .split('\n')
    .map((line) => {
      if (line.trim() === '') blank = true;
      else if (blank) [printed, blank] = [DRAWN.test(line) || (printed && !SQL_START.test(line)), false];
      return printed ? '' : line;
    })
    .join('\n');
};

const DRAWN = /^\s*(?:[┌├└│─]|\+-{3,}|Query id: |Row \d+:|\d+ rows? in set\b|Elapsed: )/;

/** Dots for more of the same, a table that was printed, or a part of the server's configuration: `[mysqld]`. */
const isNoSql = (text: string): boolean =>
  /^[.…\s;]*$/.test(text) ||
  (!SQL_START.test(text) && (TABLE_RULE.test(text) || /^\[[\w.-]+\]\n/.test(text)));

const typedAt = (
  client: string | undefined,
  openedAt: number | undefined,
  { text, first, last }: Statement,
  { firstLine, where, language }: CodeBlock,
): FenceItem => ({
  type: 'command',
  command: toCommand({
    text,
    lines: [firstLine + first, firstLine + last],
    where,
    kind: client === undefined ? 'sql' : 'client',
    ...(client === undefined ? {} : { client }),
    ...(openedAt === undefined ? {} : { openedAt }),
    ...(language === '' ? {} : { language }),
  }),
});

/** A shell command among the statements of a client whose syntax cannot hold it. */
const isShellAmid = (text: string, syntax: Syntax): boolean =>
  syntax !== 'sql' &&
  syntax !== 'line' &&
  likenessOf(text.split('\n')[0] ?? '') === 3 &&
  PROGRAMS.has(/^\S+/.exec(text)?.[0] ?? '');

const shellAmid = ({ text, first }: Statement, { firstLine, where }: CodeBlock): readonly FenceItem[] =>
  shellStatements(text).map((statement) => ({
    type: 'command',
    command: toCommand({
      text: statement.text,
      lines: [firstLine + first + statement.first, firstLine + first + statement.last],
      where,
      kind: 'shell',
    }),
  }));
