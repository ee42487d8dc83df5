import { IN_ROUND_BRACKETS } from '../knowledge/placeholders/brackets.ts';
import { PLACEHOLDERS } from '../knowledge/placeholders/catalogue.ts';
import { OF_ANOTHER_PLACE } from '../knowledge/variables.ts';
import type { Placeholder } from '../model.ts';

/** Most commands have no capitals, and most words that placeholders are told by have nothing else. */
const WITHOUT_CAPITALS = PLACEHOLDERS.filter(({ has }) => has?.every((part) => /[A-Z]/.test(part)) !== true);

/** Nobody fills in more of one form in one command. */
const MOST = 1000;

/**
 * The placeholders of a command, in order, none within another.
 * @param named what the text around tells the reader to replace: `$DAEMONPOD`, `10.0.0.1`
 */
export const findPlaceholders = (text: string, named: readonly string[] = []): readonly Placeholder[] => {
  const found = [
    ...(/[A-Z]/.test(text) ? PLACEHOLDERS : WITHOUT_CAPITALS)
      .filter(({ has }) => has === undefined || has.some((part) => text.includes(part)))
      .flatMap(({ form, not }) =>
        text.search(form) < 0
          ? []
          : [...text.matchAll(form)]
              .slice(0, MOST)
              .filter((match) => not === undefined || !not(match))
              .map((match) => ({
                text: match[0],
                name: (match[1] ?? match[0]).trim(),
                span: [match.index, match.index + match[0].length] as const,
              })),
      ),
    ...named.flatMap((word) => occurrences(text, word)),
  ].sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  let end = 0;
  return found.filter(({ span }) => {
    const within = span[0] < end;
    end = Math.max(end, span[1]);
    return !within;
  });
};

const occurrences = (text: string, word: string): readonly Placeholder[] => {
  const empty = /^[A-Za-z_]\w*(?==$)/.exec(word)?.[0];
  return empty === undefined ? writtenOut(text, word) : toFillIn(text, empty);
};

/** `node=` and `node=""` are filled in at their end. */
const toFillIn = (text: string, name: string): readonly Placeholder[] => {
  const found = new RegExp(String.raw`^(?:export\s+)?${name}=(["']?)(?=\1$)`).exec(text.trimEnd());
  const end = found?.[0].length ?? 0;
  return found === null ? [] : [{ text: `${name}=`, name, span: [end, end] }];
};

const writtenOut = (text: string, word: string): readonly Placeholder[] => {
  const variable = /^\$\{?([A-Za-z]\w*)\}?$/.exec(word)?.[1];
  const own = variable !== undefined && mayBeOfAnotherPlace(variable) ? withoutHandedOn(text) : text;
  // `make doctor-MODULE`
  const before = /^[A-Z_]+$/.test(word) ? /[\w.]/ : /[\w.-]/;
  const places: Placeholder[] = [];
  for (let at = own.indexOf(word); at >= 0; at = own.indexOf(word, at + word.length)) {
    const last = at + word.length;
    const apart =
      variable === undefined
        ? !before.test(text[at - 1] ?? '') && !/[\w-]/.test(text[last] ?? '')
        : word.endsWith('}') || !/\w/.test(text[last] ?? '');
    if (apart) places.push({ text: word, name: variable ?? word, span: [at, last] });
  }
  return places;
};

const mayBeOfAnotherPlace = (variable: string): boolean =>
  OF_ANOTHER_PLACE.test(variable) || /^[a-z]/.test(variable);

/** As long as the text, but blank where the reader's own shell hands on what it says: single quotes, and here-documents with such. */
const withoutHandedOn = (text: string): string => {
  const document = /<<-?\s*["'\\]/.exec(text)?.index ?? text.length;
  return text
    .slice(0, document)
    .replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/gs, (quoted) =>
      quoted.startsWith("'") ? ' '.repeat(quoted.length) : quoted,
    );
};

/** The text with `<placeholders>` and `(username)` as plain words of the same length, so that a shell parser takes them for words. */
export const maskPlaceholders = (text: string): string =>
  text.includes('<') || text.includes('(')
    ? maskAngles(text).replaceAll(IN_ROUND_BRACKETS, (all) => '_'.repeat(all.length))
    : text;

const maskAngles = (text: string): string =>
  text.includes('<')
    ? text.replaceAll(
        /(?<!<)<[\w.-]+(?:\|[\w.-]+)+>|(?<!<)<(?![\s(<])[^<>\n|;&$`'"]{0,80}[^\s<>|;&(]>(?!>)/g,
        (all) => '_'.repeat(all.length),
      )
    : text;
