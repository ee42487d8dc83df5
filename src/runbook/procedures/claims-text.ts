import type { Code, ListItem, Nodes, Paragraph, Table } from 'mdast';
import type { Lines } from '../../core/location.ts';
import { LEADS_TO_OUTPUT } from '../knowledge/claims-output.ts';
import { LABEL_DEPTH, linesOf, textOf, type Section } from '../markdown/sections.ts';
import { FENCE } from '../text/fences.ts';
import { matchesOf } from '../text/matches.ts';

/** A sentence that a section says, without marks of emphasis; inline code has its backticks. */
export interface Sentence {
  readonly text: string;
  readonly lines: Lines;
  /** The line that a place in its text stands on. */
  lineAt(offset: number): number;
  /** Of a heading: `2` for `##`. */
  readonly depth?: number;
  /** It begins an item of a list. */
  readonly item?: boolean;
  /** It is a comment among what is typed, or begins the item of a check list. */
  readonly noted?: boolean;
  /** A line of a block without a language: a drawing of who is called when, or something printed. */
  readonly shown?: boolean;
  /** The bold words that its line begins with: `Critical (P0)`. */
  readonly label?: string;
}

/** A block that shows what is printed. */
interface LedOutput {
  readonly text: string;
  readonly lines: Lines;
  readonly shown: string;
}

/** What a section says in its own words, and what is read in another way. */
export interface Said {
  readonly sentences: readonly Sentence[];
  readonly tables: readonly Table[];
  /** What a command prints, with the words that lead to it. */
  readonly outputs: readonly LedOutput[];
  readonly checks: readonly { readonly text: string; readonly lines: Lines }[];
}

/** One line of a text, before it is known whether it goes on with the one before it. */
interface Line {
  readonly at: number;
  text: string;
  label?: string;
  /** The author ended the line before it. */
  readonly begins?: boolean;
}

interface Gathered {
  readonly sentences: Sentence[];
  readonly tables: Table[];
  readonly outputs: LedOutput[];
  readonly checks: { readonly text: string; readonly lines: Lines }[];
  /** Those of the file, without HTML comments. */
  readonly lines: readonly string[];
}

type Kind = Pick<Sentence, 'depth' | 'item' | 'noted' | 'shown'>;

/** Printed output and commands say nothing; comments beside them do. */
export const saidIn = (
  { heading, depth, lines: [first], content }: Section,
  lines: readonly string[],
): Said => {
  const said: Gathered = { sentences: [], tables: [], outputs: [], checks: [], lines };
  if (heading !== '') say(said, [{ at: first, text: heading }], depth < LABEL_DEPTH ? { depth } : {});
  // A heading that is a command is among its content, too.
  const isTyped = depth > 0 && content[0] !== undefined && linesOf(content[0])[0] === first;
  if (content[0] !== undefined && !isTyped) ledOutput(heading, [first, first], content[0], said);
  gatherAll(isTyped ? content.slice(1) : content, said);
  return said;
};

const gatherAll = (nodes: readonly Nodes[], said: Gathered): void => {
  for (const [index, node] of nodes.entries()) {
    gather(node, said);
    const next = nodes[index + 1];
    if (node.type === 'paragraph' && next !== undefined) ledOutput(textOf(node), linesOf(node), next, said);
  }
};

const ledOutput = (text: string, lines: Lines, { type, ...node }: Nodes, { outputs }: Gathered): void => {
  if (type === 'code' && 'value' in node && LEADS_TO_OUTPUT.test(text))
    outputs.push({ text, lines, shown: node.value });
};

const gather = (node: Nodes, said: Gathered): void => {
  if (node.type === 'paragraph') {
    if (isCheckable(node, said)) say(said, linesIn(node), {});
  } else if (node.type === 'table') said.tables.push(node);
  else if (node.type === 'code') {
    if (isCheckable(node, said)) sayComments(node, said);
  } else if (node.type === 'html' || node.type === 'yaml') sayMarkup(linesOf(node), said);
  else if (node.type === 'listItem') gatherItem(node, said);
  else if ('children' in node) gatherAll(node.children, said);
};

/** What a text has where it can be checked: a figure, a time, a word or an arrow before what is shown, a box. */
const CHECKABLE =
  /\d|hour|minute|day|week|should|must|will|expect|return|show|print|\[[ x]\]|[=-]>|[→⇒]|\bPONG\b|# "/i;

const isCheckable = (node: Nodes, { lines }: Gathered): boolean => {
  const [first, last] = linesOf(node);
  for (let line = first; line <= last; line++) if (CHECKABLE.test(lines[line - 1] ?? '')) return true;
  return false;
};

const gatherItem = ({ children, checked }: ListItem, said: Gathered): void => {
  const [lead, ...rest] = children;
  if (lead?.type !== 'paragraph') return gatherAll(children, said);
  const isCheck = typeof checked === 'boolean';
  const lines = isCheck || isCheckable(lead, said) ? linesIn(lead) : [];
  if (isCheck) {
    const [first, last] = linesOf(lead);
    const text = lines.map((line) => line.text.trim()).join(' ');
    said.checks.push({ text: text.replace(/^\[[ xX]\]\s+/, ''), lines: [first, last] });
  }
  say(said, lines, isCheck ? { item: true, noted: true } : { item: true });
  if (rest[0] !== undefined) ledOutput(textOf(lead), linesOf(lead), rest[0], said);
  gatherAll(rest, said);
};

/** The lines of a paragraph as they are seen. */
const linesIn = (paragraph: Paragraph): readonly Line[] => {
  const lines: Line[] = [{ at: linesOf(paragraph)[0], text: '' }];
  let broken = false;
  const add = (text: string, from: number | undefined): void => {
    for (const [index, piece] of text.split('\n').entries()) {
      const last = lines.at(-1) as Line;
      const at = index > 0 ? last.at + 1 : Math.max(from ?? last.at, last.at);
      if (at === last.at) last.text += piece;
      else {
        lines.push({ at, text: piece, ...(broken ? { begins: true } : {}) });
        broken = false;
      }
    }
  };
  const visit = (node: Nodes): void => {
    const from = node.position?.start.line;
    if (node.type === 'break') broken = true;
    else if (node.type === 'inlineCode') add(`\`${node.value.replaceAll('\n', ' ')}\``, from);
    else if (node.type === 'strong') {
      add('', from);
      const line = lines.at(-1) as Line;
      if (!/\w/.test(line.text)) line.label = textOf(node).replace(/\s*:\s*$/, '');
      node.children.forEach(visit);
    } else if ('value' in node) add(node.type === 'html' ? '' : node.value, from);
    else if ('children' in node) node.children.forEach(visit);
  };
  paragraph.children.forEach(visit);
  return lines;
};

/** Markup, and what stands in front of a file: what is seen of each line. What is shown as it was typed or printed is code. */
const sayMarkup = ([first, last]: Lines, said: Gathered): void => {
  const lines = said.lines.slice(first - 1, last);
  if (lines.some((line) => /<(?:pre|script|style)\b/i.test(line))) return;
  for (const [index, line] of lines.entries())
    say(said, [{ at: first + index, text: line.replaceAll(/<[^<>]*>|^[\s>]+/g, '') }], {});
};

/** Comments that have their lines for themselves may go on over several; one after a command ends with its line. */
const sayComments = (code: Code, said: Gathered): void => {
  const [first, last] = linesOf(code);
  const isDrawn = DRAWN.test(code.lang ?? '');
  let block: Line[] = [];
  const end = (): void => {
    if (block.length > 0) say(said, block, { noted: true });
    block = [];
  };
  for (let at = first; at <= last; at++) {
    const line = said.lines[at - 1] ?? '';
    if (at === first && FENCE.test(line)) continue;
    const own = COMMENT.exec(line)?.[1];
    if (own !== undefined) block.push({ at, text: own });
    else {
      end();
      const beside = besideIn(line);
      if (beside !== undefined) say(said, [{ at, text: beside }], { noted: true });
      else if (isDrawn) sayDrawn(line, at, said);
    }
  }
  end();
};

const besideIn = (line: string): string | undefined => {
  const [, before = '', beside] = (/#|--|\/\//.test(line) ? COMMENT_BESIDE.exec(line) : null) ?? [];
  return isWithinQuotes(before) ? undefined : beside;
};

/** Templates and drawings stand in blocks of no language, as does what was printed. */
const DRAWN = /^(?:text|txt|plain|markdown|md)?$/i;

const sayDrawn = (line: string, at: number, said: Gathered): void => {
  const check = /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s+(.+)$/.exec(line)?.[1];
  if (check === undefined) say(said, [{ at, text: line }], { shown: true });
  else said.checks.push({ text: check.trim(), lines: [at, at] });
};

const COMMENT = /^[\s>]*(?:#+|--|\/\/|;+|REM|::)\s+(\S.*)$/;
const COMMENT_BESIDE = /^(.*?\S)\s+(?:#|--|\/\/)\s+(\S.*)$/;

const isWithinQuotes = (text: string): boolean =>
  ['"', "'"].some((quote) => (text.split(quote).length - 1) % 2 === 1);

/** More than this a promise does not go on over. */
const MOST_LINES = 20;

/** Splits lines into sentences: those that go on are joined. */
const say = ({ sentences }: Gathered, lines: readonly Line[], kind: Kind): void => {
  for (let index = 0; index < lines.length;) {
    const first = lines[index] as Line;
    const joined: Line[] = [first];
    while (joined.length < MOST_LINES && goesOn(lines[index + 1], joined.at(-1) as Line))
      joined.push(lines[++index] as Line);
    if (!first.text.startsWith('|')) sayJoined(sentences, joined, first.at === lines[0]?.at ? kind : {});
    index += 1;
  }
};

/** Does a line go on with what the one before it says? Most do where they are filled; some are lines of a list without marks. */
const goesOn = (next: Line | undefined, { text }: Line): next is Line => {
  if (next === undefined || next.begins || /^[A-Z]/.test(next.label ?? '')) return false;
  if (/[.!?:;|]\s*$/.test(text) || BEGINS_ANEW.test(next.text)) return false;
  return CONTINUES.test(next.text) || text.length >= FILLED;
};

const FILLED = 50;
const CONTINUES = /^\s*(?:[\p{Ll}\d<>≤≥~(`"']|(?:DBA|CTO|SRE)\b)/u;
const BEGINS_ANEW = /^\s*(?:\||[\w /()-]{2,40}:\s|[-–—=→]|$)/;

const sayJoined = (sentences: Sentence[], lines: readonly Line[], kind: Kind): void => {
  const texts = lines.map(({ text }) => text.trim());
  const whole = texts.join(' ');
  const label = lines[0]?.label;
  let from = 0;
  const add = (to: number): void => {
    const text = whole.slice(from, to).trim();
    const start = from + (whole.slice(from, to).length - whole.slice(from, to).trimStart().length);
    const lineAt = (offset: number): number => lineOf(lines, texts, start + offset);
    if (text !== '')
      sentences.push({
        text,
        lines: [lineAt(0), lineAt(text.length - 1)],
        lineAt,
        ...kind,
        ...(label === undefined ? {} : { label }),
      });
    from = to;
  };
  for (const { 0: mark, index } of matchesOf(SENTENCE_END, whole))
    if (/\s$/.test(mark)) add(index + mark.length);
  add(whole.length);
};

const lineOf = (lines: readonly Line[], texts: readonly string[], offset: number): number => {
  let rest = offset;
  for (const [index, { length }] of texts.entries()) {
    if (rest <= length) return lines[index]?.at ?? 1;
    rest -= length + 1;
  }
  return lines.at(-1)?.at ?? 1;
};

/** What is quoted is passed over as a whole. */
const SENTENCE_END = /`[^`]*`|"[^"]*"|(?<!\b(?:e\.g|i\.e|vs|incl))[.!?][")'’]*\s+(?=[\p{Lu}"'`(“])|;\s+/gu;
