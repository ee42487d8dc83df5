import { remembered } from '../../core/remembered.ts';
import { byWords } from './by-words.ts';
import { CLIENTS, PROMPT_SIGN } from '../knowledge/clients.ts';
import { SQL_START } from '../knowledge/sql-start.ts';
import { SHOWS_ALONE } from '../knowledge/programs.ts';
import { BEFORE_COMMANDS, SHELL_PROMPTS } from '../knowledge/shell-prompts.ts';
import { indentOf } from '../text/lines.ts';
import { couldBeTyped, isLikelyTyped, isSentence, likenessOf } from './likeness.ts';

/** A prompt at the start of a line, and what is typed at it. */
export interface Prompt {
  /** The client whose prompt it is; absent at a shell. */
  readonly client?: string;
  readonly length: number;
  /** No shell's, but the author's note on where to type it, which not every line of a block has. */
  readonly note?: true;
}

/** That of a line which is typed, but for its indentation, as it stands. */
export const withoutPrompt = (line: string): Prompt => ({ length: indentOf(line) });

/** What tells the prompt of each line of a block. */
export type FindPrompt = (line: string) => Prompt | undefined;

/** The prompt that a line begins with, by its look alone. A bare `# ` is none: it is a comment far more often. */
export const promptOf = (line: string): Prompt | undefined =>
  PROMPT_SIGN.test(line) ? promptShown(line) : undefined;

/** Each line is asked about by what finds the file's own programs, and several times by what reads its block. */
const promptShown = remembered((line): Prompt | undefined => {
  for (const { name, form, goesOn } of promptsOfClients(line)) {
    const match = form.exec(line);
    if (match !== null) {
      if (goesOn) return undefined;
      if (
        name === 'psql' &&
        (TOOLS_PROMPT.test(match[0]) ||
          (/#\s/.test(match[0]) && !/=/.test(match[0]) && !SQL_START.test(line.slice(match[0].length))) ||
          (/^[^=]*#/.test(match[0]) && /^show [^;]*$/i.test(line.slice(match[0].length).trim())))
      )
        continue;
      return { client: name, length: match[0].length };
    }
  }
  for (const { form, least, note } of BEFORE_COMMANDS) {
    const bare = form.exec(line)?.[0];
    if (bare === undefined) continue;
    const typed = line.slice(bare.length);
    if (likenessOf(typed) >= least && !isSentence(typed))
      return { length: bare.length, ...(note === undefined ? {} : { note }) };
  }
  for (const form of SHELL_PROMPTS) {
    const match = form.exec(line);
    if (match !== null) return { length: match[0].length };
  }
  return undefined;
});

/** The prompts of clients, each after the one that a statement goes on behind. */
const promptsOfClients = byWords(
  CLIENTS.flatMap(({ name, prompt, more }) => [
    ...(more === undefined ? [] : [{ name, form: more, goesOn: true }]),
    ...(prompt === undefined ? [] : [{ name, form: prompt, goesOn: false }]),
  ]),
  ({ form }) => form,
);

/** `XYZ>`: of some tool, which is not the database. */
const TOOLS_PROMPT = /^\s*[A-Z]{3,}>/;

/** `# app/redis_client.py`: what the block is from. */
const NAMES_SOURCE = /^\S+\.(?:py|[cm]?[jt]s|rb|go|java|rs|php)$/;

const BARE_PROMPT = /^\s*(?:#\s+|~ )(?=[a-z./])/;

/** `# ` as root's prompt, or `~ ` as one that shows a folder: only before what surely is a command and reads as no remark. */
export const barePromptOf = (line: string): Prompt | undefined => {
  const match = BARE_PROMPT.exec(line);
  if (match === null) return undefined;
  const typed = line.slice(match[0].length);
  return isLikelyTyped(typed) &&
    !/[.:]$/.test(typed.trim()) &&
    !/\s\(/.test(typed) &&
    !REMARKS.test(withoutQuotes(typed)) &&
    !NAMES_SOURCE.test(typed)
    ? { length: match[0].length }
    : undefined;
};

/** Either. */
export const anyPromptOf: FindPrompt = (line) => promptOf(line) ?? barePromptOf(line);

/** Words of a sentence: `# reboot again to load it`, `# remove the option once it works` */
const REMARKS =
  /\s(?:the|this|that|these|those|your|our|it|it's|once|again|we|you|is|are|should|will|before|after|because)(?=[\s,.]|$)/;

const withoutQuotes = (text: string): string => text.replaceAll(/"[^"]*"|\B'[^']*'/g, '""');

/** Where all lines of a block begin with `# `, one of which surely is typed, a program alone is, too: `# sync`. */
export const rootPromptOf = (line: string): Prompt | undefined =>
  barePromptOf(line) ??
  (SHOWS_ALONE.has(line.replace(/^\s*#\s+/, '').trim())
    ? { length: /^\s*#\s+/.exec(line)?.[0].length ?? 0 }
    : undefined);

const HASH_PROMPT = /^\s*#(?=[a-z./])/;

/** `#systemctl stop web`, where a block has nothing else but such lines. */
export const hashPromptOf = (line: string): Prompt | undefined => {
  const length = HASH_PROMPT.exec(line)?.[0].length;
  return length !== undefined && likenessOf(line.slice(length)) === 3 && isLikelyTyped(line.slice(length))
    ? { length }
    : undefined;
};

const QUOTE_PROMPT = /^\s*[>%]\s+(?=\S)/;

/** `> ` or `% ` before each line that is typed. */
const quotePromptOf = (line: string): Prompt | undefined => {
  const match = QUOTE_PROMPT.exec(line);
  return match !== null && likenessOf(line.slice(match[0].length)) >= 2
    ? { length: match[0].length }
    : undefined;
};

/** The same before a program that is not known: `> shopctl registry drop`. */
const quotedWordsOf = (line: string): Prompt | undefined => {
  const length = QUOTE_PROMPT.exec(line)?.[0].length ?? 0;
  return quotePromptOf(line) ?? (length > 0 && couldBeTyped(line.slice(length)) ? { length } : undefined);
};

/** Where the first line has such a prompt; what is not known is typed, too, where all lines have one, and a line of them surely is. */
export const quotePromptsIn = (
  lines: readonly string[],
): ((line: string) => Prompt | undefined) | undefined => {
  const own = lines.filter((line) => line.trim() !== '');
  if (own.every((line) => QUOTE_PROMPT.test(line)) && own.some((line) => quotePromptOf(line) !== undefined))
    return quotedWordsOf;
  return quotePromptOf(own[0] ?? '') === undefined ? undefined : quotePromptOf;
};
