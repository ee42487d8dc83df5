import { FENCE, fenceAfter } from '../text/fences.ts';

const WRAPPERS =
  /<\/?(?:div|section|article|aside|main|center|figure|[A-Z])|\{%|\{\{[<%]|\{\{\s*site\.|^\| ?<pre\b/m;

/** A line with nothing but a tag around Markdown: HTML's, MDX's, Liquid's, Hugo's. */
const WRAPPER =
  /^[ \t]*(?:<\/?(?:div|section|article|aside|main|center|figure|[A-Z][\w.]*)(?:\s[^<>]*)?>|\{%[^{}]*%\}|\{\{[<%][^{}]*[>%]\}\}|\{\{\s*site\.[^{}]*\}\})[ \t]*$/;

/** A block over several lines in the only cell of a table: no table, since a row of one ends with its line. */
const BLOCK_IN_CELL = /^\|(?= ?<pre\b(?!.*<\/pre>))/i;

/**
 * A text with spaces in place of the lines that only wrap Markdown, so that all else stays where it is. CommonMark takes what follows such a line
 * for HTML up to an empty one; the site that the text is written for reads Markdown there, and so do its readers.
 */
export const withoutWrappers = (text: string): string => withoutTags(withoutOuterFence(text));

const withoutTags = (text: string): string => {
  if (!WRAPPERS.test(text)) return text;
  let fence = '';
  return text
    .split('\n')
    .map((line) => {
      const before = fence;
      fence = fenceAfter(before, line);
      if (before !== '' || fence !== '') return line;
      return WRAPPER.test(line) ? ' '.repeat(line.length) : line.replace(BLOCK_IN_CELL, ' ');
    })
    .join('\n');
};

/** A text that was pasted with the fence around it that a chat shows it in, though blocks stand in it: the document is what is within. */
const withoutOuterFence = (text: string): string => {
  const opening = OUTER.exec(text);
  if (opening === null || /template|example|sample/i.test(opening[0])) return text;
  const lines = text.split('\n');
  const first = opening[0].split('\n').length - 1;
  const marks = opening[1] ?? '';
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const closing = outerEnd(lines, first + 1, marks);
  const within = lines.slice(first + 1, closing);
  if (closing !== undefined && closing < last) return text;
  if (!within.some((line) => HEADING.test(line)) || !within.some((line) => FENCE.exec(line)?.[2]?.trim()))
    return text;
  return lines
    .map((line, index) => (index === first || index === closing ? ' '.repeat(line.length) : line))
    .join('\n');
};

/** At the beginning, or after a title. */
const OUTER =
  /^\uFEFF?(?:(?:#{1,6} [^\n]*|-{3,}[ \t]*|[ \t]*)\n)*(`{3,}|~{3,})[ \t]*(?:markdown|md)[ \t]*(?=\n)/;
const HEADING = /^ {0,3}#{1,6} \S/;

/** Where the author meant a fence to end that holds others, each of which names its language: at a bare one that none of them is open for. */
const outerEnd = (lines: readonly string[], from: number, outer: string): number | undefined => {
  let isInner = false;
  for (let at = from; at < lines.length; at++) {
    const [, marks = '', info = ''] = FENCE.exec(lines[at] ?? '') ?? [];
    if (marks === '') continue;
    if (info.trim() !== '') isInner = true;
    else if (isInner) isInner = false;
    else if (marks.startsWith(outer)) return at;
  }
  return undefined;
};
