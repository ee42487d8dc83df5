import { remembered } from '../../core/remembered.ts';
import { wordsOf, type Words } from './words-of.ts';

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
    ? NOTHING
    : new RegExp(words.map((word) => word.replaceAll(/[$.*+?^()|[\]{}]/g, String.raw`\$&`)).join('|'));

/** Not even an empty text. */
const NOTHING = /(?!)/;

const endOfWord = (text: string): number => {
  const end = text.search(/\s/);
  return end < 0 ? text.length : end;
};
