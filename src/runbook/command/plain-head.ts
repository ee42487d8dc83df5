import { saysSomething } from '../knowledge/not-typed.ts';
import { isKnown, PROGRAMS } from '../knowledge/programs.ts';

/**
 * The same command as it is mostly written: without a redirection that stands before the program, what passes alias by (`\rm`), quotes
 * around the program's name, and what does nothing first (`: ; `). Only where a known program comes then: psql has `\echo`, too, and
 * programs print names in quotes.
 */
export const plainHead = (text: string): string => {
  if (!/^[\\"'\d&<>:t]/.test(text)) return text;
  for (const form of BEFORE) {
    const bare = text.replace(form, '');
    if (bare !== text && isKnown(wordOf(bare))) return bare;
  }
  const escaped = wordOf(text.slice(1));
  if (text.startsWith('\\') && isKnown(escaped) && !OF_PSQL.test(escaped)) return text.slice(1);
  const [whole = '', , name = ''] = QUOTED.exec(text) ?? [];
  const given = text.slice(whole.length);
  return PROGRAMS.has(name) && GIVEN.test(given) && !saysSomething(given) ? name + given : text;
};

const wordOf = (text: string): string => /^[\w.+-]*/.exec(text)?.[0] ?? '';

const BEFORE = [
  // `: ; docker restart web`
  /^(?::|true)\s*(?:;|&&)\s+/,
  // `>/dev/null docker restart web`; `> web` is a quotation, and `<web>` to be filled in
  /^(?:(?:&>>?|\d?>{1,2}|\d?<)(?=\S*[./$])[\w.~$/{}-]+\s+|\d>&\d\s+)+/,
];

/** Of its own commands, those that are called as a program is. */
const OF_PSQL = /^(?:cd|echo|if|set|unset|watch|password|prompt|copy|timing|\W?|\w)$/;

const QUOTED = /^(["'])([a-z][\w.+-]*)\1(?=\s)/;

/** `"nginx" restarted` */
const GIVEN = /^\s+(?!\w+ed(?:\s|$))[\w$"'/.-]/;
