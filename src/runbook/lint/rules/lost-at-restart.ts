import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const lostAtRestart: Rule = {
  id: 'lost-at-restart',
  severity: 'info',
  summary: 'a setting is gone after the next restart',
  check: (page) => {
    const isKept = page.commands.some(({ command }) => /\bconfig\s+rewrite\b/i.test(command.text));
    return page.commands
      .filter(({ command }) => !isKept && /\bredis-cli\b.*\bconfig\s+set\b/i.test(oneLine(command)))
      .map(({ command }) => ({
        message: 'CONFIG SET lasts until Redis restarts',
        place: placeIn(page, command, /\bconfig\s+set\b/i),
        hint: 'write it into the configuration too, or add CONFIG REWRITE',
      }));
  },
};
