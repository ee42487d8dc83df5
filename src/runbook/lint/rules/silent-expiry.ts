import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const silentExpiry: Rule = {
  id: 'silent-expiry',
  severity: 'info',
  summary: 'what a step sets ends by itself, and the text does not say so',
  check: (page) =>
    page.commands.flatMap(({ command }) => {
      const match = /\bredis-cli\b.*\bset\s.*\s(ex\s+(\d+))\b/i.exec(oneLine(command));
      if (match === null) return [];
      const around = page.lines.slice(Math.max(0, command.lines[0] - 6), command.lines[1] + 4).join('\n');
      return /\b(?:expire|ttl|for (?:an|one|\d+) (?:hour|minute|second)|lasts|until)\b/i.test(around)
        ? []
        : [
            {
              message: `this ends by itself after ${match[2]} s, in the middle of the incident`,
              place: placeIn(page, command, match[1] ?? ''),
              hint: 'say so, and when to set it again; or leave the time out and delete it at the end',
            },
          ];
    }),
};
