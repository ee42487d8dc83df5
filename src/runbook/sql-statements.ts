import { lineCounter, type Statement } from './statements.ts';

/** Where strings, identifiers, dollar-quoted bodies and comments begin, and how each ends. */
const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\//y;

/** `\G` ends a statement in MySQL as the semicolon does. */
const ENDS_LINE = /^[ \t]*(?:--[^\n]*)?\n?$/;

/** SQL split at semicolons that are not in a string, an identifier, a dollar-quoted body or a comment; `\l` is one, too. */
export const sqlStatements = (text: string): readonly Statement[] => {
  const statements: Statement[] = [];
  const lineOf = lineCounter(text);
  let start = 0;
  let at = 0;
  const push = (end: number): void => {
    const own = text.slice(start, end);
    const bare = own.replace(/^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '');
    const offset = start + own.length - bare.length;
    if (bare.trim() !== '') {
      const trimmed = bare.trimEnd();
      statements.push({
        text: trimmed,
        first: lineOf(offset),
        last: lineOf(offset + trimmed.length - 1),
      });
    }
    start = end;
  };
  while (at < text.length) {
    QUOTED.lastIndex = at;
    const quoted = QUOTED.exec(text);
    if (quoted !== null) at += quoted[0].length;
    else if (text[at] === ';') push(++at);
    else if (
      text.startsWith('\\G', at) &&
      ENDS_LINE.test(text.slice(at + 2, text.indexOf('\n', at) + 1 || text.length))
    )
      push((at += 2));
    else if (text[at] === '\n' && /^(?:\s|--[^\n]*\n)*\\/.test(text.slice(start, at))) push(++at);
    else at += 1;
  }
  push(text.length);
  return statements;
};
