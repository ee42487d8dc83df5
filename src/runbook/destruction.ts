import { withFlag, withoutFlag } from './command.ts';
import type { FenceItem } from './fence.ts';
import {
  DELETES_BY_REMARK,
  FROM_FILE,
  LOADS_DATABASE,
  MAKES_DATABASE,
  OVERWRITES,
  OWN_SCRIPT,
} from './knowledge/destructive.ts';
import type { Command } from './model.ts';
import { remarkOf } from './remarks.ts';

/** What the rest of a block says of what its commands destroy. */
export const knowingDestruction = (
  items: readonly FenceItem[],
  raw: readonly string[],
): readonly FenceItem[] => {
  let fresh = false;
  return items.map((item, index) => {
    if (item.type === 'comment') return item;
    const { command } = item;
    const above = items[index - 1];
    const said = above?.type === 'comment' && above.line === command.lines[0] - 1 ? above.text : '';
    const known = isSaidToDelete(command, [said, remarkOf(command, raw)])
      ? withFlag(command, 'destructive')
      : command;
    const filled = fresh && LOADS_DATABASE.test(command.text);
    fresh ||= MAKES_DATABASE.test(command.text);
    return { ...item, command: filled ? withoutFlag(known, 'destructive') : known };
  });
};

/** A team's own script or target does what the comment above it, or the remark beside it, tells; so does a file of SQL. */
const isSaidToDelete = ({ kind, text }: Command, said: readonly string[]): boolean => {
  if (kind !== 'shell') return false;
  const loads = FROM_FILE.test(text);
  return (
    (loads || OWN_SCRIPT.test(text)) &&
    said.some((each) => DELETES_BY_REMARK.test(each) || (loads && OVERWRITES.test(each)))
  );
};
