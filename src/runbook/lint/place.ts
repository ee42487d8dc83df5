import { eachLine, indentOf } from '../text/lines.ts';
import type { Command } from '../model.ts';
import type { Page, Place } from './model.ts';

/** Nobody looks for a column beyond it. */
const FARTHEST = 10_000;

/**
 * Where a part of a command stands in the raw file: the first match in the command's text, or else its whole first line.
 * Prompts, indentation and mojibake are in the raw line and not in the text, so the match is looked for there again.
 */
export const placeIn = (page: Page, command: Command, part?: string | RegExp): Place => {
  const [first, last] = command.lines;
  const match = part === undefined ? undefined : firstMatch(command.text.slice(0, FARTHEST), part);
  if (match !== undefined) {
    const offset = command.text.slice(0, match.index).split('\n').length - 1;
    const needle = match.text.split('\n')[0] ?? '';
    for (const line of [first + offset, ...eachLine([first, last])]) {
      const column = (page.raw[line - 1] ?? '').indexOf(needle, spanIn(page, command, line)?.[0]);
      if (column >= 0 && needle !== '') return marked(line, column, needle.length);
    }
  }
  return placeOfText(page, first, command.text.split('\n')[0] ?? '');
};

/**
 * The columns of a command in a raw line, 0-based, the end excluded. In a sentence the same words may stand before and behind it.
 * @returns `undefined` where its text is not found there: mojibake in it, or a line that is none of its own
 */
export const spanIn = (page: Page, command: Command, line: number): Span | undefined =>
  spansIn(page, command, line)[0];

export type Span = readonly [start: number, end: number];

/** The same, wherever a sentence has the command: told twice, it is the same command twice. */
export const spansIn = (page: Page, command: Command, line: number): readonly Span[] => {
  const raw = page.raw[line - 1] ?? '';
  const own = (linesIn(command)[line - command.lines[0]] ?? '').trim();
  if (own === '') return [];
  const quoted = command.where === 'inline' ? indicesOf(raw, `\`${own}\``).map((index) => index + 1) : [];
  const starts = quoted.length > 0 ? quoted : indicesOf(raw, own).slice(0, 1);
  return starts.map((start) => [start, start + own.length]);
};

/** A here-document may have thousands, and each is asked for. */
const linesIn = (command: Command): readonly string[] => {
  const known = split.get(command) ?? command.text.split('\n');
  split.set(command, known);
  return known;
};

const split = new WeakMap<Command, readonly string[]>();

const indicesOf = (text: string, part: string): readonly number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found.push(at);
  return found;
};

/** Where a text stands in a line, or else the line without its indentation. */
export const placeOfText = (page: Page, line: number, text: string): Place => {
  const raw = page.raw[line - 1] ?? '';
  const column = text === '' ? -1 : raw.slice(0, FARTHEST + text.length).indexOf(text);
  if (column >= 0) return marked(line, column, text.length);
  const start = indentOf(raw);
  return marked(line, start, Math.max(1, raw.trimEnd().length - start));
};

const marked = (line: number, column: number, length: number): Place => ({
  line,
  column: column + 1,
  endLine: line,
  endColumn: column + 1 + length,
});

const firstMatch = (text: string, part: string | RegExp): { index: number; text: string } | undefined => {
  if (typeof part === 'string') {
    const index = text.indexOf(part);
    return index < 0 ? undefined : { index, text: part };
  }
  const match = part.exec(text);
  return match === null ? undefined : { index: match.index, text: match[0] };
};
