import { formatDuration } from '../../core/duration.ts';
import { hasFailed } from '../../core/event.ts';
import type { Plan } from '../../plan/model.ts';
import { inWords, typedAt } from '../command-words.ts';
import { tells } from '../diagnosis.ts';
import type { ArmFacts } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { unseen } from './unseen.ts';
import { verifyingSteps } from './verification.ts';

export const nothingRun: Rule = ({ facts: { plan, treated } }) =>
  !isBegun(plan, treated) || treated.commands.some(({ status }) => status !== 'skipped')
    ? []
    : [{ code: 'nothing-run', message: `no command of the runbook was run: ${skippedCount(treated)}` }];

/**
 * Most of the time to recover was over before the first command, and none has ended in what was left: that says nothing about the
 * runbook.
 */
export const noTimeLeft: Rule = ({ facts: { plan, treated } }) => {
  const { injectedAt = 0, recoveredAt, respondedAt, commands } = treated;
  const { recoverTimeout } = plan.timing;
  if (!isBegun(plan, treated) || recoveredAt !== undefined || respondedAt === undefined) return [];
  const end = injectedAt + recoverTimeout;
  if (commands.some(({ status, at }) => status !== 'skipped' && at < end)) return [];
  const over = respondedAt - injectedAt;
  if (over <= recoverTimeout / 2) return [];
  const message = `${formatDuration(over)} of the ${formatDuration(recoverTimeout)} to recover were over before the runbook’s first command, and none of its commands ended in time`;
  return [{ code: 'no-time-left', message }];
};

/** Without evidence of the fault nothing of it is begun. */
export const isBegun = (plan: Plan, treated: ArmFacts): boolean =>
  unseen(plan, treated).length === 0 && treated.firstFailed !== undefined;

const skippedCount = ({ commands }: ArmFacts): string => {
  const last = commands.at(-1);
  if (last === undefined) return 'it has none';
  const why = last.reason === undefined ? '' : ` (the last one: ${last.reason})`;
  return `all ${commands.length} were skipped${why}`;
};

export const commandFailed: Rule = ({ facts: { plan, treated } }) => {
  const verifying = verifyingSteps(plan);
  return treated.commands
    .filter((command) => hasFailed(command) && !verifying.has(command.step))
    .map((command) => ({ code: 'command-failed', message: inWords(command) }));
};

export const stillRunning: Rule = ({ facts: { treated } }) =>
  [...new Set(treated.stillRunning.map(typedAt))].map((command) => ({
    code: 'still-running',
    message: `${command}: a job that it started still ran at the end: what it does later was not watched`,
  }));

export const diagnosisBlind: Rule = ({ facts }) =>
  facts.treated.commands
    .filter((command) => tells(facts, command) === false)
    .map((command) => ({
      code: 'diagnosis-blind',
      message: `${typedAt(command)}: reads the same without the fault: it cannot diagnose it`,
    }));
