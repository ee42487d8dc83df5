import type { Command } from '../../model.ts';
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
  const next = nextInBlock(page, placed);
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
  fenceOf(page, before.command) !== undefined &&
  fenceOf(page, before.command) === fenceOf(page, command);

const programOf = ({ text }: Command): string | undefined => /\S+/.exec(text)?.[0];

const fenceOf = (page: Page, { lines }: Command): Page['fences'][number] | undefined =>
  page.fences.find(([first, last]) => lines[0] > first && lines[0] < last);

/** What stands after it in the same fence. */
const nextInBlock = (page: Page, { command }: PlacedCommand): PlacedCommand | undefined => {
  const end = fenceOf(page, command)?.[1];
  return end === undefined
    ? undefined
    : page.commands.find(
        (other) => other.command.lines[0] > command.lines[1] && other.command.lines[0] < end,
      );
};
