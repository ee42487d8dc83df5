import { parse } from 'unbash';

/** One thing typed at a shell, by its place in the text. */
export interface Statement {
  readonly text: string;
  /** 0-based lines of the text, both included. */
  readonly first: number;
  readonly last: number;
  /** How the parser failed, where the text is not valid bash and was read line by line. */
  readonly invalid?: string;
}

/** The statements of a shell text; those on one line are one. Comments are left out. */
export const shellStatements = (text: string): readonly Statement[] => {
  const script = parse(text);
  const problem = script.errors?.[0]?.message;
  if (problem !== undefined) return lineByLine(text, problem);
  const lineOf = lineCounter(text);
  const statements: { start: number; end: number }[] = [];
  for (const { pos, end } of script.commands) {
    const previous = statements.at(-1);
    if (previous !== undefined && lineOf(previous.end) === lineOf(pos)) previous.end = end;
    else statements.push({ start: pos, end });
  }
  return statements.map(({ start, end }) => {
    const last = hereDocumentEnd(text, start, end);
    return {
      text: text.slice(start, last).trimEnd(),
      first: lineOf(start),
      last: lineOf(text.slice(0, last).trimEnd().length),
    };
  });
};

/** A statement's own end may lie before the here-document that it reads. */
const hereDocumentEnd = (text: string, start: number, end: number): number => {
  const delimiter = /<<-?\s*(['"]?)(\w+)\1/.exec(text.slice(start, end))?.[2];
  if (delimiter === undefined) return end;
  const closing = new RegExp(`^\\s*${delimiter}\\s*$`, 'm').exec(text.slice(end));
  return closing === null ? end : end + closing.index + closing[0].length;
};

const lineCounter = (text: string): ((offset: number) => number) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
};

const lineByLine = (text: string, invalid: string): readonly Statement[] => {
  const statements: Statement[] = [];
  const lines = text.split('\n');
  for (let first = 0; first < lines.length; first++) {
    let last = first;
    while (/\\\s*$/.test(lines[last] ?? '') && last + 1 < lines.length) last += 1;
    const joined = lines.slice(first, last + 1).join('\n');
    if (joined.trim() !== '' && !joined.trimStart().startsWith('#'))
      statements.push({ text: joined.trim(), first, last, invalid });
    first = last;
  }
  return statements;
};
