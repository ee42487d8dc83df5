/** All in lower case; a text that a form matches begins with one of these, folders aside, or holds one of those. */
export interface Words {
  readonly begins: readonly string[];
  readonly holds: readonly string[];
}

/**
 * The words of the texts that a form could match. `scripts/bundle.ts` asks this once for all forms in `knowledge/`.
 * @returns `undefined` where it cannot be told
 */
export const wordsOf = ({ source, multiline }: RegExp): Words | undefined => {
  const begins: string[] = [];
  const holds: string[] = [];
  for (const way of alternatives(source)) {
    const anchored = way.replace(/^\^(?:\(\?:\\S\*\\\/\)\?)?/, '');
    const heads = (anchored === way || multiline ? undefined : headsOf(anchored)) ?? neededIn(way)?.map(held);
    if (heads === undefined) return undefined;
    for (const { word, first } of heads) (first ? begins : holds).push(word);
  }
  return { begins, holds };
};

interface Head {
  readonly word: string;
  /** It comes first. */
  readonly first: boolean;
}

const held = (word: string): Head => ({ word, first: false });

/** The words of which one is needed where a text begins. */
const headsOf = (way: string): readonly Head[] | undefined => {
  // Most ways are a plain name.
  if (/^[\w-]+$/.test(way)) return [{ word: way.toLowerCase(), first: true }];
  const word = literalOf(way);
  if (word !== undefined) return [{ word, first: true }];
  const end = endOfGroup(way);
  return way.startsWith('(?:') && !MAY_MISS.test(way.slice(end + 1))
    ? allOf(alternatives(way.slice(3, end)).map((inner) => headsOf(inner) ?? neededIn(inner)?.map(held)))
    : undefined;
};

const literalOf = (way: string): string | undefined =>
  /^(?:[\w:/-]|\\[$./-])+(?![\w:/-]|\\[$./-]|[?*{])|^(?:[\w:/-]|\\[$./-])+(?=(?:[\w:/-]|\\[$./-])[?*{])/
    .exec(way)?.[0]
    .replaceAll('\\', '')
    .toLowerCase();

/** The words of which one stands somewhere in what a way matches: those of the part that is the longest of what cannot be missing. */
const neededIn = (way: string): readonly string[] | undefined => {
  const parts: (readonly string[])[] = [];
  let run = '';
  for (let at = 0; at < way.length;) {
    const part = partAt(way, at);
    const repeat = REPEAT.exec(way.slice(at + part.length))?.[0] ?? '';
    at += part.length + repeat.length;
    const letter = LETTER.exec(part)?.[0].slice(-1).toLowerCase();
    if (letter !== undefined && repeat === '') run += letter;
    else {
      parts.push([run]);
      run = '';
      if (MAY_MISS.test(repeat)) continue;
      const words = letter === undefined ? neededInGroup(part) : [letter];
      if (words !== undefined) parts.push(words);
    }
  }
  const [best] = [...parts, [run]].sort((a, b) => shortest(b) - shortest(a) || a.length - b.length);
  return best === undefined || shortest(best) === 0 ? undefined : best;
};

/** A look ahead or behind takes nothing of the text. */
const neededInGroup = (part: string): readonly string[] | undefined => {
  const start = /^\((?:\?:|\?<\w+>|(?!\?))/.exec(part)?.[0];
  return start === undefined ? undefined : allOf(alternatives(part.slice(start.length, -1)).map(neededIn));
};

const shortest = (words: readonly string[]): number => Math.min(...words.map(({ length }) => length));

const allOf = <Found>(ways: readonly (readonly Found[] | undefined)[]): readonly Found[] | undefined =>
  ways.every((way) => way !== undefined) ? ways.flat() : undefined;

/** A group, a class, an escaped character or a plain one. */
const partAt = (way: string, at: number): string =>
  way[at] === '(' ? way.slice(at, at + endOfGroup(way.slice(at)) + 1) : (PART.exec(way.slice(at))?.[0] ?? '');

const PART = /^(?:\\[pP]\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\.|\[(?:\\.|[^\]\\])*\]|.)/is;
const REPEAT = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/;
const MAY_MISS = /^(?:[?*]|\{0)/;
/** A character that stands for itself. */
const LETTER = /^(?:[^\\^$.|?*+()[\]{}]|\\[^\w\s])$/s;

/** The ways of a regular expression's source that stand between bars outside of all brackets. */
const alternatives = (source: string): readonly string[] => {
  if (!source.includes('|')) return [source];
  const ways: string[] = [];
  let from = 0;
  let depth = 0;
  for (const { 0: before, 1: mark, index } of source.matchAll(UP_TO_MARK)) {
    if (mark === '(') depth += 1;
    else if (mark === ')') depth -= 1;
    else if (depth === 0) {
      const end = index + before.length;
      ways.push(source.slice(from, end - 1));
      from = end;
    }
  }
  return [...ways, source.slice(from)];
};

/** Where the group ends that `source` begins with. */
const endOfGroup = (source: string): number => {
  let depth = 0;
  for (const { 0: before, 1: mark, index } of source.matchAll(UP_TO_MARK)) {
    if (mark === '(') depth += 1;
    else if (mark === ')' && --depth === 0) return index + before.length - 1;
  }
  return source.length;
};

/** Characters, escaped ones and classes of them, up to what opens, closes or parts groups. */
const UP_TO_MARK = /(?:[^\\[()|]|\\.|\[(?:\\.|[^\]\\])*\])*([()|])/gs;
