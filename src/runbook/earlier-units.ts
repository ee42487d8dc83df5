import type { Nodes } from 'mdast';
import { hasCommands, type Unit } from './alternatives.ts';
import { withFlag } from './command.ts';
import { conditionOf, conditionOfIntro } from './conditions.ts';
import { ENDS_SENTENCE, SPEAKS_FOR_PREVIOUS } from './knowledge/conditions.ts';
import { BY_HAND } from './knowledge/ways.ts';
import type { Command, Step } from './model.ts';

export const isTyped = ({ commands }: Step): boolean => commands.length > 0;

export const withCondition = (
  command: Command,
  condition: string | undefined,
  fallback: boolean,
): Command => {
  if (condition === undefined) return command;
  const flagged = withFlag(command, 'conditional');
  return fallback || flagged.condition !== undefined ? flagged : { ...flagged, condition };
};

/** "Create it with the `kubectl create` command:" and a block that does: what stands in the block is typed. */
export const leaveToBlock = (
  units: Unit[],
  block: readonly Step[],
  holds: (typed: string, named: string) => boolean = (typed, named) => typed.includes(named),
): void => {
  const [before] = units.slice(-1);
  const typed = block.flatMap(({ commands }) => commands.map(({ text }) => text));
  if (before === undefined || typed.length === 0) return;
  const kept = (command: Command): boolean =>
    command.where !== 'inline' || !typed.some((text) => holds(text, command.text));
  if (before.steps.every(({ commands }) => commands.every(kept))) return;
  const steps = before.steps.map((step) => {
    const commands = step.commands.filter(kept);
    return { ...step, commands, manual: commands.length === 0 };
  });
  const left = { ...before, steps: steps.filter(isTyped) };
  units.splice(-1, 1, ...(left.steps.length > 0 || BY_HAND.test(left.intro) ? [left] : []));
};

/** "The previous check only applies to …", said after the commands, or a block and the end of its sentence: "if the lock is stale." */
export const saidAfter = (units: Unit[], previous: Nodes | undefined, text: string): boolean => {
  const end = previous?.type === 'code' ? ENDS_SENTENCE.exec(text)?.[1] : undefined;
  if (end !== undefined) conditionPrevious(units, conditionOf(end) ?? end);
  else if (SPEAKS_FOR_PREVIOUS.test(text)) conditionPrevious(units, conditionOfIntro(text));
  return end !== undefined;
};

const conditionPrevious = (units: Unit[], condition: string | undefined): void => {
  const index = units.findLastIndex(hasCommands);
  const unit = units[index];
  if (unit === undefined) return;
  units[index] = {
    ...unit,
    steps: unit.steps.map((step) => ({
      ...step,
      commands: step.commands.map((command) => withCondition(command, condition, false)),
    })),
  };
};
