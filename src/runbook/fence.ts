import { toCommand, opensClient } from './command.ts';
import { EVERYWHERE, SHELL_LANGUAGES, SQL_LANGUAGES } from './knowledge/commands.ts';
import type { Command, CommandPlace } from './model.ts';
import { sqlStatements } from './sql-statements.ts';
import { shellStatements, type Statement } from './statements.ts';

/** A block of code, its first line of content counted in the raw file. */
export interface CodeBlock {
  readonly text: string;
  readonly language: string;
  readonly firstLine: number;
  readonly where: CommandPlace;
}

/** A comment that says what comes next, or a command: what a shell fence holds, in its order. */
export type FenceItem =
  | { readonly type: 'comment'; readonly text: string; readonly line: number }
  | { readonly type: 'command'; readonly command: Command };

const PROMPT = /^\s*(?:[\w.-]+@[\w.-]+[^$#\n]*)?[$#%]\s+(?=\S)/;

/** What a block of code holds that is typed, and the comments between. Nothing, for code of another kind. */
export const readFence = (block: CodeBlock): readonly FenceItem[] => {
  if (SQL_LANGUAGES.has(block.language))
    return sqlStatements(block.text).map((statement) => item(statement, block, 'sql'));
  if (!SHELL_LANGUAGES.has(block.language)) return [];
  const lines = block.text.split('\n');
  if (lines.some((line) => /^\s*\$\s+\S/.test(line))) return transcript(lines, block);
  if (['', 'text', 'plain'].includes(block.language) && !lines.some(looksLikeCommand)) return [];
  return script(lines, block);
};

const item = (
  statement: Statement,
  { firstLine, where, language }: CodeBlock,
  kind: 'shell' | 'sql',
): FenceItem => ({
  type: 'command',
  command: toCommand({
    text: statement.text,
    lines: [firstLine + statement.first, firstLine + statement.last],
    where,
    kind,
    ...(language === '' ? {} : { language }),
    ...(statement.invalid === undefined ? {} : { invalid: statement.invalid }),
  }),
});

/** Prompts with what is typed at them, and what was printed in between. */
const transcript = (lines: readonly string[], block: CodeBlock): readonly FenceItem[] => {
  const items: FenceItem[] = [];
  for (let first = 0; first < lines.length; first++) {
    if (!PROMPT.test(lines[first] ?? '')) continue;
    let last = first;
    while (/\\\s*$/.test(lines[last] ?? '') && last + 1 < lines.length) last += 1;
    const text = lines
      .slice(first, last + 1)
      .join('\n')
      .replace(PROMPT, '')
      .trimEnd();
    let next = last + 1;
    while (next < lines.length && !PROMPT.test(lines[next] ?? '')) next += 1;
    const output = lines
      .slice(last + 1, next)
      .join('\n')
      .trim();
    const { firstLine, where, language } = block;
    const command = toCommand({
      text,
      lines: [firstLine + first, firstLine + last],
      where,
      kind: 'shell',
      ...(language === '' ? {} : { language }),
      ...(output === '' ? {} : { expectedOutput: output }),
    });
    items.push({ type: 'command', command });
    first = last;
  }
  return items;
};

const script = (lines: readonly string[], block: CodeBlock): readonly FenceItem[] => {
  const statements = shellStatements(lines.join('\n'));
  const commands = withClients(statements, lines, block);
  const covered = (line: number): boolean =>
    statements.some(({ first, last }) => line >= first && line <= last);
  const comments = lines.flatMap((line, index): readonly FenceItem[] => {
    const text = /^\s*#+\s*(.*)$/.exec(line)?.[1];
    return text === undefined || text.trim() === '' || covered(index)
      ? []
      : [{ type: 'comment', text: text.trim(), line: block.firstLine + index }];
  });
  return [...comments, ...commands].sort((a, b) => lineOf(a) - lineOf(b));
};

const lineOf = (entry: FenceItem): number => (entry.type === 'comment' ? entry.line : entry.command.lines[0]);

/** After a command that opens a client, the rest of the fence is typed into it. */
const withClients = (
  statements: readonly Statement[],
  lines: readonly string[],
  block: CodeBlock,
): readonly FenceItem[] => {
  const items: FenceItem[] = [];
  for (const statement of statements) {
    const command = item(statement, block, 'shell');
    items.push(command);
    const client = opensClient(statement.text);
    const rest = lines.slice(statement.last + 1);
    if (
      client === undefined ||
      rest.join('').trim() === '' ||
      rest.some((line) => looksLikeCommand(line) && !isStatement(line))
    )
      continue;
    for (const typed of sqlStatements(rest.join('\n'))) {
      items.push({
        type: 'command',
        command: toCommand({
          text: typed.text,
          lines: [
            block.firstLine + statement.last + 1 + typed.first,
            block.firstLine + statement.last + 1 + typed.last,
          ],
          where: block.where,
          kind: 'client',
          client,
          openedAt: block.firstLine + statement.first,
        }),
      });
    }
    return items;
  }
  return items;
};

const isStatement = (line: string): boolean =>
  /^\s*(select|update|insert|delete|show|alter|create|drop|begin|commit|set)\b/i.test(line);

const PROGRAMS =
  /^(docker(-compose)?|kubectl|oc|helm|psql|pg_\w+|redis-cli|curl|systemctl|service|journalctl|git|npm|pnpm|yarn|npx|pm2|python3?|node|ssh|scp|aws|gcloud|az|terraform|ansible\S*|jq|openssl|dig|ping|netstat|ss|ip|iptables|crontab|mysql|mongosh?|bundle|rails|make|k6|ab|apt(-get)?|yum|dnf|\.{0,2}\/[\w./-]+)$/;

/** Is a line of a fence that names no language typed at a shell? By its first word. */
const looksLikeCommand = (line: string): boolean => {
  const words = line.trim().split(/\s+/);
  const word = words.find((each) => each !== 'sudo' && !/^\w+=/.test(each)) ?? '';
  return PROGRAMS.test(word) || (EVERYWHERE.has(word) && words.length > 1 && /[-/|.*$"']/.test(line));
};
