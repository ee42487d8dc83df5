import { PLACEHOLDERS } from './knowledge/placeholders.ts';
import type { Placeholder } from './model.ts';

/**
 * The placeholders of a command, in order, none within another.
 * @param named what the text around tells the reader to replace: `$DAEMONPOD`, `10.0.0.1`
 */
export const findPlaceholders = (text: string, named: readonly string[] = []): readonly Placeholder[] => {
  const found = [
    ...PLACEHOLDERS.filter(({ has }) => has === undefined || has.some((part) => text.includes(part))).flatMap(
      ({ form, not }) =>
        text.search(form) < 0
          ? []
          : [...text.matchAll(form)]
              .filter((match) => not === undefined || !not(match))
              .map((match) => ({
                text: match[0],
                name: (match[1] ?? match[0]).trim(),
                span: [match.index, match.index + match[0].length] as const,
              })),
    ),
    ...named.flatMap((word) => occurrences(text, word)),
  ].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  return found.filter(({ span }, index) => !found.slice(0, index).some((other) => other.span[1] > span[0]));
};

const occurrences = (text: string, word: string): Placeholder[] => {
  const places: Placeholder[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const apart = !/[\w.-]/.test(text[at - 1] ?? '') && !/[\w-]/.test(text[at + word.length] ?? '');
    if (apart)
      places.push({ text: word, name: word.replace(/^\$\{?|\}$/g, ''), span: [at, at + word.length] });
  }
  return places;
};

/** The text with `<placeholders>` as plain words of the same length, so that a shell parser takes them for words. */
export const maskPlaceholders = (text: string): string =>
  text.includes('<')
    ? text.replaceAll(
        /(?<!<)<[\w.-]+(?:\|[\w.-]+)+>|(?<!<)<(?![\s(<])[^<>\n|;&$`'"]{0,80}[^\s<>|;&(]>(?!>)/g,
        (all) => '_'.repeat(all.length),
      )
    : text;
