import { lastBefore } from '../by-line.ts';
import type { Page, PlacedCommand, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const nameStillTaken: Rule = {
  id: 'name-still-taken',
  severity: 'error',
  summary: 'a container is started under the name of one that was only stopped',
  check: (page) => {
    const ends = endsByName(page);
    return page.commands.flatMap(({ command }) => {
      const name = /\bdocker\s+(?:container\s+)?run\b.*\s--name[ =]([\w.-]+)/.exec(oneLine(command))?.[1];
      if (name === undefined) return [];
      const last = lastBefore(ends.get(name) ?? [], command.lines[0]);
      return last === undefined ||
        !/\b(?:stop|kill)\b/.test(last.command.text) ||
        /\brm\b/.test(last.command.text)
        ? []
        : [
            {
              message: `the name "${name}" is still taken by the container that line ${last.command.lines[0]} only stops`,
              place: placeIn(page, command, new RegExp(String.raw`--name[ =]${name}`)),
              hint: `before it: docker rm ${name}`,
            },
          ];
    });
  },
};

/** The commands that end, remove or rename a container, by each word that may be its name. */
const endsByName = (page: Page): ReadonlyMap<string, readonly PlacedCommand[]> => {
  const ends = new Map<string, PlacedCommand[]>();
  for (const placed of page.commands) {
    const typed = oneLine(placed.command).matchAll(
      /\bdocker\s+(?:container\s+)?(?:stop|kill|rm|rename)\b(.*)/g,
    );
    const words = new Set([...typed].flatMap(([, rest = '']) => rest.split(/\s+/)));
    for (const word of words) {
      const known = ends.get(word);
      if (known === undefined) ends.set(word, [placed]);
      else known.push(placed);
    }
  }
  return ends;
};
