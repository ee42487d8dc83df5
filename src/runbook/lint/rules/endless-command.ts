import type { Command } from '../../model.ts';
import { fenceAt, nextInFence } from '../by-line.ts';
import { ANY_ENDING, ENDINGS } from '../knowledge/endings.ts';
import type { Page, PlacedCommand, Problem, Rule } from '../model.ts';
import { placeIn } from '../place.ts';
import { oneLine, shown } from '../text.ts';

export const endlessCommand: Rule = {
  id: 'endless-command',
  severity: 'warning',
  summary: 'a command does not end by itself, and the steps after it are not reached',
  check: (page) =>
    page.commands
      .filter(isEndless)
      .filter((placed, index, all) => !repeats(page, all[index - 1], placed))
      .map((placed) => problemOf(page, placed)),
};

export const isEndless = ({ command }: PlacedCommand): boolean =>
  command.flags.includes('endless') && !/(?:^|\s)timeout\s|(?<!&)&\s*$/.test(command.text);

const problemOf = (page: Page, placed: PlacedCommand): Problem => {
  const { command } = placed;
  const next = stepAfter(page, placed);
  const text = oneLine(command);
  return {
    message:
      next === undefined
        ? `"${shown(command)}" never ends by itself`
        : `"${shown(command)}" never ends by itself: line ${next.command.lines[0]} is not reached`,
    place: placeIn(page, command),
    hint: ENDINGS.find(({ form }) => form.test(text))?.ending ?? ANY_ENDING,
    // Watching at the end of a procedure is often meant; in the middle it holds up what follows.
    ...(next === undefined ? { severity: 'info' as const } : {}),
  };
};

/** The same program again in the same fence: one finding says it for the row. */
const repeats = (page: Page, before: PlacedCommand | undefined, { command }: PlacedCommand): boolean =>
  before !== undefined &&
  programOf(before.command) === programOf(command) &&
  fenceAt(page, before.command.lines[0]) !== undefined &&
  fenceAt(page, before.command.lines[0]) === fenceAt(page, command.lines[0]);

const programOf = ({ text }: Command): string | undefined => /\S+/.exec(text)?.[0];

/** A step after it in the same fence. A row of the like is a list, each for a terminal of its own. */
const stepAfter = (page: Page, placed: PlacedCommand): PlacedCommand | undefined => {
  let next = nextInFence(page, placed);
  while (next !== undefined && isEndless(next) && programOf(next.command) === programOf(placed.command))
    next = nextInFence(page, next);
  return next;
};
