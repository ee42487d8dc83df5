import { opensClient } from '../command/client-statements.ts';
import { toCommand } from '../command/command.ts';
import { statementEnd } from '../command/continuation.ts';
import type { Client } from '../knowledge/client.ts';
import { LEAVES } from '../knowledge/around-code.ts';
import { ANGLE, LEAVES_CLIENT } from '../knowledge/clients.ts';
import { SQL_START } from '../knowledge/sql-start.ts';
import { isLikelyTyped, likenessOf } from '../command/likeness.ts';
import { type Prompt, withoutPrompt } from '../command/prompts.ts';
import { isRemark } from '../command/remarks.ts';

type Prompts = readonly (Prompt | undefined)[];

/** The prompts of a block with those that it leaves out: a shell's around a client's, below a prompt that stands alone, and `> ` in a client that was opened. */
export const withOmitted = (lines: readonly string[], shown: Prompts): Prompts =>
  withAngles(lines, withShell(lines, belowAlone(lines, shown)));

/** `root@db:~#` or `SQL>` alone on its line, and what is typed at it below. */
const belowAlone = (lines: readonly string[], shown: Prompts): Prompts => {
  const prompts = [...shown];
  let alone: Prompt | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const prompt = shown[at];
    if (prompt !== undefined) alone = line.slice(prompt.length).trim() === '' ? prompt : undefined;
    else if (line.trim() === '' || alone === undefined) continue;
    else if (alone.client === undefined ? isShells(line, 2) : SQL_START.test(line)) {
      prompts[at] = { ...alone, ...withoutPrompt(line) };
      if (alone.client !== undefined) alone = undefined;
      else at = statementEnd(lines, at);
    } else alone = undefined;
  }
  return prompts;
};

/** Where only the prompts of a client or of another shell are shown, what opens it was typed, too, and so was what the shell gets around it. */
const withShell = (lines: readonly string[], shown: Prompts): Prompts => {
  const first = shown.findIndex((prompt) => prompt !== undefined);
  const opener = lines.slice(0, first).findLastIndex((line) => !isRemark(line));
  const typed = (lines[opener] ?? '').trim();
  const opens = likenessOf(typed) >= 2 && (opensClient(typed) !== undefined || waitsForTyping(typed));
  const prompts = opens ? shown.with(opener, { length: 0 }) : [...shown];
  if (shown.some((prompt) => prompt !== undefined && prompt.client === undefined))
    return withFirst(lines, first, prompts);
  // What is printed goes on to the next blank line, remark or prompt.
  let printed = false;
  let left = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const prompt = prompts[at];
    // Nothing surely is typed that stands below what was printed, but before the first prompt.
    const least = at < first || left ? (printed ? 3 : 2) : 3;
    if (prompt !== undefined) {
      left = at >= first && LEAVES_CLIENT.test(line.slice(prompt.length));
      printed = at >= first && !left;
    } else if (/^\s*(?:#|--|$)/.test(line)) printed = false;
    else if ((at < first || !printed) && (isShells(line, least) || (left && LEAVES.test(line.trim())))) {
      prompts[at] = withoutPrompt(line);
      at = statementEnd(lines, at);
    } else printed = true;
  }
  return prompts;
};

/** What surely is typed before the first prompt of a shell, where nothing was printed before it. */
const withFirst = (lines: readonly string[], first: number, shown: Prompts): Prompts => {
  const prompts = [...shown];
  for (let at = 0; at < first; at++) {
    const line = lines[at] ?? '';
    if (isRemark(line)) continue;
    if (!isShells(line, 2)) break;
    prompts[at] ??= withoutPrompt(line);
    at = statementEnd(lines, at);
  }
  return prompts;
};

const isShells = (line: string, least: number): boolean =>
  likenessOf(line) >= least && isLikelyTyped(line) && !SQL_START.test(line);

const waitsForTyping = (text: string): boolean =>
  toCommand({ text, lines: [1, 1], where: 'fence', kind: 'shell' }).flags.includes('interactive');

/** `> use shop` after `$ mongo`, where its own prompt is not shown. */
const withAngles = (lines: readonly string[], shown: Prompts): Prompts => {
  const prompts = [...shown];
  const named = new Set(shown.map((prompt) => prompt?.client));
  let open: Client | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const prompt = prompts[at];
    if (prompt === undefined) {
      const length = open === undefined || named.has(open.name) ? undefined : ANGLE.exec(line)?.[0].length;
      if (open === undefined || length === undefined) continue;
      prompts[at] = { client: open.name, length };
      if (LEAVES_CLIENT.test(line.slice(length))) open = undefined;
    } else if (prompt.client === undefined) {
      const end = statementEnd(lines, at);
      open = opensClient([line.slice(prompt.length), ...lines.slice(at + 1, end + 1)].join('\n').trim());
      at = end;
    }
  }
  return prompts;
};
