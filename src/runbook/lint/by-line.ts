import type { Page, PlacedCommand } from './model.ts';

// What stands where, found by halving: a file may have tens of thousands of fences and commands.

/** The fence that a line stands in; its marks do not count. */
export const fenceAt = ({ fences }: Page, line: number): Page['fences'][number] | undefined => {
  const fence = fences[countWhile(fences, ([first]) => first < line) - 1];
  return fence !== undefined && line < fence[1] ? fence : undefined;
};

/** The last of them that begins on a line before `line`. */
export const lastBefore = (commands: readonly PlacedCommand[], line: number): PlacedCommand | undefined =>
  commands[countBefore(commands, line) - 1];

/** The first of them that begins on a line after `line`. */
export const firstAfter = (commands: readonly PlacedCommand[], line: number): PlacedCommand | undefined =>
  commands[countBefore(commands, line + 1)];

/** The command that stands after it in the same fence. */
export const nextInFence = (page: Page, { command }: PlacedCommand): PlacedCommand | undefined => {
  const end = fenceAt(page, command.lines[0])?.[1];
  const next = firstAfter(page.commands, command.lines[1]);
  return end !== undefined && next !== undefined && next.command.lines[0] < end ? next : undefined;
};

/** Those that begin on a line from `first` to `last`. */
export const beginningWithin = (
  commands: readonly PlacedCommand[],
  first: number,
  last: number,
): readonly PlacedCommand[] => commands.slice(countBefore(commands, first), countBefore(commands, last + 1));

const countBefore = (commands: readonly PlacedCommand[], line: number): number =>
  countWhile(commands, ({ command }) => command.lines[0] < line);

/** How many items at the beginning a condition holds for, which holds for none after them. */
export const countWhile = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number => {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Finds the first item of a group whose value is below a limit, without looking at all of them: one that is no lower than another
 * before it is never the first.
 */
export const firstsBelow = <Item>(
  items: readonly Item[],
  groupOf: (item: Item) => string | undefined,
  valueOf: (item: Item) => number,
): ((group: string | undefined, limit: number) => Item | undefined) => {
  const lows = new Map<string | undefined, Item[]>();
  for (const item of items) {
    const group = groupOf(item);
    const known = lows.get(group);
    const lowest = known?.at(-1);
    if (known === undefined) lows.set(group, [item]);
    else if (lowest !== undefined && valueOf(item) < valueOf(lowest)) known.push(item);
  }
  return (group, limit) => lows.get(group)?.find((item) => valueOf(item) < limit);
};
