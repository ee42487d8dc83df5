import { ENDS_WITH_LINE } from '../knowledge/sql-answers.ts';
import { lineCounter, type Statement } from './statements.ts';

/** Where strings, identifiers, dollar-quoted bodies and comments begin, and how each ends; and what RMAN runs as one: `run { … }`. */
const QUOTED =
  /\brun\s*\{[^{}]*\}|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//iy;

/** `\G` ends a statement in MySQL as the semicolon does. */
const ENDS_LINE = /^[ \t]*(?:--[^\n]*)?\n?$/;

/** `GO` and `/` on a line of their own, which end what stands before them and are none. */
const SEPARATOR = /^[ \t]*(?:go(?:[ \t]+\d+)?|\/)[ \t]*;?[ \t]*$/gim;

/** What has a body of statements, up to its separator: `begin … end;`, and then `/`. */
const WITH_BODY =
  /(?:declare|begin|create\s+(?:or\s+replace\s+)?(?:procedure|function|trigger|package))\s[^\uE000]*?\bend\s*\w*;\s*(?=\uE000)/iy;

/** SQL split at semicolons that are not in a string, an identifier, a dollar-quoted body or a comment; `\l` is one, too. */
export const sqlStatements = (own: string): readonly Statement[] => {
  const text = own.replaceAll(SEPARATOR, (line) => '\uE000'.padEnd(line.length));
  const statements: Statement[] = [];
  const lineOf = lineCounter(text);
  let start = 0;
  let at = 0;
  let begun = false;
  const push = (end: number): void => {
    const piece = text.slice(start, end);
    const bare = piece.replace(/^(?:\s|\uE000|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '');
    const offset = start + piece.length - bare.length;
    if (bare.trim() !== '') {
      const trimmed = bare.trimEnd();
      statements.push({
        text: trimmed,
        first: lineOf(offset),
        last: lineOf(offset + trimmed.length - 1),
      });
    }
    start = end;
    begun = false;
  };
  const hasSeparators = text !== own;
  while (at < text.length) {
    if (hasSeparators && !begun && /\S/.test(text[at] as string)) {
      WITH_BODY.lastIndex = at;
      at += WITH_BODY.exec(text)?.[0].length ?? 0;
      begun = true;
    }
    QUOTED.lastIndex = at;
    const quoted = QUOTED.exec(text);
    if (quoted !== null) at += quoted[0].length;
    else if (text[at] === '\uE000') {
      push(at);
      at += 1;
    } else if (text[at] === ';') push(++at);
    else if (
      text.startsWith('\\G', at) &&
      ENDS_LINE.test(text.slice(at + 2, text.indexOf('\n', at) + 1 || text.length))
    )
      push((at += 2));
    else if (text[at] === '\n' && at - start < LONGEST_LINE && endsWithLine(text.slice(start, at)))
      push(++at);
    else at += 1;
  }
  push(text.length);
  return statements;
};

/** Nobody types more on one line, with the remarks above it, in characters. */
const LONGEST_LINE = 2000;

/** A command of the client's own, such as `\l` and `set linesize 200`. */
const endsWithLine = (text: string): boolean => {
  const bare = text.replace(/^(?:\s|\uE000|--[^\n]*(?:\n|$))+/, '');
  return bare.startsWith('\\') || ENDS_WITH_LINE.test(bare) || /^run\s*\{[^{}]*\}\s*$/i.test(bare);
};
