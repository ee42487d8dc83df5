import { remembered } from '../core/remembered.ts';

/**
 * Entries with the regular expressions that a command is matched against, found by the program that the command begins with, and
 * by the words that it holds: most tables of forms hold many dozens, each about a program or two.
 * @returns the entries, in their order, whose form could match the text
 */
export const byWords = <Entry>(
  entries: readonly Entry[],
  formOf: (entry: Entry) => RegExp,
): ((text: string) => readonly Entry[]) => {
  let told: readonly (Words | undefined)[] | undefined;
  let held: RegExp | undefined;
  const beginning = remembered((word): readonly (readonly [Entry, Words | undefined])[] => {
    // `/usr/bin/x` is found by x, too.
    const program = word.slice(word.lastIndexOf('/') + 1);
    told ??= entries.map((entry) => wordsOf(formOf(entry)));
    return told.flatMap((words, index) => {
      const entry = entries[index] as Entry;
      if (words?.begins.some((each) => word.startsWith(each) || program.startsWith(each)))
        return [[entry, undefined]];
      return words === undefined || words.holds.length > 0 ? [[entry, words]] : [];
    });
  });
  return (text) => {
    const lower = text.toLowerCase();
    const possible: Entry[] = [];
    const found = beginning(lower.slice(0, endOfWord(lower)));
    // Most texts hold none of the words: asked once, for all of them.
    held ??= anyOf((told ?? []).flatMap((words) => words?.holds ?? []));
    const holds = held.test(lower);
    for (const [entry, words] of found)
      if (words === undefined || (holds && words.holds.some((each) => lower.includes(each))))
        possible.push(entry);
    return possible;
  };
};

const anyOf = (words: readonly string[]): RegExp =>
  words.length === 0
    ? /$^/
    : new RegExp(words.map((word) => word.replaceAll(/[$.*+?^()|[\]{}]/g, String.raw`\$&`)).join('|'));

const endOfWord = (text: string): number => {
  const end = text.search(/\s/);
  return end < 0 ? text.length : end;
};

/** All in lower case; a text that a form matches begins with one of these, folders aside, or holds one of those. */
interface Words {
  readonly begins: readonly string[];
  readonly holds: readonly string[];
}

/** `undefined` where it cannot be told. */
const wordsOf = ({ source }: RegExp): Words | undefined => {
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
