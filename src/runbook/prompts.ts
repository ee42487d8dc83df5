import { remembered } from '../core/remembered.ts';
import { CLIENTS, PROMPT_SIGN, SQL_START } from './knowledge/clients.ts';
import { SHOWS_ALONE } from './knowledge/programs.ts';
import { couldBeTyped, isLikelyTyped, isSentence, likenessOf, type Likeness } from './likeness.ts';

/** A prompt at the start of a line, and what is typed at it. */
export interface Prompt {
  /** The client whose prompt it is; absent at a shell. */
  readonly client?: string;
  readonly length: number;
  /** No shell's, but the author's note on where to type it, which not every line of a block has. */
  readonly note?: true;
}

const USER_AT_HOST = String.raw`\[?[\w.-]+@[\w.:-]+[^$#%>\n]{0,60}\]?`;
const NAMED = String.raw`(?:sh|bash|ash|zsh|dash|root|worker|host|server|node|pod|remote|local|laptop|master|console|client|admin|user|ubuntu|centos|vagrant|core|[\w.-]*\d[\w.-]*|[\w-]+\.[\w.-]+)(?:-[\d.]+)?(?:[:\s][~/][\w./-]*)?`;
/** Each has a `PROMPT_SIGN`. */
const SHELL_PROMPTS: readonly RegExp[] = [
  // ➜  infra git:(main) ✗
  /^\s*➜ {1,2}[\w.~/-]+\s+(?:git:\([^()\n]*\)\s*(?:[✗✔]\s*)?)?(?=\S)/,
  /^\s*(?:\([\w.-]+\)\s*)?(?:[~/][\w./-]*\s+)?[$❯➜›λ]\s+(?=\S)/,
  /^\s*\$(?=[a-z][\w-]*\s+[\w./<-])(?!\w+\s*=)/,
  new RegExp(String.raw`^\s*(?:\([\w.-]+\)\s*)?${USER_AT_HOST}\s?[$#%>](?:\s+|$)`),
  new RegExp(String.raw`^\s*${NAMED}\s?[$#](?:\s+|$)`),
  /^\s*[~/][\w./-]*\s?[$#%]\s+(?=\S)/,
  // laptop:infra jo$
  /^\s*[\w.-]+:[\w.~/-]+ [a-z][\w.-]*[$#]\s+(?=\S)/,
  // db-1:~>, (venv) db-1:scripts>
  /^\s*(?:\([\w.-]+\)\s*)?[\w.-]+:[~/][\w.~/-]*>\s+(?=\S)/,
  /^\s*\([\w.-]+\)\s*[\w.-]+:[\w.-]+>\s+(?=\S)/,
  /^\s*\[[\w.-]*\s?[~/][\w./-]*\]\s?[$#%]\s+(?=\S)/,
  /^\s*[a-z][\w-]*[$#]\s+(?=\S)/,
  // As MySQL's manual has it.
  /^\s*shell>\s+(?=\S)/,
  /^\s*PS [A-Z]?:?[^>\n]*>\s*/,
  // C:\ops>, api/00673a4a:~$
  /^\s*[A-Z]:\\[^<>\n]*>\s*/,
  /^\s*[\w.-]+\/[\w.-]+:[~/][\w./-]*[$#]\s+/,
];

/** What could also be the beginning of a text: a prompt only before what surely is a command. */
const BEFORE_COMMANDS: readonly {
  readonly form: RegExp;
  readonly least: Likeness;
  readonly note?: true;
}[] = [
  // `root@db: pg_dump shop`: its sign was lost
  { form: /^\s*[\w.-]+@[\w.-]+:\s+(?=\S)/, least: 2 },
  // `[at the source] systemctl stop web`
  {
    form: /^\s*\[(?!(?:info|warn(?:ing)?|error|debug|trace|notice|fatal|ok)\])[a-z\d][\w ,.'-]{1,50}\]\s+(?=\S)/,
    least: 3,
    note: true,
  },
  { form: /^\s*[\w.-]+:[a-z][\w.-]*>\s+(?=\S)/, least: 1 },
  { form: /^\s*(?:[a-z][\w.-]*[>%]|[~/][\w./-]*>)\s+(?=\S)/, least: 3 },
];

/** The prompt that a line begins with, by its look alone. A bare `# ` is none: it is a comment far more often. */
export const promptOf = (line: string): Prompt | undefined =>
  PROMPT_SIGN.test(line) ? promptShown(line) : undefined;

/** Each line is asked about by what finds the file's own programs, and several times by what reads its block. */
const promptShown = remembered((line): Prompt | undefined => {
  for (const { name, prompt, more } of CLIENTS) {
    if (more?.test(line)) return undefined;
    const match = prompt?.exec(line);
    if (match !== null && match !== undefined) {
      if (
        name === 'psql' &&
        (TOOLS_PROMPT.test(match[0]) ||
          (/#\s/.test(match[0]) && !/=/.test(match[0]) && !SQL_START.test(line.slice(match[0].length))))
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
    !NAMES_SOURCE.test(typed)
    ? { length: match[0].length }
    : undefined;
};

/** Where all lines of a block begin with `# `, one of which surely is typed, a program alone is, too: `# sync`. */
export const rootPromptOf = (line: string): Prompt | undefined =>
  barePromptOf(line) ??
  (SHOWS_ALONE.has(line.replace(/^\s*#\s+/, '').trim())
    ? { length: /^\s*#\s+/.exec(line)?.[0].length ?? 0 }
    : undefined);

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
