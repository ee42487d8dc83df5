import { beginsAnew, HERE_DOCUMENT, isOpen, LONGEST, statementEnd } from './continuation.ts';
import { maskPlaceholders } from './placeholders.ts';
import { isRemark } from './remarks.ts';
import { textOn } from '../text/lines.ts';
import { isPlain } from '../text/plain.ts';
import { parseShell } from './shell-syntax.ts';

/** One thing typed, by its place in the text. */
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
  const masked = maskPlaceholders(meant(text));
  if (masked.split('\n').every((line) => isPlain(line) || isRemark(line))) return plainStatements(text);
  const script = parseShell(masked);
  if (script.errors?.[0] !== undefined || hasUnclosedQuote(masked) || hasLooseEnd(masked))
    return lineByLine(text);
  const lineOf = lineCounter(text);
  const spans: { start: number; end: number; lastLine: number }[] = [];
  for (const { pos, end } of script.commands) {
    const previous = spans.at(-1);
    const last = hereDocumentEnd(masked, pos, end);
    const goesOn =
      previous !== undefined &&
      (masked[pos] === '-' ? GOES_ON : GOES_ON_BELOW).test(masked.slice(previous.end, pos));
    if (previous !== undefined && (previous.lastLine >= lineOf(pos) || goesOn)) {
      previous.end = Math.max(previous.end, last);
      previous.lastLine = lineOf(previous.end);
    } else spans.push({ start: pos, end: last, lastLine: lineOf(last) });
  }
  return spans.map(({ start, end }) => {
    const own = text.slice(start, end).trimEnd();
    return { text: own, first: lineOf(start), last: lineOf(start + own.length) };
  });
};

/** A blank line ends what a backslash left open, unless options stand below it. */
const GOES_ON = /\\\n\s*$/;
const GOES_ON_BELOW = /\\\n[ \t]*$/;

/** A backslash before spaces at the end of a line was meant to go on with the next one. All else stays where it is. */
const meant = (text: string): string => text.replaceAll(/\\([ \t]+)\n/g, '$1\\\n');

/** Quotes that two lines never close make one valid statement of both. */
const hasUnclosedQuote = (text: string): boolean => {
  const lines = text.split('\n');
  return lines.some((_, at) => beginsAnew(lines, at));
};

/** Does a here-document end only if the spaces around its last line are left out? A shell would read on. */
const hasLooseEnd = (text: string): boolean => {
  if (!text.includes('<<')) return false;
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [operator = '', , delimiter] = OPENS_DOCUMENT.exec(lines[at] ?? '') ?? [];
    if (delimiter === undefined) continue;
    let end = at + 1;
    while (end < lines.length && lines[end]?.trim() !== delimiter) end += 1;
    if (end === lines.length) return false;
    const last = lines[end] ?? '';
    if ((operator.startsWith('<<-') ? last.replace(/^\t+/, '') : last) !== delimiter) return true;
    at = end;
  }
  return false;
};

/** And no `<<<`. */
const OPENS_DOCUMENT = new RegExp(`(?<!<)${HERE_DOCUMENT.source}`);

const plainStatements = (text: string): readonly Statement[] =>
  text
    .split('\n')
    .flatMap((line, index) => (isRemark(line) ? [] : [{ text: line.trim(), first: index, last: index }]));

/** Is this text, placeholders aside, valid bash? How the parser fails, where it is not. */
export const shellProblem = (text: string): string | undefined => {
  const masked = maskPlaceholders(text);
  return isPlain(masked) ? undefined : parseShell(masked).errors?.[0]?.message;
};

/** A statement's own end may lie before the here-document that it reads. */
const hereDocumentEnd = (text: string, start: number, end: number): number => {
  const match = OPENS_DOCUMENT.exec(text.slice(start, end));
  if (match === null) return end;
  const from = start + match.index;
  const closing = new RegExp(`^[ \\t]*${match[2]?.replaceAll('.', '\\.')}[ \\t]*$`, 'm').exec(
    text.slice(from),
  );
  return closing === null ? end : Math.max(end, from + closing.index + closing[0].length);
};

/** The 0-based line of an offset of the text. */
export const lineCounter = (text: string): ((offset: number) => number) => {
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

/** For text that is not valid bash as a whole: what lines belong together is one statement, valid or not. */
const lineByLine = (text: string): readonly Statement[] => {
  const statements: Statement[] = [];
  const lines = text.split('\n');
  let longest = LONGEST;
  for (let first = 0; first < lines.length; first++) {
    const line = (lines[first] ?? '').trim();
    if (line === '' || line.startsWith('#')) continue;
    const last = statementEnd(lines, first, longest);
    // What is never closed once will not be closed from the next line on either.
    if (last === first && isOpen(line)) longest = 10;
    const joined = textOn(lines, first, last);
    const invalid = shellProblem(joined);
    statements.push({ text: joined, first, last, ...(invalid === undefined ? {} : { invalid }) });
    first = last;
  }
  return statements;
};
