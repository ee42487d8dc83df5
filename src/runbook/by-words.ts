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
    return beginning(lower.slice(0, endOfWord(lower)))
      .filter(([, words]) => words?.holds.some((each) => lower.includes(each)) ?? true)
      .map(([entry]) => entry);
  };
};

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
    const bare = way.replace(
      /^\^(?:\(\?:\\S\*\\\/\)\?)?|^(?:\\b|\\s|\\\.|\(\?:\^\|(?:\\s|\[[^\]]*\])\))/,
      '',
    );
    const literals = bare.startsWith('(?:') ? literalsOf(bare.slice(3)) : [literalOf(bare)];
    for (const literal of literals) {
      if (literal === undefined) return undefined;
      (way.startsWith('^') ? begins : holds).push(literal);
    }
  }
  return { begins, holds };
};

/** Of a group, without what opens it. */
const literalsOf = (group: string): readonly (string | undefined)[] => {
  const end = endOfGroup(group);
  return /^[?*{]/.test(group.slice(end + 1)) ? [undefined] : alternatives(group.slice(0, end)).map(literalOf);
};

const literalOf = (way: string): string | undefined =>
  /^[a-z][\w-]*(?![\w-]|[?*{])|^[a-z][\w-]*(?=[\w-][?*{])/i.exec(way)?.[0].toLowerCase();

/** The ways of a regular expression's source that stand between bars outside of all brackets. */
const alternatives = (source: string): readonly string[] => {
  const ways: string[] = [];
  let from = 0;
  for (let depth = 0, at = 0; at <= source.length; at = afterToken(source, at)) {
    if (source[at] === '(') depth += 1;
    if (source[at] === ')') depth -= 1;
    if (at < source.length && (source[at] !== '|' || depth > 0)) continue;
    ways.push(source.slice(from, at));
    from = at + 1;
  }
  return ways;
};

/** Where the group ends whose content `source` begins with. */
const endOfGroup = (source: string): number => {
  for (let depth = 0, at = 0; at < source.length; at = afterToken(source, at)) {
    if (source[at] === '(') depth += 1;
    if (source[at] === ')' && depth-- === 0) return at;
  }
  return source.length;
};

/** Behind a character, an escaped one, or a class of them. */
const afterToken = (source: string, at: number): number => {
  if (source[at] === '\\') return at + 2;
  if (source[at] !== '[') return at + 1;
  let end = at + 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end + 1;
};
