import type { PlannedObjective } from '../plan/model.ts';
import type { ArmFacts } from './facts.ts';
import type { JudgedObjective, Measures } from './model.ts';

/** The figures of the treated arm. */
export const measuresOf = (arm: ArmFacts): Measures => {
  const { injectedAt, firstFailed, recoveredAt, audits } = arm;
  const acked = audits.length > 0 ? sum(audits.map(({ acknowledged }) => acknowledged)) : arm.acknowledged;
  const checked = audits.length > 0 && audits.every((audit) => audit.checked);
  return {
    ...(injectedAt !== undefined && firstFailed && { detectMs: rounded(firstFailed.at - injectedAt) }),
    ...(injectedAt !== undefined &&
      recoveredAt !== undefined && { recoverMs: rounded(recoveredAt - injectedAt) }),
    ...(firstFailed && recoveredAt !== undefined && { outageMs: rounded(recoveredAt - firstFailed.begun) }),
    ...((audits.length > 0 || acked > 0) && { ackedWrites: acked }),
    ...(checked && { lostWrites: sum(audits.map(({ lost }) => lost.length)) }),
  };
};

/** Compares what was measured with what was promised; what could not be measured is not met. */
export const judgeObjective = (
  { name, limit, unit }: PlannedObjective,
  measures: Measures,
): JudgedObjective => {
  const measured = measures[MEASURE[name]];
  return {
    name,
    limit,
    unit,
    ...(measured !== undefined && { measured }),
    met: measured !== undefined && measured <= limit,
  };
};

const MEASURE = {
  detect: 'detectMs',
  recover: 'recoverMs',
  outage: 'outageMs',
  'lost-writes': 'lostWrites',
} as const satisfies Record<PlannedObjective['name'], keyof Measures>;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** To 0.1 ms: beyond that it is noise. */
const rounded = (ms: number): number => Math.round(ms * 10) / 10;
