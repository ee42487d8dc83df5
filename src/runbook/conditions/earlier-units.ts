import { hasCommands, type Unit } from './units.ts';
import type { Nodes } from 'mdast';
import { commandsIn, isTyped, withEach } from '../commands-of.ts';
import { withFlag } from '../command/command.ts';
import { conditionOf, conditionOfIntro, sentencesOf } from './conditions.ts';
import { DO_ONLY_IF, ENDS_SENTENCE, SPEAKS_FOR_PREVIOUS } from '../knowledge/conditions.ts';
import { BY_HAND } from '../knowledge/ways.ts';
import type { Command, Step } from '../model.ts';
import { textWithCode } from '../markdown/node-text.ts';

export const withCondition = (command: Command, condition: string | undefined, fallback = false): Command => {
  if (condition === undefined) return command;
  const flagged = withFlag(command, 'conditional');
  return fallback || flagged.condition !== undefined
    ? flagged
    : { ...flagged, condition: condition.replaceAll(/\s+/g, ' ') };
};

/** "Create it with the `kubectl create` command:" and a block that does: what stands in the block is typed. */
export const leaveToBlock = (
  units: Unit[],
  block: readonly Step[],
  holds: (typed: string, named: string) => boolean = (typed, named) => typed.includes(named),
): void => {
  const [before] = units.slice(-1);
  const typed = commandsIn(block).map(({ text }) => text);
  if (before === undefined || typed.length === 0) return;
  const kept = (command: Command): boolean =>
    command.where !== 'inline' || !typed.some((text) => text !== command.text && holds(text, command.text));
  if (before.steps.every(({ commands }) => commands.every(kept))) return;
  const steps = before.steps.map((step) => {
    const commands = step.commands.filter(kept);
    return { ...step, commands, manual: commands.length === 0 };
  });
  const left = { ...before, steps: steps.filter(isTyped) };
  units.splice(-1, 1, ...(left.steps.length > 0 || BY_HAND.test(left.intro) ? [left] : []));
};

/** "The previous check only applies to …", said after the commands, or a block and the end of its sentence: "if the lock is stale." */
export const saidAfter = (
  units: Unit[],
  { node, previous }: { readonly node: Nodes; readonly previous: Nodes | undefined },
  text: string,
): boolean => {
  const goesOn = node.type !== 'list' && previous?.type === 'code';
  const end = goesOn ? ENDS_SENTENCE.exec(text)?.[1] : undefined;
  if (end !== undefined) conditionPrevious(units, conditionOf(end) ?? end);
  else if (SPEAKS_FOR_PREVIOUS.test(text)) conditionPrevious(units, conditionOfIntro(text));
  return end !== undefined;
};

/** What stands below what was done and limits it: a callout "Only do this if the primary is gone.", with nothing typed right after it. */
export const limitOfPrevious = (
  units: readonly Unit[],
  node: Nodes,
  { previous, next }: { readonly previous: Nodes | undefined; readonly next: Nodes | undefined },
): string | undefined => {
  if (node.type !== 'blockquote' && node.type !== 'paragraph') return undefined;
  if ((previous?.type !== 'code' && previous?.type !== 'list') || next?.type === 'code') return undefined;
  const text = textWithCode(node);
  return DO_ONLY_IF.test(text) && !/:\s*$/.test(text) && units.some(hasCommands) ? text : undefined;
};

/** The case of what was done last: all of a block, the last step of a list. */
export const limitLast = (units: Unit[], previous: Nodes | undefined, text: string): void => {
  const unit = units.at(-1);
  const condition = sentencesOf(text)
    .filter((sentence) => DO_ONLY_IF.test(sentence))
    .map(conditionOf)
    .find((found) => found !== undefined);
  if (unit === undefined || !hasCommands(unit)) return;
  const last = unit.steps.findLastIndex(isTyped);
  const steps = unit.steps.map((step, index) =>
    previous?.type === 'list' && index !== last ? step : conditioned(step, condition),
  );
  units.splice(-1, 1, { ...unit, steps });
};

const conditioned = (step: Step, condition: string | undefined): Step =>
  withEach(step, (command) => withCondition(command, condition));

const conditionPrevious = (units: Unit[], condition: string | undefined): void => {
  const index = units.findLastIndex(hasCommands);
  const unit = units[index];
  if (unit === undefined) return;
  units[index] = { ...unit, steps: unit.steps.map((step) => conditioned(step, condition)) };
};
