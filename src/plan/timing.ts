import type { Drill, ObjectiveKind } from '../drill/model.ts';
import type { PlannedObjective, Timing } from './model.ts';
import { objectiveOf } from './objective-of.ts';

const INTERVAL = 100;
const SAMPLE_TIMEOUT = 1000;
const STABLE_FOR = 1000;
/** At least. */
const STEADY_TIMEOUT = 30_000;
const DETECT_TIMEOUT = 15_000;
/** A system that comes back late is still timed, this much beyond its limit: "in 71 s (promised: 60 s)". */
const GRACE = 1.25;

export const planTiming = (
  drill: Pick<Drill, 'interval' | 'stableFor'>,
  objectives: readonly PlannedObjective[],
): Timing => {
  const limit = (kind: ObjectiveKind): number => objectiveOf(objectives, kind)?.limit ?? 0;
  const { interval = INTERVAL, stableFor = STABLE_FOR } = drill;
  /** Good samples do not show sooner that they last. */
  const shown = Math.max(stableFor, interval);
  return {
    interval,
    sampleTimeout: SAMPLE_TIMEOUT,
    stableFor,
    steadyTimeout: Math.max(STEADY_TIMEOUT, 3 * (shown + SAMPLE_TIMEOUT)),
    detectTimeout: Math.max(DETECT_TIMEOUT, limit('detect') * GRACE),
    recoverTimeout: Math.max(limit('recover'), limit('outage')) * GRACE + shown,
  };
};
