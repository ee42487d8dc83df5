import type { Nodes, Root } from 'mdast';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { fenceAfter } from './fences.ts';

/** What is too much for one runbook. */
export interface Limits {
  /** Size of the raw file. */
  readonly bytes: number;
  /**
   * Columns before the text of an item or a quote, and levels of the tree: the parser's time grows with the square of the depth,
   * and what walks through a tree needs as much of the stack.
   */
  readonly nesting: number;
}

export const LIMITS: Limits = { bytes: 4 * 1024 * 1024, nesting: 160 };

/** Marks of emphasis in one paragraph, those within words, too: the parser's time grows with the square of their number (2 s for these). */
const MARKS = 50_000;

/** Lists and quotes that a line opens or goes on with. */
const NESTED = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*/;
const OPENS = /[-*+>]|\d[.)]/;
const RULE = /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*)+$/;

/** Why a file of `size` bytes is not read at all; `undefined` where it is. */
export const overLimit = (size: number, limits: Limits, file: string): Diagnostic | undefined =>
  size <= limits.bytes ? undefined : tooLarge(limits, file);

export const tooLarge = (limits: Limits, file: string): Diagnostic => ({
  code: 'file-too-large',
  severity: 'error',
  message: `the file has more than ${inUnits(limits.bytes)}, and so much is not read as a runbook`,
  location: { file, line: 1, column: 1 },
  hint: 'split it, or leave it out: it is more likely a log or data; lint: { max-bytes: … } in drillbook.config.yaml reads more',
});

/** Binary content, nesting or names in one paragraph that no person wrote. */
export const notMarkdown = (
  lines: readonly string[],
  { nesting }: Limits,
  file: string,
): Diagnostic | undefined => {
  const deep = deepLine(lines, nesting);
  if (deep !== undefined) return nestedTooDeep(deep, file);
  const crowded = crowdedParagraph(lines);
  if (crowded !== undefined)
    return {
      code: 'too-many-marks',
      severity: 'error',
      message: `one paragraph has more than ${MARKS} stars and underscores`,
      location: { file, line: crowded, column: 1 },
      hint: 'put a log or data into a fence, or leave it out',
    };
  const binary = lines.findIndex((line) => line.includes('\u0000'));
  return binary < 0
    ? undefined
    : {
        code: 'not-markdown',
        severity: 'error',
        message: 'the file is not text: it holds NUL bytes',
        location: { file, line: binary + 1, column: 1 },
        hint: 'give a Markdown file',
      };
};

/** The line that opens or goes on with more levels than there are. What stands in a fence is code. */
const deepLine = (lines: readonly string[], nesting: number): number | undefined => {
  if (!lines.some((line) => isDeeper(line, nesting))) return undefined;
  let fence = '';
  for (const [at, line] of lines.entries()) {
    // Markdown ends a fence with the item around it, which is not seen here: so much is no code either.
    if (isDeeper(line, fence === '' ? nesting : nesting * 20)) return at + 1;
    fence = fenceAfter(fence, line);
  }
  return undefined;
};

const isDeeper = (line: string, nesting: number): boolean => {
  if (line.length <= nesting) return false;
  const before = NESTED.exec(line)?.[0] ?? '';
  return before.length > nesting && OPENS.test(before) && !RULE.test(line);
};

/** The line where a paragraph has too many marks. What begins a paragraph of its own, and what stands in a fence, is counted by itself. */
const crowdedParagraph = (lines: readonly string[]): number | undefined => {
  if (lines.reduce((sum, { length }) => sum + length, 0) <= MARKS) return undefined;
  let marks = 0;
  let fence = '';
  for (const [at, line] of lines.entries()) {
    fence = fenceAfter(fence, line);
    if (fence !== '' || BEGINS_PARAGRAPH.test(line)) marks = 0;
    if (fence === '') marks += marksIn(line, MARKS - marks);
    if (marks > MARKS) return at + 1;
  }
  return undefined;
};

/** As many as are worth counting: a little more than `most`. */
const marksIn = (line: string, most: number): number => {
  let found = 0;
  for (let at = 0; at < line.length && found <= most; at++)
    if (line[at] === '_' || line[at] === '*') found += 1;
  return found;
};

const BEGINS_PARAGRAPH = /^\s*(?:$|[-+*#>|]|\d+[.)]\s)/;

/** Nesting that is not seen in a line's beginning, as of `*emphasis **in** emphasis*`. */
export const tooDeep = (tree: Root, { nesting }: Limits, file: string): Diagnostic | undefined => {
  let level: readonly Nodes[] = [tree];
  for (let depth = 0; depth <= nesting; depth++) {
    level = level.flatMap((node) => ('children' in node ? node.children : []));
    if (level.length === 0) return undefined;
  }
  return nestedTooDeep(level[0]?.position?.start.line ?? 1, file);
};

const nestedTooDeep = (line: number, file: string): Diagnostic => ({
  code: 'nested-too-deep',
  severity: 'error',
  message: 'lists, quotes or emphasis are nested too deep to be read',
  location: { file, line, column: 1 },
  hint: 'nest less: no runbook needs so many levels',
});

/** Endings of names that say that a file is something else, though it is text. */
const OTHER_KINDS: readonly (readonly [ending: RegExp, kind: string])[] = [
  [/\.ya?ml$/i, 'YAML'],
  [/\.(?:json|jsonl|toml|ini|csv|xml|env|properties)$/i, 'data'],
  [/\.(?:[cm]?[jt]sx?|py|rb|go|rs|java|kt|php|c|h|cpp|cs|swift|sql|tf|lua|pl)$/i, 'source code'],
  [/\.(?:sh|bash|zsh|ps1|bat)$|(?:^|\/)(?:Makefile|Dockerfile|Jenkinsfile)$/i, 'a script'],
  [/\.(?:html?|css|log|diff|patch)$/i, 'no Markdown'],
];

/** A file whose name says that it is no runbook is read all the same, and said to be odd. */
export const oddName = (file: string): Diagnostic | undefined => {
  const kind = OTHER_KINDS.find(([ending]) => ending.test(file))?.[1];
  return kind === undefined
    ? undefined
    : {
        code: 'not-markdown',
        severity: 'warning',
        message: `by its name the file is ${kind}; it was read as Markdown`,
        location: { file, line: 1, column: 1 },
        hint: 'give a Markdown file',
      };
};

const inUnits = (bytes: number): string =>
  bytes < 1024 * 100 ? `${bytes} bytes` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
