import { ENDS_WITH_LINE } from '../knowledge/sql-answers.ts';
import { lineCounter, type Statement } from './statements.ts';

/** Strings, identifiers and comments of a line, also `// so`, as no server takes it; and what RMAN runs as one: `run { … }`. */
const QUOTED =
  /\brun\s*\{[^{}]*\}|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\/(?<=(?:^|;)[ \t]*\/\/)[ \t]*[^\s][^\n]*/imy;

/** Where dollar-quoted bodies and comments of several lines begin. */
const OPENS_BODY = /\$(\w*)\$|\/\*/y;

/** `\G` ends a statement in MySQL as the semicolon does. */
const ENDS_LINE = /^[ \t]*(?:(?:--|\/\/)[^\n]*)?\n?$/;

/** `GO` and `/` on a line of their own, which end what stands before them and are none. */
const SEPARATOR = /^[ \t]*(?:go(?:[ \t]+\d+)?|\/)[ \t]*;?[ \t]*$/gim;

/** What has a body of statements, up to its separator: `begin … end;`, and then `/`. */
const WITH_BODY =
  /(?:declare|begin|create\s+(?:or\s+replace\s+)?(?:procedure|function|trigger|package))\s[^\uE000]*?\bend\s*\w*;\s*(?=\uE000)/iy;

/** What MySQL's client takes up to another sign than the semicolon, with the lines that say so: one statement. */
const DELIMITED =
  /(?<=^[ \t]*)delimiter[ \t]+(?!;[ \t]*$)\S+[ \t]*\n(?:.*\n)*?[ \t]*delimiter[ \t]*;[ \t]*$/imy;
/** Without one further on, none of them ends. */
const ENDS_DELIMITED = /^[ \t]*delimiter[ \t]*;[ \t]*$/gim;

/** SQL split at semicolons that are not in a string, an identifier, a dollar-quoted body or a comment; `\l` is one, too. */
export const sqlStatements = (own: string): readonly Statement[] => {
  const text = own.replaceAll(SEPARATOR, (line) => '\uE000'.padEnd(line.length));
  const statements: Statement[] = [];
  const lineOf = lineCounter(text);
  let start = 0;
  let at = 0;
  let begun = false;
  const endOfBody = bodies(text);
  const push = (end: number): void => {
    const piece = text.slice(start, end);
    const bare = piece.replace(/^(?:\s|\uE000|(?:--|\/\/[ \t]*(?!\s))[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '');
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
  const lastDelimiter = [...text.matchAll(ENDS_DELIMITED)].at(-1)?.index ?? -1;
  while (at < text.length) {
    if (at < lastDelimiter && (text[at] === 'd' || text[at] === 'D')) {
      DELIMITED.lastIndex = at;
      const delimited = DELIMITED.exec(text)?.[0];
      if (delimited !== undefined) {
        push(at);
        push((at += delimited.length));
        continue;
      }
    }
    if (hasSeparators && !begun && /\S/.test(text[at] as string)) {
      WITH_BODY.lastIndex = at;
      at += WITH_BODY.exec(text)?.[0].length ?? 0;
      begun = true;
    }
    QUOTED.lastIndex = at;
    const end = QUOTED.test(text) ? QUOTED.lastIndex : endOfBody(at);
    if (end !== undefined) at = end;
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

/** The end of the body or comment that begins at an offset, where one does; for offsets in their order. A text may be full of what nothing closes. */
const bodies = (text: string): ((at: number) => number | undefined) => {
  const tags = new Map<string, number[]>();
  for (const { index, 1: tag = '' } of [...text.matchAll(TAG)].toReversed())
    tags
      .set(tag, tags.get(tag) ?? [])
      .get(tag)
      ?.push(index);
  const lastComment = text.lastIndexOf('*/');
  return (at) => {
    OPENS_BODY.lastIndex = at;
    const opening = OPENS_BODY.exec(text);
    const from = OPENS_BODY.lastIndex;
    if (opening === null) return undefined;
    const [, tag] = opening;
    if (tag === undefined) return from > lastComment ? undefined : text.indexOf('*/', from) + 2;
    const places = tags.get(tag) ?? [];
    while ((places.at(-1) ?? from) < from) places.pop();
    const end = places.at(-1);
    return end === undefined ? undefined : end + opening[0].length;
  };
};

/** Each, also where two share a `$`. */
const TAG = /\$(?=(\w*)\$)/g;

/** Nobody types more on one line, with the remarks above it, in characters. */
const LONGEST_LINE = 2000;

/** A command of the client's own, such as `\l` and `set linesize 200`. */
const endsWithLine = (text: string): boolean => {
  const bare = text.replace(/^(?:\s|\uE000|(?:--|\/\/)[^\n]*(?:\n|$))+/, '');
  return bare.startsWith('\\') || ENDS_WITH_LINE.test(bare) || /^run\s*\{[^{}]*\}\s*$/i.test(bare);
};
