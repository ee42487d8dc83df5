import type { Drill } from '../drill/model.ts';
import type { PlannedObjective, Timing } from './model.ts';

const INTERVAL = 100;
const SAMPLE_TIMEOUT = 1000;
const STABLE_FOR = 1000;
const STEADY_TIMEOUT = 30_000;
const DETECT_TIMEOUT = 15_000;
/** A system that comes back late is still timed, this much beyond its limit: "in 71 s (promised: 60 s)". */
const GRACE = 1.25;

export const planTiming = (
  drill: Pick<Drill, 'interval' | 'stableFor'>,
  objectives: readonly PlannedObjective[],
): Timing => {
  const limit = (name: string): number => objectives.find((each) => each.name === name)?.limit ?? 0;
  const stableFor = drill.stableFor ?? STABLE_FOR;
  return {
    interval: drill.interval ?? INTERVAL,
    sampleTimeout: SAMPLE_TIMEOUT,
    stableFor,
    steadyTimeout: STEADY_TIMEOUT,
    detectTimeout: Math.max(DETECT_TIMEOUT, limit('detect') * GRACE),
    recoverTimeout: Math.max(limit('recover'), limit('outage')) * GRACE + stableFor,
  };
};
