import { typedIn, type FenceItem } from './fence-item.ts';
import {
  beginningOf,
  bracketDepth,
  clientCalled,
  clientStatements,
  opensClient,
  type Session,
} from '../command/client-statements.ts';
import type { CodeBlock } from '../markdown/code-block.ts';
import { statementEnd } from '../command/continuation.ts';
import { KEYS } from '../knowledge/client-answers.ts';
import type { Client } from '../knowledge/client.ts';
import { likenessOf } from '../command/likeness.ts';
import { listMarkIn } from './list-marks.ts';
import {
  anyPromptOf,
  promptOf,
  quotePromptsIn,
  barePromptOf,
  hashPromptOf,
  rootPromptOf,
  type FindPrompt,
  type Prompt,
  withoutPrompt,
} from '../command/prompts.ts';
import { ownPromptsIn } from './own-prompts.ts';
import { withOmitted } from './shown-prompts.ts';
import { shellProblem } from '../command/statements.ts';

/** How the lines of a block are prompted, where they are; `undefined` for a block without prompts. */
export const promptsIn = (lines: readonly string[]): FindPrompt | undefined => {
  const marked = listMarkIn(lines);
  if (marked !== undefined) return marked;
  if (hasBatches(lines)) return batchPromptOf;
  const own = ownPromptsIn(lines);
  if (own !== undefined) return own;
  const opener = lines.find((line) => promptOf(line) !== undefined);
  if (opener !== undefined) {
    const device = deviceOf(opener);
    if (device !== undefined) return device;
    const prompts = lines.map(promptOf).filter((prompt) => prompt !== undefined);
    if (prompts.every(({ note }) => note === true)) return noteOrCommand;
    return plainCommands(lines) && !/^\s*\$\s/.test(opener) ? promptOf : anyPromptOf;
  }
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (lines.every((line) => /^\s*(?:#[^\s#!]|$)/.test(line)) && hashPromptOf(first) !== undefined)
    return hashPromptOf;
  const sure = barePromptOf(first) === undefined ? 2 : 3;
  if (lines.some((line) => likenessOf(line) >= sure)) return undefined;
  if (lines.some((line) => barePromptOf(line) !== undefined))
    return lines.every((line) => /^\s*(?:#\s|$)/.test(line)) ? rootPromptOf : barePromptOf;
  return quotePromptsIn(lines);
};

/** All that stands behind the name of a network device is typed there, once some of it surely is: `sw1# copy a b`. */
const deviceOf = (line: string): FindPrompt | undefined => {
  const host = promptOf(line)?.client === 'ios' ? /^\s*([\w.-]+)/.exec(line)?.[1] : undefined;
  if (host === undefined) return undefined;
  const own = new RegExp(
    String.raw`^\s*${host.replaceAll('.', String.raw`\.`)}(?:\([\w./:-]+\))?[#>]\s*(?=\S)`,
  );
  return (other) => {
    const length = own.exec(other)?.[0].length;
    return length === undefined ? promptOf(other) : { client: 'ios', length };
  };
};

/** `1> select 1`, `2> GO`, as a client of SQL Server shows them. */
const hasBatches = (lines: readonly string[]): boolean =>
  lines.some((line) => BATCH.test(line)) &&
  lines.some((line) => /^\s*\d{1,3}>\s*go\s*$/i.test(line) || opensClient(line.trim())?.name === 'sqlcmd');

const BATCH = /^\s*1>\s+(?=\S)/;

const batchPromptOf = (line: string): Prompt | undefined => {
  const length = BATCH.exec(line)?.[0].length;
  return length === undefined ? promptOf(line) : { client: 'sqlcmd', length };
};

/** `[at the source] …`, and lines without a note. */
const noteOrCommand = (line: string): Prompt | undefined =>
  promptOf(line) ?? (likenessOf(line) === 3 ? withoutPrompt(line) : undefined);

const plainCommands = (lines: readonly string[]): boolean => lines.some((line) => likenessOf(line) >= 2);

/** Prompts with what is typed at them, and what was printed in between. */
export const readTranscript = (
  lines: readonly string[],
  block: CodeBlock,
  find: FindPrompt,
): readonly FenceItem[] => {
  const prompts = withOmitted(
    lines,
    lines.map((line) => find(line)),
  );
  const items: FenceItem[] = [];
  let session: Session | undefined;
  for (let first = 0; first < lines.length; first++) {
    const prompt = prompts[first];
    const line = lines[first] ?? '';
    if (prompt === undefined) {
      const remark = /^\s*#+\s+(\S.*)$/.exec(line)?.[1];
      if (remark !== undefined)
        items.push({ type: 'comment', text: remark.trim(), line: block.firstLine + first });
      continue;
    }
    const next = nextPrompt(prompts, first + 1);
    const typed = line.slice(prompt.length);
    if (typed.trim() === '' || /^\s*#/.test(typed) || KEYS.test(typed)) continue;
    const own = [typed, ...lines.slice(first + 1, next)];
    const client = prompt.client === undefined ? undefined : clientCalled(prompt.client);
    const last = first + (client === undefined ? shellEnd(own) : clientEnd(own, client));
    const text = [typed, ...lines.slice(first + 1, last + 1).map((more) => withoutMore(more, client))]
      .join('\n')
      .trim();
    const output = outputOf(lines.slice(last + 1, next));
    if (client !== undefined) {
      items.push(...statementItems(text, first, client, session, block, output));
    } else {
      const opened = opensClient(text);
      const invalid = shellProblem(text);
      items.push(
        typedIn(
          block,
          { text, first, last, ...(invalid === undefined ? {} : { invalid }) },
          {
            kind: 'shell',
            ...(output === '' || opened !== undefined ? {} : { expectedOutput: output }),
          },
        ),
      );
      session = opened === undefined ? undefined : { client: opened, openedAt: block.firstLine + first };
      if (opened !== undefined)
        items.push(...unpromptedStatements(lines, last + 1, next, opened, block, block.firstLine + first));
    }
    first = last;
  }
  return items;
};

const nextPrompt = (prompts: readonly (Prompt | undefined)[], from: number): number => {
  let next = from;
  while (next < prompts.length && prompts[next] === undefined) next += 1;
  return next;
};

const outputOf = (lines: readonly string[]): string =>
  lines
    .filter((line) => !/^\s*#\s+[A-Z]/.test(line))
    .join('\n')
    .trim();

const withoutMore = (line: string, client: Client | undefined): string => {
  if (client?.more?.test(line)) return line.replace(client.more, '');
  return client === undefined ? line.replace(/^\s*>\s/, '') : line;
};

/** With the prompt for more of the same taken away: `> done`. */
const shellEnd = (own: readonly string[]): number =>
  statementEnd(
    own.map((line) => withoutMore(line, undefined)),
    0,
  );

/** SQL goes on to its semicolon when there is one before the output, or to the end of `run {`; a call goes on to the end of its brackets; otherwise only a further prompt goes on. */
const clientEnd = (own: readonly string[], { name, syntax, more }: Client): number => {
  let last = 0;
  // What follows a semicolon at SQL*Plus is a row that begins with a number.
  const isEnded = (line: string): boolean => name === 'sqlplus' && /;\s*$/.test(line);
  while (last + 1 < own.length && more?.test(own[last + 1] ?? '') && !isEnded(own[last] ?? '')) last += 1;
  const first = own[0] ?? '';
  if (syntax === 'sql' && last === 0 && /\{[^}]*$/.test(first))
    return Math.max(
      0,
      own.findIndex((line) => line.includes('}')),
    );
  if (syntax !== 'sql' && syntax !== 'line' && last === 0) return bracketsEnd(own);
  if (syntax !== 'sql' || last > 0 || /;\s*$|^\s*\\/.test(first)) return last;
  const closing = own.slice(0, 30).findIndex((line) => /;\s*$/.test(line));
  const printed = own.findIndex((line) => /-{3,}\+?-*|\(\d+ rows?\)/.test(line));
  return closing > 0 && (printed < 0 || closing < printed) && !first.includes(';') ? closing : 0;
};

/** Where the brackets close that a statement opens, before the next prompt; its own line where they never do. */
const bracketsEnd = (own: readonly string[]): number => {
  let depth = 0;
  return Math.max(
    0,
    own.findIndex((line) => (depth += bracketDepth(line)) <= 0),
  );
};

const statementItems = (
  text: string,
  first: number,
  { name, syntax }: Client,
  session: Session | undefined,
  block: CodeBlock,
  output: string,
): readonly FenceItem[] => {
  const statements =
    syntax === 'sql'
      ? clientStatements(text, syntax)
      : [{ text, first: 0, last: text.split('\n').length - 1 }];
  return statements.map((statement, index) =>
    typedIn(
      block,
      statement,
      {
        kind: 'client',
        client: session?.client.name ?? name,
        ...(session?.openedAt === undefined ? {} : { openedAt: session.openedAt }),
        ...(output === '' || index < statements.length - 1 ? {} : { expectedOutput: output }),
      },
      first,
    ),
  );
};

/** After the prompted command that opened a client, its statements may stand without a prompt. */
const unpromptedStatements = (
  lines: readonly string[],
  from: number,
  to: number,
  client: Client,
  block: CodeBlock,
  openedAt: number,
): readonly FenceItem[] => {
  const own = lines.slice(from, to);
  const first = own.findIndex((line) => line.trim() !== '' && !/^\s*#/.test(line));
  const begins = beginningOf(client);
  if (begins?.test(own[first] ?? '') !== true) return [];
  const { statements } = client;
  const end = own.findIndex((line, at) => at > first && statements !== undefined && !statements.test(line));
  return clientStatements((end < 0 ? own : own.slice(0, end)).join('\n'), client.syntax)
    .filter(({ text }) => begins.test(text))
    .map((statement) => typedIn(block, statement, { kind: 'client', client: client.name, openedAt }, from));
};
