import type { FenceItem } from './fence-item.ts';
import { withFlag, withoutFlag } from '../command/command.ts';
import {
  DELETES_BY_REMARK,
  FROM_FILE,
  LOADS_DATABASE,
  MAKES_DATABASE,
  OVERWRITES,
  OWN_SCRIPT,
} from '../knowledge/destructive.ts';
import { ASKS_BY_REMARK, ASKS_NOTHING } from '../knowledge/interactive.ts';
import type { Command } from '../model.ts';
import { remarkOf } from '../command/remarks.ts';

/** What the rest of a block says of its commands: what they destroy, and that they ask. */
export const knowingRemarks = (items: readonly FenceItem[], raw: readonly string[]): readonly FenceItem[] => {
  let fresh = false;
  return items.map((item, index) => {
    if (item.type === 'comment') return item;
    const { command } = item;
    const above = items[index - 1];
    const said = above?.type === 'comment' && above.line === command.lines[0] - 1 ? above.text : '';
    const beside = remarkOf(command, raw);
    const asking = saidToAsk(command, OWN_SCRIPT.test(command.text) ? [said, beside] : [beside]);
    const known = isSaidToDelete(command, [said, beside]) ? withFlag(asking, 'destructive') : asking;
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

/** A team's own script or target does what the comment above it, or the remark beside it, tells; so does a file of SQL. */
const isSaidToDelete = ({ kind, text }: Command, said: readonly string[]): boolean => {
  if (kind !== 'shell') return false;
  const loads = FROM_FILE.test(text);
  return (
    (loads || OWN_SCRIPT.test(text)) &&
    said.some((each) => DELETES_BY_REMARK.test(each) || (loads && OVERWRITES.test(each)))
  );
};
