import { SOURCES } from '../knowledge/sources.ts';
import type { Page, PlacedCommand, Problem, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { unsetVariables } from '../variables.ts';

export const unexplainedPlaceholder: Rule = {
  id: 'unexplained-placeholder',
  severity: 'warning',
  summary: 'nothing says what to put for a placeholder or a variable',
  check: (page) => {
    const told = new Set<string>();
    const once = (name: string): boolean => !told.has(name) && told.add(name) !== undefined;
    const prose = proseOf(page);
    return page.commands.flatMap((placed): readonly Problem[] => [
      ...placed.command.placeholders
        .filter(({ name }) => isNamed(name) && !isExplained(name, placed, page, prose) && once(name))
        .map(({ text }) => ({
          message: `nothing says what to put for ${text}`,
          place: placeIn(page, placed.command, text),
          hint: 'say where its value comes from, or put the command that shows it before this one',
        })),
      ...unsetVariables(placed, page, prose)
        .filter((name) => once(`$${name}`))
        .map((name) => ({
          message: `nothing sets $${name}: empty, the command means something else`,
          place: placeIn(page, placed.command, new RegExp(`\\$\\{?${name}\\b\\}?`)),
          hint: `set it before: ${name}=…, or say where it comes from`,
        })),
    ]);
  },
};

/** An ellipsis or a row of crosses says nothing that could be looked for. */
const isNamed = (name: string): boolean => /[a-z]{2}/i.test(name) && !/^[x.:-]+$/i.test(name);

/** What stands outside of commands: words in lower case, one space between them. */
const proseOf = (page: Page): string => {
  const typed = new Set(
    page.commands
      .filter(({ command }) => command.where !== 'inline')
      .flatMap(({ command: { lines } }) =>
        Array.from({ length: lines[1] - lines[0] + 1 }, (_, index) => lines[0] + index),
      ),
  );
  return page.lines
    .map((line, index) =>
      typed.has(index + 1) ? (/\s#\s(.*)$/.exec(line)?.[1] ?? '') : line.replaceAll(/`[^`]*[<{][^`]*`/g, ' '),
    )
    .join(' \n')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\n$]+/gu, ' ');
};

const isExplained = (name: string, { command }: PlacedCommand, page: Page, prose: string): boolean => {
  const words = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^your | here$|^(?:my|the) /g, '')
    .trim();
  // A name of several words says itself what it is for when the text speaks of it.
  if (
    words.length > 2 &&
    new RegExp(String.raw`(?<![\p{L}\p{N}])${words}s?(?![\p{L}\p{N}])`, 'u').test(prose)
  )
    return true;
  return SOURCES.some(
    ({ name: about, shownBy }) =>
      about.test(words.replaceAll(' ', '-')) &&
      page.commands.some(
        (other) => other.command.lines[0] < command.lines[0] && shownBy.test(other.command.text),
      ),
  );
};
