import type { InlineCode, Nodes, PhrasingContent } from 'mdast';
import { decodeEntities } from '../markdown/code-block.ts';
import { linesOf, textOf } from '../markdown/sections.ts';

export interface Piece {
  readonly text: string;
  readonly code?: { readonly lines: readonly [number, number]; readonly value: string };
  /** Within a link: where something is to be read. */
  readonly linked?: boolean;
  readonly bold?: boolean;
}

/** How many pieces of text around inline code are read for what is said of it, and how many of their characters. */
const NEAR = 12;
export const AROUND = 2000;

/** `<code>uptime</code>` as if it were written with backticks. */
export const withTaggedCode = (nodes: readonly PhrasingContent[]): readonly PhrasingContent[] => {
  if (!nodes.some((node) => node.type === 'html' && OPENS_CODE.test(node.value))) return nodes;
  const merged: PhrasingContent[] = [];
  const last = nodes.findLastIndex(closesCode);
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as PhrasingContent;
    if (at > last || node.type !== 'html' || !OPENS_CODE.test(node.value)) merged.push(node);
    else {
      const first = at + 1;
      while (!closesCode(nodes[at] as PhrasingContent)) at += 1;
      const value = decodeEntities(nodes.slice(first, at).map(textOf).join(''));
      merged.push({ type: 'inlineCode', value, ...(node.position && { position: node.position }) });
    }
  }
  return merged;
};

const OPENS_CODE = /^<(?:code|tt|samp)\b[^>]*>$/i;
const closesCode = (node: PhrasingContent): boolean =>
  node.type === 'html' && /^<\/(?:code|tt|samp)>$/i.test(node.value);

export const holdsCode = (node: Nodes): boolean =>
  node.type === 'inlineCode' || ('children' in node && node.children.some(holdsCode));

/** A block on one line, "```bash umount /dev/sdb```": its first word says how it is written. */
const withoutLanguage = ({ value, position }: InlineCode): string => {
  const ticks = (position?.end.offset ?? 0) - (position?.start.offset ?? 0) - value.length;
  const text = value.replaceAll(/(?<!\s)\s*\n\s*/g, ' ');
  return ticks >= 6 ? text.replace(/^(?:bash|sh|shell|zsh|console)\s+(?=[a-z])(?!\S+\.sh\b)/, '') : text;
};

/** The lines of its text: two backticks on a line of their own may stand above and below it. */
const codeLines = (node: InlineCode): readonly [number, number] => {
  const [first, last] = linesOf(node);
  const ticks = last - first + 1 - node.value.split('\n').length;
  return ticks === 2 ? [first + 1, last - 1] : [first, last];
};

const codePiece = (value: string, lines: readonly [number, number]): Piece => ({
  text: `\`${value}\``,
  code: { lines, value },
});

export const piecesOf = (node: Nodes): readonly Piece[] => {
  if (node.type === 'inlineCode') return [codePiece(withoutLanguage(node), codeLines(node))];
  // What is struck out is not said any more.
  if (node.type === 'delete') return [];
  if (node.type === 'break') return [{ text: '\n' }];
  if (node.type === 'html') return [{ text: /^<(?:br|li)\b/i.test(node.value) ? '\n' : '' }];
  if ('value' in node) return [{ text: node.value }];
  if (!('children' in node)) return [];
  const pieces = node.children.flatMap(piecesOf);
  if (node.type === 'strong') return pieces.map((piece) => ({ ...piece, bold: true }));
  return node.type === 'link' || node.type === 'linkReference'
    ? pieces.map((piece) => ({ ...piece, linked: true }))
    : pieces;
};

export const textOfPieces = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** What stands right before the piece of a number. */
export const piecesBefore = (pieces: readonly Piece[], index: number): readonly Piece[] =>
  pieces.slice(Math.max(0, index - NEAR), index);

/** The text right after it. */
export const textAfter = (pieces: readonly Piece[], index: number, near = NEAR): string =>
  textOfPieces(pieces.slice(index + 1, index + 1 + near)).slice(0, AROUND);

/** The sentence before it so far. A full stop inside code ends none. */
export const sentenceBefore = (pieces: readonly Piece[], index: number): string => {
  const text = textOfPieces(
    piecesBefore(pieces, index).map(({ text: own, code }) => ({
      text: code === undefined ? own : own.replaceAll('.', '·'),
    })),
  ).slice(-AROUND);
  if (ENDS_SENTENCE.test(text)) return '';
  return (
    text
      .split(
        /(?<=[.!?;])\s+(?=[A-Z`*("])|(?<=[\w`)][.!?])(?<!\b(?:e\.g|i\.e|etc|cf|vs)\.)\s+(?=(?:if|unless)\s)|\n\s*\n|(?<=[.!?])\s*\n|(?:;|\s[–—-]|,? (?:and|or|but),?)\s+(?=(?:or |but |and )?(?:if|otherwise|else|unless)[\s,])|,\s+(?=(?:otherwise|else)[\s,])|\s\((?=if\s[^()]{3,80},\s+$)/,
      )
      .at(-1)
      ?.replaceAll('·', '.')
      .replaceAll(/\s+/g, ' ')
      .trimStart() ?? ''
  );
};

/** A full stop, but not that of "e.g. `x`". */
const ENDS_SENTENCE = /[a-z)](?<!\b(?:e\.?g|i\.e|cf|vs|incl|resp|approx))[.!?]\s+$/i;
