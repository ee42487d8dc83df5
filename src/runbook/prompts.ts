import { CLIENTS, PROMPT_SIGN, SQL_START } from './knowledge/clients.ts';
import { isLikelyTyped, likenessOf } from './likeness.ts';

/** A prompt at the start of a line, and what is typed at it. */
export interface Prompt {
  /** The client whose prompt it is; absent at a shell. */
  readonly client?: string;
  readonly length: number;
}

const USER_AT_HOST = String.raw`\[?[\w.-]+@[\w.-]+[^$#%>\n]{0,60}\]?`;
const NAMED = String.raw`(?:sh|bash|ash|zsh|dash|root|worker|host|server|node|pod|remote|local|laptop|master|console|client|admin|user|ubuntu|centos|vagrant|core|[\w.-]*\d[\w.-]*|[\w-]+\.[\w.-]+)(?:-[\d.]+)?(?:[:\s][~/][\w./-]*)?`;
/** Each has a `PROMPT_SIGN`. */
const SHELL_PROMPTS: readonly RegExp[] = [
  /^\s*(?:\([\w.-]+\)\s*)?[$❯➜›]\s+(?=\S)/,
  /^\s*\$(?=[a-z][\w-]*\s+[\w./<-])(?!\w+\s*=)/,
  new RegExp(String.raw`^\s*(?:\([\w.-]+\)\s*)?${USER_AT_HOST}\s?[$#%>](?:\s+|$)`),
  new RegExp(String.raw`^\s*${NAMED}\s?[$#](?:\s+|$)`),
  /^\s*[~/][\w./-]*\s[$#%]\s+(?=\S)/,
  /^\s*[a-z][\w-]*[$#]\s+(?=\S)/,
  // As MySQL's manual has it.
  /^\s*shell>\s+(?=\S)/,
  /^\s*PS [A-Z]?:?[^>\n]*>\s*/,
  // C:\ops>, api/00673a4a:~$
  /^\s*[A-Z]:\\[^<>\n]*>\s*/,
  /^\s*[\w.-]+\/[\w.-]+:[~/][\w./-]*[$#]\s+/,
];

/** `root@db: pg_dump shop`: a prompt whose sign was lost. */
const HOST_ALONE = /^\s*[\w.-]+@[\w.-]+:\s+(?=\S)/;

/** The prompt that a line begins with, by its look alone. A bare `# ` is none: it is a comment far more often. */
export const promptOf = (line: string): Prompt | undefined => {
  if (!PROMPT_SIGN.test(line)) return undefined;
  for (const { name, prompt, more } of CLIENTS) {
    const match = prompt?.exec(line);
    if (match !== null && match !== undefined && !more?.test(line)) {
      if (
        name === 'psql' &&
        /#\s/.test(match[0]) &&
        !/=/.test(match[0]) &&
        !SQL_START.test(line.slice(match[0].length))
      )
        continue;
      return { client: name, length: match[0].length };
    }
  }
  const bare = HOST_ALONE.exec(line)?.[0];
  if (bare !== undefined && isLikelyTyped(line.slice(bare.length))) return { length: bare.length };
  for (const form of SHELL_PROMPTS) {
    const match = form.exec(line);
    if (match !== null) return { length: match[0].length };
  }
  return undefined;
};

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

const QUOTE_PROMPT = /^\s*[>%]\s+(?=\S)/;

/** `> ` or `% ` before each line that is typed. */
export const quotePromptOf = (line: string): Prompt | undefined => {
  const match = QUOTE_PROMPT.exec(line);
  return match !== null && likenessOf(line.slice(match[0].length)) >= 2
    ? { length: match[0].length }
    : undefined;
};
