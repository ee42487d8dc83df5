import type { Nodes, PhrasingContent } from 'mdast';
import { isTypedInto, typedInto } from './client-inline.ts';
import type { Session } from './client-statements.ts';
import { toCommand, withFlag } from './command.ts';
import { SQL_START } from './knowledge/clients.ts';
import { BY_PLACE } from './knowledge/conditions.ts';
import {
  CLAUSE_CUE,
  DESCRIBES,
  IMPERATIVE,
  INSTANCE_CUE,
  LABEL_CUE,
  MENTION_AFTER,
  MENTION_BEFORE,
  OR_BETWEEN,
  RUN_CUE,
  STRONG_CUE,
  TELLS,
  WAY_CUE,
} from './knowledge/cues.ts';
import { PROGRAMS, STANDS_ALONE, WANTS_ARGUMENT, WANTS_OBJECT } from './knowledge/programs.ts';
import { sentencesOf } from './conditions.ts';
import { isSentence, likenessOf, unwrap } from './likeness.ts';
import type { Alternative, Command } from './model.ts';
import { linesOf } from './sections.ts';

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
}

/** The commands in the inline code of one paragraph, cell or item. */
export const toldCommands = (
  children: readonly PhrasingContent[],
  { session, led = false }: Around = {},
): readonly Told[] => {
  if (!children.some(holdsCode)) return [];
  const pieces = children.flatMap(piecesOf);
  const told = pieces.flatMap(({ code, linked }, index): readonly (Told & { readonly index: number })[] => {
    if (code === undefined) return [];
    const before = sentenceBefore(pieces.slice(Math.max(0, index - NEAR), index));
    const after = textOfPieces(pieces.slice(index + 1, index + 1 + NEAR));
    const value = code.value.replace(/^[$#]\s+/, '').trim();
    const ownLine =
      LINE_BEFORE.test(textOfPieces(pieces.slice(Math.max(0, index - 1), index))) && LINE_AFTER.test(after);
    if (linked && !STRONG_CUE.test(before) && !TELLS.test(before)) return [];
    const typed = isTypedInto(session, value, before);
    const named = led && NOTHING_BEFORE.test(before) && isProgramCall(value);
    if (!typed && !named && !(ownLine ? isTypedAlone(value) : isTold(value, before, after))) return [];
    const sql = isSql(value) && likenessOf(value) < 3;
    const inClient = session !== undefined && (typed || (sql && session.client.syntax === 'sql'));
    const command = toCommand({
      text: value,
      lines: code.lines,
      where: 'inline',
      ...(inClient ? typedInto(session) : { kind: sql ? 'sql' : 'shell' }),
    });
    const sentence =
      ownLine && before === '' ? lineBefore(pieces.slice(Math.max(0, index - NEAR), index)) : before;
    return [{ index, command, sentence: `${sentence}\`${value}\`${/^[^.!?]*/.exec(after)?.[0] ?? ''}` }];
  });
  return withChoices(told, pieces);
};

/** "`x` or `y`": ways of one choice. */
const withChoices = (
  told: readonly (Told & { readonly index: number })[],
  pieces: readonly Piece[],
): readonly Told[] => {
  const ways = new Map<number, Alternative>();
  for (const [at, { index }] of told.entries()) {
    const previous = told[at - 1];
    if (previous === undefined) continue;
    const between = textOfPieces(pieces.slice(previous.index + 1, index));
    const first = pieces.slice(Math.max(0, previous.index - NEAR), previous.index);
    if (!OR_BETWEEN.test(between) && !otherPlace(sentenceBefore(first), between)) continue;
    const before = ways.get(at - 1) ?? { choice: `L${previous.command.lines[0]}`, option: 1 };
    ways.set(at - 1, before);
    ways.set(at, { choice: before.choice, option: before.option + 1 });
  }
  return told.map(({ command, sentence }, at) => {
    const alternative = ways.get(at);
    return {
      sentence,
      command: alternative === undefined ? command : withFlag({ ...command, alternative }, 'alternative'),
    };
  });
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
  /(?:^|[;,.]\s)\W{0,3}(?:(?:and|or)\s+)?((?:on|for|with|in|under|using|if using)\s+[\w.-]+(?:\s[\w.-]+){0,3}?),?\s+(?:use|run|do|execute|type|try|it is)\s*:?\s*$/i;

const holdsCode = (node: Nodes): boolean =>
  node.type === 'inlineCode' || ('children' in node && node.children.some(holdsCode));

const codePiece = (value: string, lines: readonly [number, number]): Piece => ({
  text: `\`${value}\``,
  code: { lines, value },
});

const piecesOf = (node: Nodes): readonly Piece[] => {
  if (node.type === 'inlineCode') return [codePiece(node.value.replaceAll(/\s*\n\s*/g, ' '), linesOf(node))];
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

/** The last sentence of the lines before code that has a line to itself: "If it hangs, restart it." */
const lineBefore = (pieces: readonly Piece[]): string => `${sentencesOf(textOfPieces(pieces)).at(-1) ?? ''} `;

/** The sentence so far. A full stop inside code ends none. */
const sentenceBefore = (pieces: readonly Piece[]): string => {
  const text = textOfPieces(
    pieces.map(({ text: own, code }) => ({ text: code === undefined ? own : own.replaceAll('.', '·') })),
  );
  return (
    text
      .split(
        /(?<=[.!?;])\s+(?=[A-Z`*("])|\n\s*\n|(?<=[.!?])\s*\n|(?:;|, (?:and|or|but))\s+(?=(?:or |but |and )?(?:if|otherwise|unless)\s)/,
      )
      .at(-1)
      ?.replaceAll('·', '.')
      .replaceAll(/\s+/g, ' ')
      .trimStart() ?? ''
  );
};

/** Only a path: it is run where the text says so, and only looked at elsewhere. */
const RUNS_PATH =
  /\b(?:run|re-?run|execute|invoke|using|with|via|call|running|executing|script|command|source)\s*:?\s*$/i;

const runsPath = (value: string, before: string): boolean =>
  RUNS_PATH.test(before) || (LABEL_CUE.test(before) && /^\.{1,2}\/|\.(?:sh|py|rb|pl)$/.test(value));

/** `Enter toolbox: …`: the program alone is what is typed. */
const STARTS_IT = /^\W*(?:\d+[.)]\s*)?(?:enter|run|start|execute|open|launch|connect|log ?in)\b/i;

const LINE_BEFORE = /^\s*$|[:.!?;,)*][ \t]*\n\s*$/;
const LINE_AFTER = /^\s*(?:\n|$)/;

/** A whole statement; `EXPLAIN ANALYZE` only names one. */
const isSql = (value: string): boolean =>
  SQL_START.test(value) &&
  /\s/.test(value) &&
  !/^(?:\s|explain|analyze|vacuum|full|verbose|create|drop|alter|index|table|show|set|begin)+$/i.test(value);

/** "A command to do this is". */
const COMMAND_IS = /\bcommand (?:to|for|that)\b[^.`]*\b(?:is|would be):?\s*$/i;

/** "Connect to the database (`psql`)". */
const CONNECTS = /\b(?:connect|log ?in) to [^.`(]{2,40}\([\w\s]*$/i;

const NOTHING_BEFORE = /^[\W_]*$/;

const isProgramCall = (value: string): boolean => likenessOf(value) === 3 && isWhole(value, 3);

/** Code with a line of the text to itself. */
const isTypedAlone = (value: string): boolean => {
  const likeness = isSql(value) ? 3 : likenessOf(value);
  return likeness > 0 && !isSentence(value) && isWhole(value, likeness);
};

/** "For example", to the reader, or what the reader could run, of which code is an instance. */
const YOU_RUN =
  /^\W*(?:for|e\.?g)|\b(?:you|we) (?:can|could|may|should)\b[^.]{0,200}\b(?:run|use|execute|do|try)\b/i;

const isTold = (value: string, before: string, after: string): boolean => {
  const likeness = isSql(value) ? 3 : likenessOf(value);
  if (likeness === 0 || isSentence(value)) return false;
  const alone = /^[\W_]*$/.test(before) && (/^[\s.,;:!)*]*$/.test(after) || /^[.;]\s/.test(after));
  if (alone) return isWhole(value, likeness);
  const told = TELLS.test(before);
  if (DESCRIBES.test(before) && !STRONG_CUE.test(before)) return false;
  if (INSTANCE_CUE.test(before) && (IMPERATIVE.test(before) || YOU_RUN.test(before)))
    return likeness === 3 && isWhole(value, likeness);
  if (WAY_CUE.test(before) && likeness === 3 && /^[\s.]*(?:\n|$)/.test(after))
    return isWhole(value, likeness);
  if (/^\S+$/.test(value) && value.includes('/') && !told && !runsPath(value, before)) return false;
  if (
    /\b(?:if (?:you|it|they) (?:can|could)|(?:able|allowed|permitted|entitled) to)\s+\w*\s*$/.test(before) ||
    /^\s*commands\b/.test(after)
  )
    return false;
  if (COMMAND_IS.test(before)) return isWhole(value, likeness);
  if (!told && MENTION_BEFORE.test(before) && !/\bcan be (?:found|seen|checked|listed|done)\b/.test(before))
    return false;
  if (MENTION_AFTER.test(after) && !told && !STRONG_CUE.test(before)) return false;
  if (/\b(?:do not|don't|never|avoid)\b/i.test(before)) return false;
  const listed = /`\s*(?:,|and|or|&|\+|;|then|,\s*(?:and|or|then))\s*$/.test(before);
  if (STRONG_CUE.test(before) || CONNECTS.test(before))
    return isWhole(value, likeness) || isProgramAlone(value);
  if (told) return isWhole(value, likeness);
  if (LABEL_CUE.test(before))
    return likeness >= 2 && (isWhole(value, likeness) || (STARTS_IT.test(before) && isProgramAlone(value)));
  if (likeness < 2 || !isWhole(value, likeness)) return false;
  if (RUN_CUE.test(before)) return true;
  if (listed) return IMPERATIVE.test(before) || /^[\W_]*`/.test(before);
  if (CLAUSE_CUE.test(before)) return true;
  if (/^[\W_]*$/.test(before))
    return /^\s*(?:to|and|on|then|from|,|;|\(|→|->|-|–|—|:|for|or|in|as|if|until|&)/.test(after);
  return IMPERATIVE.test(before) && (/[(]$/.test(before) || (likeness === 3 && ENDS_SENTENCE.test(after)));
};

/** What comes after code that ends its sentence, also where the full stop is left out. */
const ENDS_SENTENCE = /^\s*(?:[.,;:)!]|$)|^\s+(?:It|This|That|The|Then|You|We)\s/;

/** Can it be typed as it stands? `kubectl get` names a command, `kubectl get nodes` is one. */
const isWhole = (value: string, likeness: number): boolean => {
  const words = unwrap(value).split(/\s+/);
  if (words.length === 1)
    return likeness >= 2 && (/\/|\.sh$/.test(value) || value.trim() !== words[0]) && !value.endsWith('/');
  if (/^(?:\w+=\S*)$/.test(value)) return false;
  const last = words.at(-1) ?? '';
  if (WANTS_ARGUMENT.has(words[0] ?? '') && words.slice(1).every((word) => word.startsWith('-')))
    return false;
  if (words.length === 2 && last.startsWith('-') && likeness < 3) return false;
  if (
    WANTS_OBJECT.has(last) &&
    words.length <= (last === 'show' ? 2 : 3) &&
    !STANDS_ALONE.test(words.join(' '))
  )
    return false;
  return likeness >= 2 || words.length > 1;
};

const isProgramAlone = (value: string): boolean =>
  /^[a-z][\w-]*$/.test(value) &&
  PROGRAMS.has(value) &&
  !WANTS_OBJECT.has(value) &&
  (/-/.test(value) || value.length > 6);
