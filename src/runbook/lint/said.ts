import { remembered } from '../../core/remembered.ts';
import { eachLine } from '../text/lines.ts';
import type { Lines } from '../../core/location.ts';
import { EMPTY_WORDS, SYNONYMS } from './knowledge/sources.ts';
import type { Page } from './model.ts';

/** What a page says outside of what is typed. */
export interface Said {
  /** Words in lower case, one space between them, on the lines of the file. */
  readonly prose: string;
  /** Does the text speak of the thing that a name is of? */
  isSaid(name: string): boolean;
  /** … or of what is glued together in it: `<podname>`, `<largedisk>`? */
  isGluedSaid(name: string): boolean;
  /** The word, another one for the same, or its plural. */
  isWordSaid(word: string): boolean;
  /** `<name>` stands by itself in the text: who names it so explains it. */
  isTaken(name: string): boolean;
  /** Is it said around lines, by what leads to them or goes on after them? Each place is searched once: a line may hold thousands of commands. */
  around(form: RegExp): (lines: Lines) => boolean;
}

export const saidIn = (page: Page): Said => {
  const lines = proseOf(page);
  const prose = lines.join(' \n');
  const said = new Set(prose.match(/[\p{L}\p{N}]+/gu));
  const isWordSaid = remembered(
    (word) =>
      [word, ...(SYNONYMS.get(word) ?? [])].some(
        (each) => said.has(each) || said.has(`${each}s`) || (each.includes(' ') && prose.includes(each)),
      ),
    Infinity,
  );
  const isPart = (word: string): boolean =>
    isWordSaid(word) || halves(word).some(([empty, half]) => EMPTY_WORDS.has(empty) && isWordSaid(half));
  const taken = new Set(page.lines.join('\n').match(/(?<=`<)[^<>`\n]+(?=>`)|(?<=`\$?\{+)[^{}`\n]+(?=\}+`)/g));
  return {
    prose,
    isWordSaid,
    isSaid: remembered((name) => allSaid(name, isWordSaid) || isWordSaid(name.toLowerCase()), Infinity),
    isGluedSaid: remembered((name) => allSaid(name, isPart), Infinity),
    isTaken: (name) => taken.has(name) || taken.has(name.replace(/\d$/, '')),
    around: (form) => {
      const isAround = remembered((place) => {
        const [first = 0, last = 0] = place.split('-').map(Number);
        return form.test(lines.slice(Math.max(0, first - 1 - LEAD), last + LEAD).join('\n'));
      }, Infinity);
      return (place) => isAround(place.join('-'));
    },
  };
};

/** So many lines before a command lead to it, and after it go on. */
const LEAD = 4;

/** "ZFSVolume" in the text says both words of `{zfsVolume}`. */
const allSaid = (name: string, isIt: (word: string) => boolean): boolean => {
  const words = tellingWords(name);
  const [first = '', ...rest] = words;
  return (
    words.length > 0 &&
    (words.every(isIt) ||
      isIt(words.join('')) ||
      (rest.length > 1 &&
        ((isIt(first) && isIt(rest.join(''))) ||
          (isIt(words.slice(0, -1).join('')) && isIt(words.at(-1) ?? '')))))
  );
};

/** A word that says nothing, and the one that it is glued to. */
const halves = (word: string): readonly (readonly [empty: string, half: string])[] =>
  word.length > LONGEST || word.length < 6
    ? []
    : [...Array(word.length - 5).keys()].flatMap((index) => {
        const [before, after] = [word.slice(0, index + 3), word.slice(index + 3)];
        return [
          [before, after],
          [after, before],
        ] as const;
      });

/** In letters; no word that people write is longer. */
const LONGEST = 30;

/** The words of a name that say what it is of: `diskName`, `disk-name`, `DISK_NAME_2` and `image[:tag]` alike. */
export const tellingWords = (name: string): readonly string[] =>
  name
    .replaceAll(/(?<=\S)\[[^\]]*\]/g, '')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.replace(/(?<=\p{L}{2})\d$/u, ''))
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word) && !/^\d$/.test(word));

/** Each line without what is typed there. */
const proseOf = (page: Page): readonly string[] => {
  const typed = new Set(
    page.commands
      .filter(({ command }) => command.where !== 'inline')
      .flatMap(({ command: { lines } }) => eachLine(lines)),
  );
  return page.lines.map((line, index) =>
    (typed.has(index + 1)
      ? (/\s#\s(.*)$/.exec(line)?.[1] ?? '')
      : line.replaceAll(/`[^`<{ ]*[<{ ][^`]*`/g, (code) => (IS_PLACEHOLDER.test(code) ? code : ' '))
    )
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}$]+/gu, ' '),
  );
};

/** "Replace `<domain>` with …": who names it by itself explains it. */
const IS_PLACEHOLDER = /^`(?:<[^<>`]+>|\$?\{+[^{}`]+\}+)`$/;
