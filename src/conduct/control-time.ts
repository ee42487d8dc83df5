import type { Plan, PlannedFault } from '../plan/model.ts';

/** Beyond what is needed to see something, in ms. */
const MARGIN = 1000;

/**
 * How long the control is watched, in ms: twice what the runbook needed; and never so short that nothing could have been seen, that
 * a fault had not come, or that one was still in which the drill itself takes out. Who has not come back when the time to recover is
 * up has not come back, whatever is taken out later.
 */
export const controlTime = (
  { timing, faults }: Pick<Plan, 'timing' | 'faults'>,
  recoverMs: number,
): number => {
  const seen = timing.stableFor + MARGIN;
  const lifted = Math.min(Math.max(0, ...faults.map(liftedAfter)) + seen, timing.recoverTimeout);
  return Math.max(2 * recoverMs, ...faults.map(({ after = 0 }) => after + seen), lifted);
};

const liftedAfter = ({ after = 0, liftedBy }: PlannedFault): number =>
  liftedBy && 'after' in liftedBy ? after + liftedBy.after : 0;
