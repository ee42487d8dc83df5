import type { PhrasingContent } from 'mdast';
import { clientToldFor, isTypedInto, saysWhatFor, typedInto } from './client-inline.ts';
import { opensClient, type Session } from '../command/client-statements.ts';
import { isProgramCall, isSql, isTypedAlone, type OwnPrograms } from '../command/code-likeness.ts';
import { toCommand } from '../command/command.ts';
import { withChoices } from './inline-ways.ts';
import {
  ENTER_CUE,
  IS_SUBJECT_OF,
  LABEL_CUE,
  MESSAGE_LABEL,
  STRONG_CUE,
  TELLS,
  WITH_STATEMENT,
} from '../knowledge/cues.ts';
import { SHOWS_ALONE } from '../knowledge/programs.ts';
import { sentencesOf } from '../conditions/conditions.ts';
import { isSentence, likenessOf } from '../command/likeness.ts';
import type { Command } from '../model.ts';
import { promptOf, type Prompt } from '../command/prompts.ts';
import {
  AROUND,
  holdsCode,
  type Piece,
  piecesBefore,
  piecesOf,
  sentenceBefore,
  textAfter,
  textOfPieces,
  withTaggedCode,
} from './pieces.ts';
import { SHOWS } from '../knowledge/around-code.ts';
import { isTold, type Told } from './told.ts';

/** What is known of the list that a text stands in. */
export interface OfList {
  /** The text before the list says that its items are run. */
  readonly led?: boolean;
  /** The text before the list says that its items must hold. */
  readonly checked?: boolean;
  /** Its items are steps, or all begin with a command: what they go on with is what it does. */
  readonly calls?: boolean;
  /** All items of the list begin with a command. */
  readonly onlyCalls?: boolean;
  /** The text before the list says that it explains what was typed. */
  readonly explained?: boolean;
}

/** What stands around a paragraph. */
interface Around extends OfList {
  readonly session?: Session | undefined;
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
    onlyCalls = false,
    explained = false,
    alone = false,
    programs,
  }: Around,
): readonly Told[] => {
  const children = withTaggedCode(nodes);
  if (!children.some(holdsCode)) return [];
  const pieces = withoutNumbers(children.flatMap(piecesOf));
  const firstSaid = pieces.findIndex(({ text }) => !NOTHING_BEFORE.test(text));
  let open = session;
  const told = pieces.flatMap(({ code, linked }, index): readonly (Told & { readonly index: number })[] => {
    if (code === undefined) return [];
    const before = sentenceBefore(pieces, index);
    const after = textAfter(pieces, index);
    const { value, prompt } = atPrompt(code.value);
    const begins = firstSaid < 0 || index <= firstSaid;
    const onLine = textOfPieces(pieces.slice(Math.max(0, index - 1), index)).slice(-AROUND);
    const ownLine =
      (LINE_BEFORE.test(onLine) && LINE_AFTER.test(after)) ||
      ((LINE_BEFORE.test(onLine) || isLabelLine(onLine)) &&
        REMARK_AFTER.test(after) &&
        isProgramCall(value, programs));
    if ((explained && NOTHING_BEFORE.test(before)) || MESSAGE_LABEL.test(before)) return [];
    if (linked && !STRONG_CUE.test(before) && !TELLS.test(before)) return [];
    const opens = begins && NOTHING_BEFORE.test(before) && saysWhatFor(after);
    const typed =
      (ownLine || opens || ENTER_CUE.test(before) || WITH_STATEMENT.test(before)) && isTypedInto(open, value);
    const named =
      (led || (checked && SHOWS.test(after)) || (calls && begins && !IS_SUBJECT_OF.test(after))) &&
      NOTHING_BEFORE.test(before) &&
      isProgramCall(value, programs);
    const whole =
      SHOWS_ALONE.has(value) &&
      ((alone && children.length === 1) || (onlyCalls && begins && REMARKED_ON.test(after)));
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
    const sentence = ownLine && before === '' ? lineBefore(piecesBefore(pieces, index)) : before;
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
const lineBefore = (pieces: readonly Piece[]): string =>
  `${sentencesOf(textOfPieces(pieces).slice(-AROUND)).at(-1) ?? ''} `;

const LINE_BEFORE = /^\s*$|[:.!?;,)*][ \t]*\n\s*$/;
const LINE_AFTER = /^\s*(?:\n|$)/;
/** "`x` (or 400)", "`x` # as root", and no sentence that goes on in the next line. */
const REMARK_AFTER = /^[ \t]*(?:\([^()`\n]{1,60}\)|(?:#|\/\/)\s[^`\n]*)?[ \t]*(?:\n\s*(?![a-z])|$)/;
/** "`top`", "`top` - the load" */
const REMARKED_ON = /^\s*(?:$|[:(–—-]\s?\w)/;
const LABEL_LINE = /^\W*(?=\p{Lu}|\d|[^\p{ASCII}\P{L}])[^`]{3,70}$/u;
const GOES_ON_BELOW =
  /\b(?:the|an?|of|to|by|in|on|for|from|with|and|or|is|are|was|as|like|that|which|than|via|its?|your|this|not|errors?|messages?|output|returns?|shows?|usage|see|called|named)\s*$|\b(?:error|output|usage|message|symptom|was|were|failed|fails|never|avoid|do not|don['’]t)\b/iu;
const CUE = new RegExp(`(?:${STRONG_CUE.source})|(?:${ENTER_CUE.source})|(?:${LABEL_CUE.source})`, 'i');
const NOTHING_BEFORE = /^[\W_]*$/;
