import { eachLine } from '../../text/each-line.ts';
import { CHECKOUTS, EMPTY_WORDS, SAMPLE, SELF_EXPLAINING, SOURCES, SYNONYMS } from '../knowledge/sources.ts';
import type { Page, PlacedCommand, Problem, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { remembered } from '../../../core/remembered.ts';
import { listed } from '../text.ts';
import { unsetIn, variablesOf } from '../variables.ts';

export const unexplainedPlaceholder: Rule = {
  id: 'unexplained-placeholder',
  severity: 'warning',
  summary: 'nothing says what to put for a placeholder or a variable',
  check: (page) => {
    const told = new Set<string>();
    const once = (name: string): boolean => !told.has(name) && told.add(name) !== undefined;
    const prose = proseOf(page);
    const isUnset = unsetIn(page, prose);
    const words = new Set(prose.match(/[\p{L}\p{N}]+/gu));
    const isSaid = remembered((name) => isSaidIn(prose, words, name), Infinity);
    const shownSince = remembered(
      (about) =>
        page.commands.find(({ command }) => SOURCES[Number(about)]?.shownBy.test(command.text))?.command
          .lines[0] ?? Infinity,
    );
    return page.commands.flatMap((placed): readonly Problem[] => [
      ...placed.command.placeholders
        .filter(
          ({ name, text, span }) =>
            !text.startsWith('$') &&
            !SAMPLE.test(text) &&
            isNamed(name) &&
            !isNamedBefore(placed.command.text.slice(0, span[0]), name) &&
            !(CHECKOUTS.test(name) && placed.command.text[span[1]] === '/') &&
            !told.has(name) &&
            !isSaid(name) &&
            !isShown(name, placed, shownSince) &&
            once(name),
        )
        .map(({ text }) => ({
          message: `nothing says what to put for ${text}`,
          place: placeIn(page, placed.command, text),
          hint: 'say where its value comes from, or put the command that shows it before this one',
        })),
      ...unset(
        placed,
        page,
        variablesOf(placed).filter(
          (name) =>
            !told.has(`$${name}`) &&
            isUnset(name) &&
            !isSaid(name) &&
            !isShown(name, placed, shownSince) &&
            once(`$${name}`),
        ),
      ),
    ]);
  },
};

/** One finding for all variables of a command: they are set at one go. */
const unset = ({ command }: PlacedCommand, page: Page, names: readonly string[]): readonly Problem[] => {
  const [first] = names;
  return first === undefined
    ? []
    : [
        {
          message: `nothing sets ${listed(names.map((name) => `$${name}`))}: empty, the command means something else`,
          place: placeIn(page, command, new RegExp(`\\$\\{?${first}\\b\\}?`)),
          hint: `before it: ${names.map((name) => `${name}=…`).join(' ')}; or say where to take ${names.length === 1 ? 'it' : 'them'} from`,
        },
      ];
};

/**
 * Not an ellipsis or a row of crosses, which name nothing; not what explains itself: a phrase ("value of the instance label",
 * "/path/to/mount"), a date's form, "your-name", a table; not a part of a JSONPath template.
 */
const isNamed = (name: string): boolean =>
  /[a-z]{2}/i.test(name) &&
  !SELF_EXPLAINING.test(name) &&
  name !== 'end' &&
  name.split(/[\s_/-]+/).length < 4;

/** What stands outside of commands: words in lower case, one space between them. */
const proseOf = (page: Page): string => {
  const typed = new Set(
    page.commands
      .filter(({ command }) => command.where !== 'inline')
      .flatMap(({ command: { lines } }) => eachLine(lines)),
  );
  return page.lines
    .map((line, index) =>
      typed.has(index + 1)
        ? (/\s#\s(.*)$/.exec(line)?.[1] ?? '')
        : line.replaceAll(/`[^`<{ ]*[<{ ][^`]*`/g, (code) => (IS_PLACEHOLDER.test(code) ? code : ' ')),
    )
    .join(' \n')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\n$]+/gu, ' ');
};

/** "Replace `<domain>` with …": who names it by itself explains it. */
const IS_PLACEHOLDER = /^`(?:<[^<>`]+>|\$?\{+[^{}`]+\}+)`$/;

/** `TOKEN=CHANGEME`, `where log.remote_ip = '<address>'`, `max_bytes <bytes>`, `--docker-password=<password>`, `grep <keyword>`: the word before it says what it is. */
const isNamedBefore = (all: string, name: string): boolean => {
  const before = all.slice(-NEAR);
  const word = /(\S+)\s*$/.exec(before)?.[1] ?? '';
  return (
    /^\w+=["']?$/.test(word) ||
    /\b(?:where|and|or|on)\s+[\w.]+\s*(?:=|\blike\b)\s*['"%]*$/i.test(before) ||
    /\bgrep\s+(?:-\S+\s+)*["']?$/.test(before) ||
    /^--\S*(?:user|username|password|email)=?$/.test(word) ||
    (/\w_\w/.test(word) && word.toLowerCase().includes(name.toLowerCase()))
  );
};

/** So much before a placeholder, in characters, can name it. */
const NEAR = 300;

/** The text speaks of the thing. */
const isSaidIn = (prose: string, said: ReadonlySet<string>, name: string): boolean => {
  const isNamedIn = (word: string): boolean =>
    [word, ...(SYNONYMS.get(word) ?? [])].some(
      (each) => said.has(each) || said.has(`${each}s`) || (each.includes(' ') && prose.includes(each)),
    );
  const words = name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
  return words.length > 0 && (words.every(isNamedIn) || isNamedIn(words.join('')));
};

/** A command before this one shows it. */
const isShown = (
  name: string,
  { command }: PlacedCommand,
  shownSince: (source: string) => number,
): boolean => {
  const words = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return SOURCES.some(
    ({ name: about }, source) => about.test(words) && shownSince(String(source)) < command.lines[0],
  );
};
