import { formatDuration } from '../core/duration.ts';
import type { Plan } from '../plan/model.ts';
import type { ArmFacts } from './facts.ts';
import type { Rule } from './rule.ts';
import { unseen } from './unseen.ts';

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
const isBegun = (plan: Plan, treated: ArmFacts): boolean =>
  unseen(plan, treated).length === 0 && treated.firstFailed !== undefined;

const skippedCount = ({ commands }: ArmFacts): string => {
  const last = commands.at(-1);
  if (last === undefined) return 'it has none';
  const why = last.reason === undefined ? '' : ` (the last one: ${last.reason})`;
  return `all ${commands.length} were skipped${why}`;
};
