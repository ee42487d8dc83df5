import { firstsBelow } from '../by-line.ts';
import type { Command } from '../../model.ts';
import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { shown } from '../text.ts';
import { isEndless } from './endless-command.ts';

export const alternativeNeverReached: Rule = {
  id: 'alternative-never-reached',
  severity: 'warning',
  summary: 'the other way of an either/or stands after a command that never ends',
  check: (page) => {
    const endlessBelow = firstsBelow(
      page.commands.filter((placed) => placed.command.alternative !== undefined && isEndless(placed)),
      ({ command }) => command.alternative?.choice,
      ({ command }) => command.alternative?.option ?? 0,
    );
    return page.commands.flatMap((placed) => {
      const own = placed.command.alternative;
      if (own === undefined) return [];
      const before = endlessBelow(own.choice, own.option);
      return before === undefined || isOneSentence(before.command, placed.command)
        ? []
        : [
            {
              message: `this way is not reached: "${shown(before.command)}" (line ${before.command.lines[0]}) before it never ends`,
              place: placeIn(page, placed.command),
              hint: 'put the way that ends first, or bound the other',
            },
          ];
    });
  },
};

/** "Start it (`pnpm dev` or `npm run dev`)": nobody types one after the other. */
const isOneSentence = (one: Command, other: Command): boolean =>
  one.where === 'inline' && other.where === 'inline' && one.lines[0] === other.lines[0];
