import { lineOf, type FenceItem } from './fence-item.ts';
import { withFlag, withoutFlag } from '../command/command.ts';
import {
  DELETES_BY_REMARK,
  FROM_FILE,
  LOSES_BY_REMARK,
  LOADS_DATABASE,
  MAKES_DATABASE,
  OVERWRITES,
  OWN_SCRIPT,
} from '../knowledge/destructive.ts';
import { ASKS_BY_REMARK, ASKS_IN_OUTPUT, ASKS_NOTHING } from '../knowledge/interactive.ts';
import type { Command } from '../model.ts';
import { remarkOf } from '../command/remarks.ts';

/**
 * What the rest of a block says of its commands: what they destroy, and that they ask.
 * @param end the block's last line in the raw file
 */
export const knowingRemarks = (
  items: readonly FenceItem[],
  raw: readonly string[],
  end: number,
): readonly FenceItem[] => {
  let fresh = false;
  return items.map((item, index) => {
    if (item.type === 'comment') return item;
    const { command } = item;
    const above = items[index - 1];
    const said = above?.type === 'comment' && above.line === command.lines[0] - 1 ? above.text : '';
    const beside = remarkOf(command, raw);
    const remarks = OWN_SCRIPT.test(command.text) ? [said, beside] : [beside];
    const printed = printedBelow(command, items[index + 1], raw, end);
    const asking = asksThere(saidToAsk(command, remarks), printed);
    const known =
      isSaidToDelete(command, [said, beside]) || LOSES_BY_REMARK.test(beside)
        ? withFlag(asking, 'destructive')
        : asking;
    const filled = fresh && LOADS_DATABASE.test(command.text);
    fresh ||= MAKES_DATABASE.test(command.text);
    return { ...item, command: filled ? withoutFlag(known, 'destructive') : known };
  });
};

/** "(type the version to confirm)": the command waits for a person, though its program is not known to. */
export const saidToAsk = (command: Command, said: readonly string[]): Command =>
  command.kind === 'shell' &&
  !ASKS_NOTHING.test(command.text) &&
  said.some((each) => ASKS_BY_REMARK.test(each))
    ? withFlag(command, 'interactive')
    : command;

/** How many lines below a command are looked at for what it asks. */
const MOST = 12;

/** The lines between a command and the next one, or the end of its block. */
const printedBelow = (
  { lines: [, last] }: Command,
  next: FenceItem | undefined,
  raw: readonly string[],
  end: number,
): readonly string[] => raw.slice(last, Math.min(next === undefined ? end : lineOf(next) - 1, last + MOST));

/** "Do you want to continue? [y/N]", printed below a command. */
const asksThere = (command: Command, printed: readonly string[]): Command =>
  command.kind === 'shell' &&
  !ASKS_NOTHING.test(command.text) &&
  printed.some((line) => ASKS_IN_OUTPUT.test(line))
    ? withFlag(command, 'interactive')
    : command;

/** A team's own script or target does what the comment above it, or the remark beside it, tells; so does a file of SQL. */
const isSaidToDelete = ({ kind, text }: Command, said: readonly string[]): boolean => {
  if (kind !== 'shell') return false;
  const loads = FROM_FILE.test(text);
  return (
    (loads || OWN_SCRIPT.test(text)) &&
    said.some(
      (each) =>
        DELETES_BY_REMARK.test(each) || LOSES_BY_REMARK.test(each) || (loads && OVERWRITES.test(each)),
    )
  );
};
