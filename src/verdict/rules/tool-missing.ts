import { remedyWithoutTool } from '../../plan/without-tool.ts';
import { typedAt } from '../command-words.ts';
import type { Rule } from '../rule.ts';
import { isBegun } from './commands.ts';
import { verificationFailed } from './verification.ts';

/**
 * A part of the remedy needs a program that is not where the commands are typed: what the runbook would have done is not known. Where
 * the system came back, and the runbook's own verification held, it was done without it.
 */
export const toolMissing: Rule = (drill) => {
  const { plan, treated } = drill.facts;
  const isDone = treated.recoveredAt !== undefined && verificationFailed(drill).length === 0;
  if (isDone || !isBegun(plan, treated)) return [];
  return remedyWithoutTool(plan.steps).map(({ source, lines, skip }) => ({
    code: 'tool-missing',
    message: `${typedAt({ command: source, lines })}, of the remedy, was not typed: ${skip?.message}`,
  }));
};
