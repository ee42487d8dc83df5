import type { Lines } from '../../core/location.ts';
import { isProgramCall, type OwnPrograms } from '../command/code-likeness.ts';
import { isSentence } from '../command/likeness.ts';
import { promptOf, type Prompt } from '../command/prompts.ts';
import { FORBIDS, IMPERATIVE } from '../knowledge/cues.ts';
import { sentencesOf } from '../conditions/conditions.ts';
import { AROUND, type Piece, piecesBefore, sentenceBefore, textAfter, textOfPieces } from './pieces.ts';

/** Inline code, with what stands around it. */
export interface CodeInText {
  /** Its piece of the text. */
  readonly index: number;
  readonly value: string;
  /** What it is typed at, where it is shown. */
  readonly prompt?: Prompt;
  readonly lines: Lines;
  /** Within a link. */
  readonly linked: boolean;
  /** Its sentence so far. */
  readonly before: string;
  readonly after: string;
  /** No words stand before it in the text. */
  readonly begins: boolean;
  /** It has a line of the text to itself. */
  readonly ownLine: boolean;
  /** An order in bold stands right before it: "**Drain the node.** `kubectl drain web-1` evicts its pods." */
  readonly carriesOut: boolean;
}

/** The code of a text. */
export const codeIn = (pieces: readonly Piece[], programs: OwnPrograms): readonly CodeInText[] => {
  const firstSaid = pieces.findIndex(({ text }) => !NOTHING_BEFORE.test(text));
  return pieces.flatMap(({ code, linked = false }, index): readonly CodeInText[] => {
    if (code === undefined) return [];
    const after = textAfter(pieces, index).replace(NEXT_QUESTION, '');
    const typed = atPrompt(code.value);
    return [
      {
        ...typed,
        index,
        lines: code.lines,
        linked,
        before: sentenceBefore(pieces, index),
        after,
        begins: firstSaid < 0 || index <= firstSaid,
        ownLine: hasOwnLine(pieces, index, after, typed.value, programs),
        carriesOut: isOrder(pieces[index - 2], pieces[index - 1]) && !FAILS.test(after),
      },
    ];
  });
};

/** "How many jobs? `x`", on the next line. */
const NEXT_QUESTION = /^[ \t]*\n\s*\p{Lu}[^`.?!\n]{2,80}\?\s[^]*$/u;

/** The sentence that code stands in, up to its first full stop behind the code. */
export const sentenceAround = (
  { index, value, before, after, ownLine }: CodeInText,
  pieces: readonly Piece[],
): string => {
  const said = ownLine && before === '' ? lineBefore(piecesBefore(pieces, index)) : before;
  const rest = /^[^.!?]*/.exec(after)?.[0].replace(OTHER_WAY_IN_CASE, '') ?? '';
  return `${said}\`${value}\`${rest}`;
};

/** ", or `x` if it was started by hand", also in brackets: a case of the other way only. */
const OTHER_WAY_IN_CASE = /(?:,\s+|\s+\()or\s+`[^`]*`\s+(?:if|unless|when)\b[^`]*$/;

const isOrder = (order: Piece | undefined, between: Piece | undefined): boolean => {
  if (order?.bold !== true || between?.text.trim() !== '' || !/[.!]$/.test(order.text)) return false;
  const said = order.text.replace(/^[A-Z]{1,4}-?\d+[a-z]?\W+/, '');
  return IMPERATIVE.test(said) && !FORBIDS.test(said);
};

/** "`x` fails with an error": nothing to do. */
const FAILS = /^\s+(?:fails?|failed|hangs?|is|was|does not|did not|cannot|can|could|may|might)\b/i;

const hasOwnLine = (
  pieces: readonly Piece[],
  index: number,
  after: string,
  value: string,
  programs: OwnPrograms,
): boolean => {
  const before = textOfPieces(pieces.slice(Math.max(0, index - 1), index)).slice(-AROUND);
  if (LINE_BEFORE.test(before) && LINE_AFTER.test(after)) return true;
  return (
    (LINE_BEFORE.test(before) || isLabelLine(textOfPieces(piecesBefore(pieces, index)).slice(-AROUND))) &&
    REMARK_AFTER.test(after) &&
    isProgramCall(value, programs)
  );
};

/** Code without the prompt that it is typed at: `$ uptime`, `ops@web:/srv$ uptime`, `postgres=# \l`. A bare sign proves nothing. */
const atPrompt = (code: string): { readonly value: string; readonly prompt?: Prompt } => {
  const prompt = promptOf(code);
  const value = code.slice(prompt?.length).trim();
  if (prompt === undefined || !isWholePrompt(code, prompt) || !/^[\w./~\\]/.test(value))
    return { value: code.replace(/^[$#]\s+/, '').trim() };
  return /^\s*[$#]\s+$/.test(code.slice(0, prompt.length)) || isSentence(value)
    ? { value }
    : { value, prompt };
};

/** With a space behind it, or as `SQL>startup`, `ops@db$>df`; `a=>b` is no database. */
const isWholePrompt = (code: string, { client, length }: Prompt): boolean => {
  const own = code.slice(0, length);
  return /[\s#]$|[$#]>$/.test(own) || (client !== undefined && client !== 'psql' && own.endsWith('>'));
};

/** Steps within a cell or on lines of a paragraph, without their numbers: "1. `x`<br>2. `y`", "(1) `x` (2) `y`", "a. `x` ⏎ b. `y`". */
export const withoutNumbers = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.map((piece, index) => {
    if (piece.code !== undefined) return piece;
    const begins = index === 0 || /\n\s*$/.test(pieces[index - 1]?.text ?? '');
    const text = (
      begins ? piece.text.replace(NUMBER_BEFORE, '') : piece.text.replace(NUMBER_BETWEEN, '\n')
    ).replaceAll(LETTER_ON_LINE, '\n\n');
    return text === piece.text ? piece : { ...piece, text };
  });

const NUMBER_BEFORE = /^\s*(?:\d{1,2}(?:\.\d{1,2})+[.)]?|\(?(?:\d{1,2}|[a-h])[.)]|[•·‣▪])\s+/;
const NUMBER_BETWEEN = /^[\s,;]*(?:\(\d{1,2}\)|\d{1,2}[.)])\s+$/;
/** A step is nothing that the line above it goes on with. */
const LETTER_ON_LINE = /\n\s*(?:\(?[a-h][.)]|\d{1,2}(?:\.\d{1,2})+[.)]?)\s+/g;

/** "Space left ⏎ `df -h`": a line of few words that no sentence goes on from. */
const isLabelLine = (before: string): boolean => {
  const [, line = ''] = /(?:^|\n)([^\n]*)\n\s*$/.exec(before) ?? [];
  const said = line.replaceAll(CODE_ASIDE, '');
  return LABEL_LINE.test(said) && !GOES_ON_BELOW.test(said);
};

/** "(log: `ISPN000329`)" */
const CODE_ASIDE = /\([^()`]*`[^`]*`[^()`]*\)/g;

/** The last sentence of the lines before code that has a line to itself: "If it hangs, restart it." */
const lineBefore = (pieces: readonly Piece[]): string =>
  `${sentencesOf(textOfPieces(pieces).slice(-AROUND)).at(-1) ?? ''} `;

const LINE_BEFORE = /^\s*$|[:.!?;,)*][ \t]*\n\s*$/;
const LINE_AFTER = /^\s*(?:\n|$)/;
/** "`x` (or 400)", "`x` # as root", and no sentence that goes on in the next line. */
const REMARK_AFTER = /^[ \t]*(?:\([^()`\n]{1,60}\)|(?:#|\/\/)\s[^`\n]*)?[ \t]*(?:\n\s*(?![a-z])|$)/;
const LABEL_LINE = /^\W*(?=\p{Lu}|\d|[^\p{ASCII}\P{L}])[^`]{3,70}$/u;
const GOES_ON_BELOW =
  /\b(?:the|an?|of|to|by|in|on|for|from|with|and|or|is|are|was|as|like|that|which|than|via|its?|your|this|not|errors?|messages?|output|returns?|shows?|usage|see|called|named)\s*$|\b(?:error|output|usage|message|symptom|was|were|failed|fails|never|avoid|do not|don['’]t)\b/iu;

/** No word. */
export const NOTHING_BEFORE = /^[\W_]*$/;
