import { lineBefore } from '../text/lines.ts';

/** A text in which a fence could be set in too far, or its content too little, or a list too far. */
const SET_IN = /^(?:[ \t]+(?:`{3}|~{3})|(?: {4}| {0,3}\t)[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t])/m;

const FENCE = /^(`{3,}|~{3,})([^`]*)$/;
const MARKER = /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)/;
const HEADING = /^#{1,6}\s/;
const BREAKS = /^(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|`{3}|~{3})/;

/** What begins a list's items that are prose: "- Look at the log.", "1. Run `x`", not what YAML or a list of files has. */
const PROSE =
  /^(?:[-*+]|\d{1,9}[.)])[ \t]+(?![\w.-]+:(?:\s|$))(?:.*(?:`|\*\*)|[*_"'(]*\p{Lu}[\p{L}'’]*(?:,? [\p{L}'’-]+))/u;

/**
 * A text whose fences in list items begin and end where they were meant to, and whose lists are none of code's. Below `- [ ] x` many set a fence in as far as the text after the box,
 * which Markdown takes for a part of the paragraph, or for indented code; others leave what the fence holds at the margin, where the item ends and
 * the fence with it. A list that is set in below a paragraph is indented code to Markdown. Lines stay in their places, columns do not.
 */
export const withMeantBlocks = (text: string): string => {
  if (!SET_IN.test(text)) return text;
  const lines = text.split('\n');
  const items: number[] = [];
  let [afterBlank, inCode] = [true, false];
  let [noItem, itsColumn] = [-1, 0];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      afterBlank = true;
      continue;
    }
    const own = line.trim();
    const indent = indentOf(line);
    let left = 0;
    if (afterBlank || BREAKS.test(own)) while ((items.at(-1) ?? 0) > indent) left = items.pop() ?? 0;
    const around = items.at(-1) ?? 0;
    const far = indent - around >= FAR;
    if (far && afterBlank && !inCode && leadsToFence(lines, at)) {
      if (left > 0) items.push(left);
      moveBlock(lines, at, Math.max(left, around) - indent);
      at -= 1;
      continue;
    }
    const isRefused = at < noItem && itsColumn <= indent;
    if (far && afterBlank && !inCode && !isRefused && PROSE.test(own)) {
      const refusing = setListRight(lines, at, around);
      if (refusing === undefined) {
        at -= 1;
        continue;
      }
      [noItem, itsColumn] = [refusing, indentOf(lines[refusing] ?? '')];
    }
    const marker = far ? undefined : MARKER.exec(own)?.[0];
    if (marker !== undefined) items.push(indent + marker.length);
    const fence = FENCE.exec(own.slice(marker?.length ?? 0));
    if (fence !== null && !inCode) {
      const column = items.at(-1) ?? 0;
      const closing = closingOf(lines, at, fence[1] ?? '');
      const block = {
        first: at,
        last: closing ?? at,
        column,
        opening: marker === undefined ? indent : column,
      };
      if (closing !== undefined && isWhole(lines, block)) setRight(lines, block);
      at = closing ?? lastOfItem(lines, at, column);
    }
    inCode = far && fence === null && (afterBlank || inCode);
    afterBlank = !far && HEADING.test(own);
  }
  return lines.join('\n');
};

/** Does a text that Markdown takes for code lead to a fence, as no code does: "    Run it:", and then "    ```bash"? */
const leadsToFence = (lines: readonly string[], first: number): boolean => {
  const indent = indentOf(lines[first] ?? '');
  if (FENCE.test((lines[first] ?? '').trim())) return false;
  for (let at = first + 1; at < first + LEADS_WITHIN; at++) {
    const own = (lines[at] ?? '').trim();
    if (own === '') continue;
    if (indentOf(lines[at] ?? '') < indent) return false;
    if (FENCE.test(own)) return LEADS_TO_BLOCK.test(lineBefore(lines, at).trim());
  }
  return false;
};

/** So many lines are a text that leads to a block, and no code. */
const LEADS_WITHIN = 12;
const LEADS_TO_BLOCK = /^\p{Lu}[^=;{}]*:$/u;

/** The first line that is set in less. */
const endOfBlock = (lines: readonly string[], first: number, indent: number): number => {
  let end = first + 1;
  while (end < lines.length && ((lines[end] ?? '').trim() === '' || indentOf(lines[end] ?? '') >= indent))
    end += 1;
  return end;
};

const moveBlock = (lines: string[], first: number, by: number): void => {
  const end = endOfBlock(lines, first, indentOf(lines[first] ?? ''));
  for (let at = first; at < end; at++) lines[at] = moved(lines[at] ?? '', by);
};

/** So far in, in columns, Markdown reads code, or more of a paragraph. */
const FAR = 4;

interface Block {
  readonly first: number;
  readonly last: number;
  /** Where the item's content begins. */
  readonly column: number;
  /** How far the fence is set in. */
  readonly opening: number;
}

/** The line that closes a fence; none, where another one opens before. */
const closingOf = (lines: readonly string[], first: number, marks: string): number | undefined => {
  for (let at = first + 1; at < lines.length; at++) {
    const [, own = '', info = ''] = FENCE.exec((lines[at] ?? '').trim()) ?? [];
    if (own.startsWith(marks)) return info.trim() === '' ? at : undefined;
  }
  return undefined;
};

/** Is it surely this fence that the line closes, and not one more that opens after the item? */
const isWhole = (lines: readonly string[], { first, last, column, opening }: Block): boolean => {
  const content = lines.slice(first + 1, last).filter((line) => line.trim() !== '');
  const outside = content.filter((line) => indentOf(line) < column);
  return (
    outside.length === 0 ||
    (!outside.some((line) => MARKER.test(line.trim())) &&
      (indentOf(lines[last] ?? '') === opening || content.length === last - first - 1))
  );
};

const setRight = (lines: string[], { first, last, column, opening }: Block): void => {
  const content = lines.slice(first + 1, last).filter((line) => line.trim() !== '');
  const least = content.reduce((so, line) => Math.min(so, indentOf(line)), opening);
  const isFar = opening - column >= FAR;
  const closing = indentOf(lines[last] ?? '');
  if (!isFar && least >= column && closing >= column && closing - column < FAR) return;
  const by = least < column ? column - least : isFar ? column - Math.min(least, opening) : 0;
  if (isFar) lines[first] = ' '.repeat(column) + (lines[first] ?? '').trimStart();
  for (let at = first + 1; at < last; at++) lines[at] = moved(lines[at] ?? '', by);
  lines[last] = ' '.repeat(column) + (lines[last] ?? '').trimStart();
};

/** Moves a list that Markdown takes for code to where its items are read; nothing, where a line shows that it is none, which is given then. */
const setListRight = (lines: string[], first: number, around: number): number | undefined => {
  const indent = indentOf(lines[first] ?? '');
  let end = first + 1;
  for (; end < lines.length; end++) {
    const own = (lines[end] ?? '').trim();
    if (own === '') continue;
    const column = indentOf(lines[end] ?? '');
    if (column - around < FAR) break;
    if (column <= indent && !PROSE.test(own)) return end;
  }
  for (let at = first; at < end; at++) lines[at] = moved(lines[at] ?? '', around - indent);
  return undefined;
};

const moved = (line: string, by: number): string =>
  by === 0 || line.trim() === '' ? line : ' '.repeat(Math.max(0, indentOf(line) + by)) + line.trimStart();

/** A fence that nothing closes ends with the item that it stands in, or with the text. */
const lastOfItem = (lines: readonly string[], first: number, column: number): number => {
  if (column === 0) return lines.length;
  let at = first;
  while (
    at + 1 < lines.length &&
    ((lines[at + 1] ?? '').trim() === '' || indentOf(lines[at + 1] ?? '') >= column)
  )
    at += 1;
  return at;
};

/** In columns; a tab reaches to the next fourth. */
const indentOf = (line: string): number => {
  let columns = 0;
  for (const char of line) {
    if (char === ' ') columns += 1;
    else if (char === '\t') columns += FAR - (columns % FAR);
    else break;
  }
  return columns;
};
