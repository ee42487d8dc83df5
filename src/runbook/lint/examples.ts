import type { Command, Placeholder } from '../model.ts';
import type { Page } from './model.ts';
import { tellingWords, type Said } from './said.ts';

/** What a page shows with values in it. */
export interface Examples {
  /** Is the same command there with a value: `assign-entities collection/tree 3aee` for `assign-entities [PATH] [ENDPOINT]`? */
  ofCommand(command: Command): boolean;
  /** Does a word begin or end as the one that a name without meaning stands in: `mongodb-0` for `mongodb-<id>`? */
  ofWord(command: Command, placeholder: Placeholder): boolean;
}

export const examplesIn = (page: Page, said: Said): Examples => {
  const isExample = said.around(IS_EXAMPLE);
  const beginnings = new Set(
    page.commands.flatMap(({ command }) => {
      const words = literalWords(command);
      const fewest = isExample(command.lines) ? 2 : 3;
      return words.flatMap((_, count) =>
        ordersIn(words.slice(0, count)) < fewest ? [] : [words.slice(0, count).join(' ')],
      );
    }),
  );
  const parts = partsOf(page);
  return {
    ofCommand: (command) => beginnings.has(literalWords(command).join(' ')),
    ofWord: ({ text }, { name, span }) => {
      if (tellingWords(name).length > 0) return false;
      const before = /[\w./:-]*$/.exec(text.slice(Math.max(0, span[0] - LONGEST), span[0]))?.[0] ?? '';
      const after = /^[\w./:-]*\w/.exec(text.slice(span[1], span[1] + LONGEST))?.[0] ?? '';
      return parts.has(`${before}*`) || parts.has(`*${after}`);
    },
  };
};

const IS_EXAMPLE = /\b(?:examples?|e g|for instance|sample|such as|looks? like)\b/;

/** Those before its first placeholder: so many are enough to know a command by. */
const literalWords = ({ text, placeholders }: Command): readonly string[] => {
  const end = Math.min(text.length, LONGEST, ...placeholders.map(({ span }) => span[0]));
  const words = text.slice(0, end).split(/\s+/);
  // The word that the placeholder stands in is none of them.
  return (end < text.length ? words.slice(0, -1) : words).slice(0, 12);
};

/** Words that say what is done: the program, and what is no option. */
const ordersIn = (words: readonly string[]): number => words.filter((word) => !word.startsWith('-')).length;

/** In characters. */
const LONGEST = 300;

/** `mongodb-*` and `*.example.org` of each word in the file that has such a beginning or end, up to where a placeholder stands in it. */
const partsOf = ({ lines }: Page): ReadonlySet<string> => {
  const parts = new Set<string>();
  for (const line of lines)
    for (const [word] of line.matchAll(/(?<![\w./:>\]}-])\p{L}[\w./:-]{2,99}\w/gu)) {
      const joints = [...word.matchAll(/(?<=\w)[-./:](?=\w)/g)].map(({ index }) => index);
      for (const joint of joints.slice(0, 3)) parts.add(`${word.slice(0, joint + 1)}*`);
      for (const joint of joints.slice(-3))
        if (/\w\W\w/.test(word.slice(joint + 1))) parts.add(`*${word.slice(joint)}`);
    }
  return parts;
};
