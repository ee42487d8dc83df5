import { own } from '../core/own.ts';
import type { TotalKind } from '../drill/objective-kinds.ts';
import type { PlannedObjective } from '../plan/model.ts';
import type { Level } from '../probe/level.ts';
import { type ArmFacts, isLoadOver } from './facts.ts';
import { lostIn } from './measures.ts';
import type { JudgedObjective, Measures } from './model.ts';

/** Compares what was measured with what was promised; what could not be measured is not met. */
export const judgeObjectives = (
  objectives: readonly PlannedObjective[],
  measures: Measures,
  arm: ArmFacts,
): readonly JudgedObjective[] =>
  objectives.map((objective, index) => {
    const level = arm.levels[index];
    return level === undefined ? judgeTotal(objective, measures, arm) : judgeLevel(objective, level, arm);
  });

const judgeTotal = (objective: PlannedObjective, measures: Measures, arm: ArmFacts): JudgedObjective => {
  const { limit, atLeast } = objective;
  const measured = own<Total>(TOTALS, objective.name)?.(measures, arm, limit);
  return judged(objective, {
    measured,
    met: measured !== undefined && (atLeast ? measured >= limit : measured <= limit),
  });
};

/** It must have come back in time, and stayed; and somebody must have looked. */
const judgeLevel = (
  objective: PlannedObjective,
  level: Level,
  { injectedAt = 0, recoveredAt }: ArmFacts,
): JudgedObjective => {
  const isSeen = recoveredAt === undefined || level.isSeenAfter(recoveredAt);
  const within = objective.level?.within ?? Infinity;
  const afterFault = (since: number): number => Math.max(0, Math.round(since - injectedAt));
  const isInTime = level.heldSince !== undefined && afterFault(level.heldSince) <= within;
  // That it came back too late, few samples tell as well.
  const { heldSince, value } = isSeen && (level.isTold || !isInTime) ? level : NOT_SEEN;
  const after = heldSince === undefined ? undefined : afterFault(heldSince);
  return judged(objective, {
    measured: value,
    met: after !== undefined && after <= within,
    ...(after !== undefined && { after }),
    within,
  });
};

const NOT_SEEN = { heldSince: undefined, value: undefined };

const judged = (
  { name, probe, limit, unit, atLeast, origin }: PlannedObjective,
  { measured, ...rest }: Pick<JudgedObjective, 'met' | 'after' | 'within'> & { measured: number | undefined },
): JudgedObjective => ({
  name,
  ...(probe !== undefined && { probe }),
  limit,
  unit,
  ...(atLeast && { atLeast }),
  ...(measured !== undefined && {
    measured: rounded(measured),
    margin: rounded(atLeast ? measured - limit : limit - measured),
  }),
  ...rest,
  origin,
});

type Total = (measures: Measures, arm: ArmFacts, limit: number) => number | undefined;

const TOTALS: Readonly<Record<TotalKind, Total>> = {
  detect: ({ detectMs }) => detectMs,
  respond: ({ respondMs }) => respondMs,
  recover: ({ recoverMs }) => recoverMs,
  outage: ({ outageMs }) => outageMs,
  // Too many are too many, whatever the ledgers hide that could not be checked.
  'lost-writes': ({ lostWrites }, arm, limit) =>
    lostWrites ?? (lostIn(arm) > limit ? lostIn(arm) : undefined),
  availability: (_, arm) => (isLoadOver(arm) ? undefined : arm.availability),
  'load-thresholds': (_, arm, limit) => {
    const crossed = crossedIn(arm).length;
    return crossed > limit || areThresholdsSeen(arm) ? crossed : undefined;
  },
};

/** A script without any, or a k6 that was killed, says nothing; nor does one that was over too early, or measured nothing. */
const areThresholdsSeen = (arm: ArmFacts): boolean => {
  const { thresholds = [] } = arm;
  return thresholds.length > 0 && !isLoadOver(arm) && thresholds.every(({ empty }) => !empty);
};

export const crossedIn = ({ thresholds = [] }: ArmFacts): readonly string[] =>
  thresholds.filter(({ met }) => !met).map(({ metric }) => metric);

/** What JSON and tables show: beyond that it is noise. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
