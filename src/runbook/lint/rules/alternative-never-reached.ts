import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { shown } from '../text.ts';
import { isEndless } from './endless-command.ts';

export const alternativeNeverReached: Rule = {
  id: 'alternative-never-reached',
  severity: 'warning',
  summary: 'the other way of an either/or stands after a command that never ends',
  check: (page) =>
    page.commands.flatMap((placed) => {
      const own = placed.command.alternative;
      if (own === undefined) return [];
      const before = page.commands.find(
        (other) =>
          isEndless(other) &&
          other.command.alternative?.choice === own.choice &&
          other.command.alternative.option < own.option,
      );
      return before === undefined
        ? []
        : [
            {
              message: `this way is not reached: "${shown(before.command)}" (line ${before.command.lines[0]}) before it never ends`,
              place: placeIn(page, placed.command),
              hint: 'put the way that ends first, or bound the other',
            },
          ];
    }),
};
