import { FENCE, fenceAfter } from '../text/fences.ts';

/** A text in which something could mark a callout. */
const CALLOUTS = /^[ \t>]*(?:\[!|!!!|\?\?\?|:::)|^[ \t]*>.*\*\*\W*$/m;

/** What a callout begins with in a quote, GitHub's and Obsidian's: `> [!WARNING]`, `> [!tip]- If it is full`. The groups are what stands before, and its title. */
const ALERT = /^((?:[ \t]*>)+[ \t]*)\[![\w-]+\][+-]?[ \t]*(.*)$/;

/** What says it in bold instead: `> **Warning**`. */
const IN_BOLD =
  /^((?:[ \t]*>)+[ \t]*)[^\p{L}\n]*\*\*[^\p{L}\n]*(?:note|tip|info|important|warning|caution|danger|attention)[^\p{L}\n]*$/iu;

/** Docusaurus': `:::caution If it is full`, `:::tip[If it is full]`, and its end. */
const DIRECTIVE = /^([ \t]*):{3,}(?:[ \t]*[\w-]+(?:\{[^{}]*\})?(?:\[(.*)\])?(?:[ \t]+(.*))?)?[ \t]*$/;

/** One that MkDocs sets in: `!!! warning "If it is full"`, `???+ tip`. */
const SET_IN = /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*(?:[ \t]+"(.*)")?[ \t]*$/;

/** How much further in MkDocs wants what stands in it. */
const FURTHER = 4;

/**
 * A text whose callouts hold nothing but what they say: the line that opens one would be the beginning of its first sentence, and what MkDocs sets
 * in below it would be code. Lines stay in their places, columns of what is set in do not.
 */
export const withoutCalloutMarks = (text: string): string => {
  if (!CALLOUTS.test(text)) return text;
  const lines = text.split('\n');
  let fence = '';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const before = fence;
    fence = fenceAfter(before, line);
    if (before !== '' || fence !== '') continue;
    const [, indent, title = ''] = SET_IN.exec(line) ?? [];
    if (indent === undefined) lines[at] = withoutMark(line);
    else {
      setOut(lines, at, indent.length);
      lines[at] = indent + asSentence(title, lines[at + 1]);
    }
  }
  return lines.join('\n');
};

const withoutMark = (line: string): string => {
  const [, lead, title = ''] = ALERT.exec(line) ?? IN_BOLD.exec(line) ?? [];
  if (lead !== undefined) return lead + title.padStart(line.length - lead.length);
  const [, indent, named, said = ''] = DIRECTIVE.exec(line) ?? [];
  return indent === undefined ? line : indent + (named ?? said);
};

/** A title does not begin the sentence below it. */
const asSentence = (title: string, next = ''): string =>
  next.trim() === '' || FENCE.test(next) || /\p{P}$/u.test(title) || title === '' ? title : `${title}.`;

/** Moves what stands in a callout to where it begins; nothing, where a line of a fence in it is set in less. */
const setOut = (lines: string[], opening: number, indent: number): void => {
  let end = opening + 1;
  let fence = '';
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const within = line.trim() === '' || columnsOf(line) >= indent + FURTHER;
    if (!within && fence !== '') return;
    if (!within) break;
    fence = fenceAfter(fence, line);
  }
  for (let at = opening + 1; at < end; at++) lines[at] = further(lines[at] ?? '', indent);
};

const columnsOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0;

const further = (line: string, indent: number): string => {
  const columns = Math.max(0, columnsOf(line) - FURTHER);
  return line.trim() === '' ? '' : ' '.repeat(Math.max(indent, columns)) + line.trimStart();
};
