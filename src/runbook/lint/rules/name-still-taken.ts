import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const nameStillTaken: Rule = {
  id: 'name-still-taken',
  severity: 'error',
  summary: 'a container is started under the name of one that was only stopped',
  check: (page) =>
    page.commands.flatMap(({ command }) => {
      const name = /\bdocker\s+(?:container\s+)?run\b.*\s--name[ =]([\w.-]+)/.exec(oneLine(command))?.[1];
      if (name === undefined) return [];
      const before = page.commands.filter((other) => other.command.lines[0] < command.lines[0]);
      const last = before.findLast((other) =>
        new RegExp(String.raw`\bdocker\s+(?:container\s+)?(?:stop|kill|rm|rename)\b.*\s${name}(?:\s|$)`).test(
          oneLine(other.command),
        ),
      );
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
    }),
};
