import { BOOKKEEPING } from '../knowledge/bookkeeping.ts';
import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine } from '../text.ts';

export const marksAsDone: Rule = {
  id: 'marks-as-done',
  severity: 'warning',
  summary: 'a command only marks a change as made, and nothing says how to tell that it was',
  check: (page) =>
    page.commands
      .filter(({ command }) => command.kind === 'shell')
      .flatMap(({ command }) => {
        const found = BOOKKEEPING.find(({ form }) => form.test(oneLine(command)));
        const around = page.lines.slice(Math.max(0, command.lines[0] - 6), command.lines[1] + 2).join('\n');
        return found === undefined || /\balready\b|\bonly if\b|\bmade by hand\b|\bexists?\b/i.test(around)
          ? []
          : [
              {
                message: `this only marks ${found.what} as made: if it was not, what it should make stays missing, and nothing will make it`,
                place: placeIn(page, command, found.form),
                hint: found.instead,
              },
            ];
      }),
};
