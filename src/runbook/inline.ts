import type { InlineCode, Nodes, PhrasingContent } from 'mdast';
import { decodeEntities } from './code-block.ts';
import { clientToldFor, isTypedInto, typedInto } from './client-inline.ts';
import { opensClient, type Session } from './client-statements.ts';
import { isProgramCall, isSql, isTypedAlone } from './code-likeness.ts';
import { toCommand, asWayOf } from './command.ts';
import { BY_PLACE, EITHER } from './knowledge/conditions.ts';
import { AIMS } from './knowledge/ways.ts';
import {
  ENTER_CUE,
  IS_SUBJECT_OF,
  LABEL_CUE,
  OR_BETWEEN,
  OR_BY_HAND,
  STRONG_CUE,
  TELLS,
} from './knowledge/cues.ts';
import { SHOWS_ALONE } from './knowledge/programs.ts';
import { sentencesOf } from './conditions.ts';
import { isSentence, likenessOf } from './likeness.ts';
import type { Alternative, Command } from './model.ts';
import { promptOf, type Prompt } from './prompts.ts';
import { linesOf, textOf } from './sections.ts';
import { SHOWS } from './knowledge/around-code.ts';
import { isTold } from './told.ts';
import type { OwnPrograms } from './own-programs.ts';

/** Inline code that the text tells the reader to run, and the words that it stands in. */
export interface Told {
  readonly command: Command;
  readonly sentence: string;
}

interface Piece {
  readonly text: string;
  readonly code?: { readonly lines: readonly [number, number]; readonly value: string };
  /** Within a link: where something is to be read. */
  readonly linked?: boolean;
}

/** How many pieces of text around inline code are read for what is said of it. */
const NEAR = 12;

/** What stands around a paragraph. */
interface Around {
  readonly session?: Session | undefined;
  /** The text that leads to it says that its items are run. */
  readonly led?: boolean;
  /** The text that leads to it says that its items must hold. */
  readonly checked?: boolean;
  /** Each item of the list is told, or each begins with a command: it may go on with what that does. */
  readonly calls?: boolean;
  /** The text that leads to the list says that its items explain what was typed. */
  readonly explained?: boolean;
  /** Outside of lists and tables of names: a program alone is typed, too. */
  readonly alone?: boolean;
  /** Programs of the file. */
  readonly programs: OwnPrograms;
}

/** The commands in the inline code of one paragraph, cell or item. */
export const toldCommands = (
  nodes: readonly PhrasingContent[],
  {
    session,
    led = false,
    checked = false,
    calls = false,
    explained = false,
    alone = false,
    programs,
  }: Around,
): readonly Told[] => {
  const children = withTaggedCode(nodes);
  if (!children.some(holdsCode)) return [];
  const pieces = withoutNumbers(children.flatMap(piecesOf));
  let open = session;
  const told = pieces.flatMap(({ code, linked }, index): readonly (Told & { readonly index: number })[] => {
    if (code === undefined) return [];
    const before = sentenceBefore(pieces.slice(Math.max(0, index - NEAR), index));
    const after = textOfPieces(pieces.slice(index + 1, index + 1 + NEAR));
    const { value, prompt } = atPrompt(code.value);
    const begins = pieces.slice(0, index).every(({ text }) => NOTHING_BEFORE.test(text));
    const onLine = textOfPieces(pieces.slice(Math.max(0, index - 1), index));
    const ownLine =
      (LINE_BEFORE.test(onLine) && LINE_AFTER.test(after)) ||
      ((LINE_BEFORE.test(onLine) || isLabelLine(onLine)) &&
        REMARK_AFTER.test(after) &&
        isProgramCall(value, programs));
    if (explained && NOTHING_BEFORE.test(before)) return [];
    if (linked && !STRONG_CUE.test(before) && !TELLS.test(before)) return [];
    const typed = (ownLine || ENTER_CUE.test(before)) && isTypedInto(open, value);
    const named =
      (led || (checked && SHOWS.test(after)) || (calls && begins && !IS_SUBJECT_OF.test(after))) &&
      NOTHING_BEFORE.test(before) &&
      isProgramCall(value, programs);
    const whole = alone && children.length === 1 && SHOWS_ALONE.has(value);
    const prompted =
      prompt !== undefined &&
      (ownLine || (prompt.client !== undefined && (NOTHING_BEFORE.test(before) || CUE.test(before))));
    const said = ownLine ? isTypedAlone(value, programs) : isTold(value, before, after, programs);
    const into = prompted ? prompt?.client : clientToldFor(value, before, after)?.name;
    if (!typed && !named && !whole && !prompted && !said && into === undefined) return [];
    const sql = isSql(value) && likenessOf(value) < 3;
    const inOpen = open !== undefined && (typed || (sql && open.client.syntax === 'sql')) ? open : undefined;
    const command = toCommand({
      text: value,
      lines: code.lines,
      where: 'inline',
      ...kindOf(into, inOpen, sql),
    });
    const opened = command.kind === 'shell' ? opensClient(value) : undefined;
    if (opened !== undefined) open = { client: opened, openedAt: code.lines[0] };
    const sentence =
      ownLine && before === '' ? lineBefore(pieces.slice(Math.max(0, index - NEAR), index)) : before;
    return [{ index, command, sentence: `${sentence}\`${value}\`${/^[^.!?]*/.exec(after)?.[0] ?? ''}` }];
  });
  return withChoices(told, pieces);
};

/** What code is, by the client that the words around it name and the one that is open. */
const kindOf = (
  into: string | undefined,
  open: Session | undefined,
  isStatement: boolean,
): Pick<Command, 'kind' | 'client' | 'openedAt'> => {
  if (open !== undefined && (into === undefined || into === open.client.name)) return typedInto(open);
  if (into !== undefined) return { kind: 'client', client: into };
  return { kind: isStatement ? 'sql' : 'shell' };
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

/** "`x` or `y`": ways of one choice. */
const withChoices = (
  told: readonly (Told & { readonly index: number })[],
  pieces: readonly Piece[],
): readonly Told[] => {
  const ways = new Map<number, Alternative>();
  for (const [at, { index, command }] of told.entries()) {
    const previous = told[at - 1];
    if (previous === undefined) continue;
    const between = textOfPieces(pieces.slice(previous.index + 1, index));
    const first = pieces.slice(Math.max(0, previous.index - NEAR), previous.index);
    const slash = /^\s*\/\s*$/.test(between) && doAlike(previous.command, command);
    if (!slash && !OR_BETWEEN.test(between) && !otherPlace(sentenceBefore(first), between)) continue;
    const start = ways.has(at - 1) ? at - 1 : firstOfRow(told, pieces, at - 1);
    for (let way = start; way <= at; way++) {
      const before = ways.get(way - 1);
      if (way > start && before !== undefined)
        ways.set(way, { choice: before.choice, option: before.option + 1 });
      else if (!ways.has(way)) ways.set(way, { choice: `L${told[way]?.command.lines[0] ?? 0}`, option: 1 });
    }
  }
  for (const [at, { index, command }] of told.entries())
    if (!ways.has(at) && isBesideByHand(pieces, index))
      ways.set(at, { choice: `L${command.lines[0]}`, option: 1 });
  return told.map(({ command, sentence }, at) => {
    const alternative = ways.get(at);
    return {
      sentence,
      command: alternative === undefined ? command : asWayOf(command, alternative),
    };
  });
};

/** `systemctl restart web` / `docker restart web`: both restart, each by its program. */
const doAlike = ({ text }: Command, other: Command): boolean => {
  const [[program, ...words], [otherProgram, ...otherWords]] = [text.split(/\s+/), other.text.split(/\s+/)];
  return program !== otherProgram && words.some((word) => AIMS.test(word) && otherWords.includes(word));
};

/** Where a row begins that ends with "or": "`x`, `y`, or `z`". */
const firstOfRow = (
  told: readonly { readonly index: number }[],
  pieces: readonly Piece[],
  last: number,
): number => {
  let at = last;
  while (
    at > 0 &&
    told[at]?.index === (told[at - 1]?.index ?? 0) + 2 &&
    /^,\s*$/.test(pieces[(told[at]?.index ?? 0) - 1]?.text ?? '')
  )
    at -= 1;
  return at;
};

/** "Restart it in the UI or run `x`", "(`x` or the list of payments)". */
const isBesideByHand = (pieces: readonly Piece[], index: number): boolean => {
  const before = sentenceBefore(pieces.slice(Math.max(0, index - NEAR), index));
  const or = /\bor\b(?!.*\bor\b).*$/i.exec(before)?.[0];
  return (
    (or !== undefined && EITHER.test(before) && OR_BETWEEN.test(or)) ||
    OR_BY_HAND.test(textOfPieces(pieces.slice(index + 1, index + 3)))
  );
};

/** "On Kubernetes, use `x`; on Docker, use `y`". */
const otherPlace = (before: string, between: string): boolean => {
  const [place, other] = [PLACE_BEFORE.exec(before)?.[1], PLACE_BEFORE.exec(between)?.[1]];
  return (
    place !== undefined &&
    other !== undefined &&
    place !== other &&
    BY_PLACE.test(place) &&
    BY_PLACE.test(other)
  );
};

const PLACE_BEFORE =
  /(?:^|[;,.]\s)\W{0,3}(?:(?:and|or)\s+)?((?:on|for|with|in|under|using|(?:if|when) (?:you(?:['’]re| are)? )?(?:use|using|run|running|on))\s+[\w.-]+(?:\s[\w.-]+){0,3}?)(?:,?\s+(?:use|run|do|execute|type|try|it is)\s*:?|:)\s*$/i;

/** `<code>uptime</code>` as if it were written with backticks. */
const withTaggedCode = (nodes: readonly PhrasingContent[]): readonly PhrasingContent[] => {
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

const holdsCode = (node: Nodes): boolean =>
  node.type === 'inlineCode' || ('children' in node && node.children.some(holdsCode));

/** A block on one line, "```bash umount /dev/sdb```": its first word says how it is written. */
const withoutLanguage = ({ value, position }: InlineCode): string => {
  const ticks = (position?.end.offset ?? 0) - (position?.start.offset ?? 0) - value.length;
  const text = value.replaceAll(/\s*\n\s*/g, ' ');
  return ticks >= 6 ? text.replace(/^(?:bash|sh|shell|zsh|console)\s+(?=[a-z])(?!\S+\.sh\b)/, '') : text;
};

const codePiece = (value: string, lines: readonly [number, number]): Piece => ({
  text: `\`${value}\``,
  code: { lines, value },
});

const piecesOf = (node: Nodes): readonly Piece[] => {
  if (node.type === 'inlineCode') return [codePiece(withoutLanguage(node), linesOf(node))];
  if (node.type === 'break') return [{ text: '\n' }];
  if (node.type === 'html') return [{ text: /^<br/i.test(node.value) ? '\n' : '' }];
  if ('value' in node) return [{ text: node.value }];
  if (!('children' in node)) return [];
  const pieces = node.children.flatMap(piecesOf);
  return node.type === 'link' || node.type === 'linkReference'
    ? pieces.map((piece) => ({ ...piece, linked: true }))
    : pieces;
};

const textOfPieces = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** Steps within a cell or on lines of a paragraph, without their numbers: "1. `x`<br>2. `y`", "(1) `x` (2) `y`". */
const withoutNumbers = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.map((piece, index) => {
    if (piece.code !== undefined) return piece;
    const begins = index === 0 || /\n\s*$/.test(pieces[index - 1]?.text ?? '');
    const text = begins ? piece.text.replace(NUMBER_BEFORE, '') : piece.text.replace(NUMBER_BETWEEN, '\n');
    return text === piece.text ? piece : { ...piece, text };
  });

const NUMBER_BEFORE = /^\s*(?:\(?\d{1,2}[.)]|[•·‣▪])\s+/;
const NUMBER_BETWEEN = /^[\s,;]*(?:\(\d{1,2}\)|\d{1,2}[.)])\s+$/;

/** "Space left ⏎ `df -h`": a line of few words that no sentence goes on from. */
const isLabelLine = (before: string): boolean => {
  const [, line = ''] = /(?:^|\n)([^\n]*)\n\s*$/.exec(before) ?? [];
  return LABEL_LINE.test(line) && !GOES_ON_BELOW.test(line);
};

/** The last sentence of the lines before code that has a line to itself: "If it hangs, restart it." */
const lineBefore = (pieces: readonly Piece[]): string => `${sentencesOf(textOfPieces(pieces)).at(-1) ?? ''} `;

/** The sentence so far. A full stop inside code ends none. */
const sentenceBefore = (pieces: readonly Piece[]): string => {
  const text = textOfPieces(
    pieces.map(({ text: own, code }) => ({ text: code === undefined ? own : own.replaceAll('.', '·') })),
  );
  if (ENDS_SENTENCE.test(text)) return '';
  return (
    text
      .split(
        /(?<=[.!?;])\s+(?=[A-Z`*("])|\n\s*\n|(?<=[.!?])\s*\n|(?:;|,? (?:and|or|but),?)\s+(?=(?:or |but |and )?(?:if|otherwise|unless)\s)/,
      )
      .at(-1)
      ?.replaceAll('·', '.')
      .replaceAll(/\s+/g, ' ')
      .trimStart() ?? ''
  );
};

/** A full stop, but not that of "e.g. `x`". */
const ENDS_SENTENCE = /[a-z)](?<!\b(?:e\.?g|i\.e|cf|vs|incl|resp|approx))[.!?]\s+$/i;

const LINE_BEFORE = /^\s*$|[:.!?;,)*][ \t]*\n\s*$/;
const LINE_AFTER = /^\s*(?:\n|$)/;
/** "`x` (or 400)", "`x` # as root", and no sentence that goes on in the next line. */
const REMARK_AFTER = /^[ \t]*(?:\([^()`\n]{1,60}\)|(?:#|\/\/)\s[^`\n]*)?[ \t]*(?:\n\s*(?![a-z])|$)/;
const LABEL_LINE = /^\W*(?=\p{Lu}|\d|[^\p{ASCII}\P{L}])[^`]{3,70}$/u;
const GOES_ON_BELOW =
  /\b(?:the|an?|of|to|by|in|on|for|from|with|and|or|is|are|was|as|like|that|which|than|via|its?|your|this|not|errors?|messages?|output|returns?|shows?|usage|see|called|named)\s*$|\b(?:error|output|usage|message|symptom|was|were|failed|fails|never|avoid|do not|don['’]t)\b/iu;
const CUE = new RegExp(`(?:${STRONG_CUE.source})|(?:${ENTER_CUE.source})|(?:${LABEL_CUE.source})`, 'i');
const NOTHING_BEFORE = /^[\W_]*$/;
