/** All in lower case; a text that a form matches begins with one of these, folders aside, or holds one of those. */
export interface Words {
  readonly begins: readonly string[];
  readonly holds: readonly string[];
}

/**
 * The words of the texts that a form could match. `scripts/bundle.ts` asks this once for all forms in `knowledge/`.
 * @returns `undefined` where it cannot be told
 */
export const wordsOf = ({ source }: RegExp): Words | undefined => {
  const begins: string[] = [];
  const holds: string[] = [];
  for (const way of alternatives(source)) {
    const anchored = way.replace(/^\^(?:\(\?:\\S\*\\\/\)\?)?/, '');
    const bare = anchored.replace(BOUNDARY, '');
    for (const { word, first } of headsOf(bare)) {
      if (word === undefined) return undefined;
      (first && bare === anchored && anchored !== way ? begins : holds).push(word);
    }
  }
  return { begins, holds };
};

/** What stands before a word: a boundary, white space, a dot. */
const BOUNDARY = /^(?:\\b|\\s|\\\.|\(\?:\^\|(?:\\s|\[[^\]]*\])\))/;

/** The words of which one is needed, and whether it comes first. */
const headsOf = (way: string): readonly { readonly word: string | undefined; readonly first: boolean }[] => {
  // Most ways are a plain name.
  if (/^[\w-]+$/.test(way)) return [{ word: way.toLowerCase(), first: true }];
  const needed = withoutOptional(way);
  const first = needed === way;
  if (!needed.startsWith('(?:')) return [{ word: literalOf(needed), first }];
  const end = endOfGroup(needed);
  if (/^[?*{]/.test(needed.slice(end + 1))) return [{ word: undefined, first }];
  const heads = alternatives(needed.slice(3, end)).flatMap(headsOf);
  return first ? heads : heads.map(({ word }) => ({ word, first }));
};

/** Without what may be missing at the beginning. */
const withoutOptional = (way: string): string => {
  if (!way.startsWith('(?:')) return way.replace(/^[a-z]\?/i, '');
  const end = endOfGroup(way);
  return way[end + 1] === '?' ? withoutOptional(way.slice(end + 2)) : way;
};

const literalOf = (way: string): string | undefined =>
  /^(?:[\w:/-]|\\[$./-])+(?![\w:/-]|\\[$./-]|[?*{])|^(?:[\w:/-]|\\[$./-])+(?=(?:[\w:/-]|\\[$./-])[?*{])/
    .exec(way)?.[0]
    .replaceAll('\\', '')
    .toLowerCase();

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
