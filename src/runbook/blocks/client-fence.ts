import { inOtherLanguage, lineOf, typedIn, type FenceItem, type Surroundings } from './fence-item.ts';
import {
  clientCalled,
  clientNamed,
  clientStarting,
  clientStatements,
  type Session,
} from '../command/client-statements.ts';
import type { CodeBlock } from '../markdown/code-block.ts';
import { eachLine, indentOf } from '../text/lines.ts';
import type { Client, Syntax } from '../knowledge/client.ts';
import { ANGLE, CONSOLE_OF, IN_A_CONSOLE } from '../knowledge/clients.ts';
import { SQL_START } from '../knowledge/sql-start.ts';
import { MONGOSH_CALL, PROGRAM_CODE } from '../knowledge/mongosh.ts';
import { PROGRAMS } from '../knowledge/programs.ts';
import { isSentence, likenessOf } from '../command/likeness.ts';
import type { Prompt } from '../command/prompts.ts';
import { TABLE_RULE, comments } from './script.ts';
import { shellLines } from './sql-amid.ts';
import { shellStatements, type Statement } from '../command/statements.ts';
import { isRemark } from '../command/remarks.ts';

/** What is typed after `> `; `=> ` stands before what Ruby answers. */
export const angledPrompts = (
  lines: readonly string[],
  { session, intro }: Surroundings,
): ((line: string) => Prompt | undefined) | undefined => {
  const first = lines.find((line) => line.trim() !== '' && !/^\s*(?:#|\/\/)/.test(line)) ?? '';
  const length = ANGLE.exec(first)?.[0].length;
  if (length === undefined) return undefined;
  const typed = first.slice(length);
  const open = takesLine(session?.client, typed, /^\s*>>>/.test(first)) ? session?.client : undefined;
  const client =
    open?.name ??
    clientNamed(intro)?.name ??
    clientStarting(typed)?.name ??
    (lines.some((line) => /^\s*=> /.test(line)) ? 'rails' : undefined);
  if (client === undefined) return undefined;
  return (line) => {
    const match = ANGLE.exec(line);
    return match === null ? undefined : { client, length: match[0].length };
  };
};

/** Could the client that is open be meant: not with what surely is a shell's, nor with another's prompt. */
const takesLine = (client: Client | undefined, typed: string, threeAngles: boolean): boolean =>
  client !== undefined &&
  (likenessOf(typed) < 3 || client.statements?.test(typed) === true) &&
  (!threeAngles || client.syntax === 'python' || client.syntax === 'php');

/** A block of a client's own language: typed into the client that is open, or that the text names. */
export const statementsOf = (
  block: CodeBlock,
  content: 'sql' | 'redis' | 'python' | 'ruby' | 'js' | 'php',
  around: Surroundings,
): readonly FenceItem[] => {
  const syntax: Syntax = content === 'redis' ? 'line' : content;
  const remarks = block.text.match(/^[ \t]*(?:#|--|\/\/).*$/gm)?.join('\n') ?? '';
  const session = around.session?.client.syntax === syntax ? around.session : undefined;
  const first = block.text.split('\n').find((line) => !/^\s*(?:#|--|\/\/|$)/.test(line)) ?? '';
  if (content === 'sql' && IS_CLAUSE.test(first)) return [];
  const starting = startingIn(block.text, first) ?? startingBelow(block.text, syntax);
  const client =
    session?.client ??
    clientNamed(`${remarks}\n${around.intro}`, syntax) ??
    (starting?.syntax === syntax ? starting : undefined) ??
    (PROGRAM_CODE.test(block.text) ? undefined : consoleOf(syntax, around.intro));
  if (client === undefined && syntax !== 'sql' && syntax !== 'line') return [];
  return withComments(
    block,
    client?.name ?? (syntax === 'line' ? 'redis-cli' : undefined),
    syntax,
    session?.openedAt,
  );
};

/** A part of a statement that is spoken of, or a query language of some monitoring that begins with where it looks: NRQL, Kusto. */
const IS_CLAUSE =
  /^\s*(?:from|where|and|or|on|having|(?:(?:left|right|inner|full|cross)\s+)?(?:outer\s+)?join|(?:order|group|partition)\s+by)\s/i;

/** The only client that takes this statement of a block, unless another line of it is a program's. */
const startingIn = (text: string, statement: string): Client | undefined => {
  const starting = clientStarting(statement);
  return starting?.name === 'mongosh' && PROGRAM_CODE.test(text) ? undefined : starting;
};

/** The console that a text only calls so: whose it is, is told by the language of the block. */
const consoleOf = (syntax: Syntax, intro: string): Client | undefined => {
  const name = CONSOLE_OF[syntax];
  return name !== undefined && IN_A_CONSOLE.test(intro) ? clientCalled(name) : undefined;
};

/** What a further statement of a block proves, where no line of it is a program's: `id = 93`, and then `shop = Shop.find(id)`. */
const startingBelow = (text: string, syntax: Syntax): Client | undefined => {
  if (PROGRAM_CODE.test(text) || OF_RUBY_PROGRAM.test(text)) return undefined;
  const lines = text.split('\n').filter((line) => !isRemark(line));
  const indent = lines.reduce((least, line) => Math.min(least, indentOf(line)), Infinity);
  return lines
    .filter((line) => !/^\s/.test(line.slice(indent)))
    .map(clientStarting)
    .find((client) => client?.syntax === syntax);
};

/** A line that a program, a recipe or a task has, and no console. */
const OF_RUBY_PROGRAM =
  /^[ \t]*(?:module\s+[A-Z]|(?:describe|context|it|namespace|task|desc|gem|include|extend|attr_\w+|belongs_to|has_(?:one|many)|validates?|before_\w+|after_\w+|scope|get|post|resources?|config\.\w+\s*=)\s)/m;

/** A block that names no language, and holds SQL or what an open client takes. */
export const unnamedStatements = (
  block: CodeBlock,
  lines: readonly string[],
  { session, intro }: Surroundings,
): readonly FenceItem[] => {
  const first = lines.find((line) => line.trim() !== '' && !/^\s*(?:#|--)/.test(line)) ?? '';
  // Its `use shop;` could else be MySQL's.
  const mongo = PROGRAM_CODE.test(block.text) ? undefined : MONGOSH_CALL.exec(block.text)?.[0];
  const named = clientNamed(intro, 'sql');
  const alone = named !== undefined && lines.filter((line) => line.trim() !== '').length === 1;
  if (
    mongo === undefined &&
    SQL_START.test(first) &&
    (alone || /(?:;|\\G)\s*$/m.test(block.text) || NEEDS_NO_END.test(first)) &&
    likenessOf(first) < 3
  ) {
    const client = session?.client.syntax === 'sql' ? session.client : named;
    return withComments(
      block,
      client?.name,
      'sql',
      session?.client.syntax === 'sql' ? session.openedAt : undefined,
    );
  }
  const starting = startingIn(block.text, mongo ?? first);
  // What only another client takes is not typed into the one that is open.
  const open = starting === undefined || starting.syntax === session?.client.syntax ? session : undefined;
  const client = open?.client ?? clientNamed(intro) ?? starting;
  if (client === undefined || client.syntax === 'sql') return [];
  if (client !== starting && TELLS_WHAT_IS_SEEN.test(intro.trim())) return [];
  if (likenessOf(first) >= 2 && !takesAll(open, lines, intro)) return [];
  if (
    client.syntax !== 'line' &&
    client !== starting &&
    !IMPORTS.test(first) &&
    (!/[=.(]/.test(first) || isSentence(first) || /^\s*\w{1,2}[.)]\s/.test(first))
  )
    return [];
  if (client.syntax === 'line' && !(client.statements ?? /^\s*[A-Za-z]+(?:\s|$)/).test(first)) return [];
  return withComments(block, client.name, client.syntax, open?.openedAt);
};

/** "You should see output like:", "It returns:" */
const TELLS_WHAT_IS_SEEN =
  /\b(?:you(?:'ll| will| should| would| may| might| can)?|it|this|that|which|console|command)\s+(?:should |will |would |may |might )?(?:now |then |also )?(?:see|get back|prints?|shows?|returns?|outputs?|answers?|responds?)\b(?![^\n]*\b(?:type|run|enter|execute|paste)\b)[^.;!?\n]*:$/i;

/** What begins code, though it has no sign of any. */
const IMPORTS = /^\s*(?:from\s+[\w.]+\s+import\s+\w|import\s+[\w.]+(?:\s+as\s+\w+)?\s*$|require\s+['"])/;

/** Is each line one that the client takes which a command opened, though it could be the shell's, too: `ls /brokers/ids`? */
const takesAll = (session: Session | undefined, lines: readonly string[], intro: string): boolean => {
  const statements = session?.openedAt === undefined ? undefined : session.client.statements;
  return (
    statements !== undefined &&
    !/\b(?:exit|quit|leave|log ?out|disconnect|back|shell|host|server)\b/i.test(intro) &&
    lines.every((line) => isRemark(line) || statements.test(line))
  );
};

/** Is this code for the client that is open, though it could be settings: `user.state = 'active'`? */
export const isCodeFor = (session: Session | undefined, lines: readonly string[]): boolean =>
  session !== undefined &&
  session.client.syntax !== 'sql' &&
  session.client.syntax !== 'line' &&
  lines.some((line) =>
    /^\s*[a-z_]\w*(?:\.[a-z_]\w*[!?]?)+\s*(?:=(?!=)|\(|$)|=\s*[A-Za-z_][\w.:]*\(|^\s*[A-Za-z_][\w.]*\.\w+\(/.test(
      line,
    ),
  );

/** SQL that surely is some, though no semicolon ends it. */
const NEEDS_NO_END =
  /^\s*(?:select\b|\\|update\s+\S+\s+set\s|delete\s+from\s|insert\s+into\s|(?:drop|alter|create|truncate)\s+table\s)/i;

const withComments = (
  block: CodeBlock,
  client: string | undefined,
  syntax: Syntax,
  openedAt: number | undefined,
): readonly FenceItem[] => {
  const typed = {
    kind: client === undefined ? 'sql' : 'client',
    ...(client === undefined ? {} : { client }),
    ...(openedAt === undefined ? {} : { openedAt }),
  } as const;
  const lines = block.text.split('\n');
  const shell = syntax === 'sql' ? shellLines(lines) : [];
  const inShell = new Set(shell.flatMap(eachLine));
  const text = lines.map((line, at) => (inShell.has(at) ? '' : line)).join('\n');
  const items = [
    ...clientStatements(text, syntax).flatMap((statement) => {
      if (syntax === 'sql' && isNoSql(statement.text)) return [];
      return isShellAmid(statement.text, syntax)
        ? shellAmid(statement, block)
        : [typedIn(block, statement, typed)];
    }),
    ...shell.flatMap(([first, last]) =>
      shellAmid({ text: lines.slice(first, last + 1).join('\n'), first, last }, block),
    ),
  ];
  return [...comments(lines, items, block), ...items].sort((a, b) => lineOf(a) - lineOf(b));
};

/** Dots for more of the same, a table that was printed, or a part of the server's configuration: `[mysqld]`. */
const isNoSql = (text: string): boolean =>
  /^[.…\s;]*$/.test(text) ||
  (!SQL_START.test(text) && (TABLE_RULE.test(text) || /^\[[\w.-]+\]\n/.test(text)));

/** A shell command among the statements of a client whose syntax cannot hold it. */
const isShellAmid = (text: string, syntax: Syntax): boolean =>
  syntax !== 'sql' &&
  syntax !== 'line' &&
  likenessOf(text.split('\n')[0] ?? '') === 3 &&
  PROGRAMS.has(/^\S+/.exec(text)?.[0] ?? '');

const shellAmid = (amid: Statement, block: CodeBlock): readonly FenceItem[] =>
  shellStatements(amid.text).map(({ text, first, last }) =>
    typedIn(inOtherLanguage(block), { text, first, last }, { kind: 'shell' }, amid.first),
  );
