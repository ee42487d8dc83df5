import { sum } from '../core/statistics.ts';
import type { ArmFacts } from './facts.ts';
import type { Measures } from './model.ts';

/**
 * The figures of the treated arm.
 * @param withAlerts the time to detect is then when the first alert fired, not when a probe failed
 */
export const measuresOf = (arm: ArmFacts, withAlerts: boolean): Measures => {
  const { injectedAt, firstFailed, recoveredAt, respondedAt, audits } = arm;
  const noticedAt = withAlerts ? arm.alerts.firstAt : firstFailed?.at;
  const acked = audits.length > 0 ? sum(audits.map(({ acknowledged }) => acknowledged)) : arm.acknowledged;
  // Where nothing was acknowledged, nothing can be lost: that shows nothing, of each ledger.
  const checked = audits.length > 0 && audits.every((audit) => audit.checked && audit.acknowledged > 0);
  return {
    ...(injectedAt !== undefined &&
      noticedAt !== undefined && { detectMs: rounded(Math.max(0, noticedAt - injectedAt)) }),
    ...(injectedAt !== undefined &&
      respondedAt !== undefined && { respondMs: rounded(respondedAt - injectedAt) }),
    ...(injectedAt !== undefined &&
      recoveredAt !== undefined && { recoverMs: rounded(recoveredAt - injectedAt) }),
    ...(firstFailed && recoveredAt !== undefined && { outageMs: rounded(recoveredAt - firstFailed.begun) }),
    ...((audits.length > 0 || acked > 0) && { ackedWrites: acked }),
    ...(checked && { lostWrites: lostIn(arm) }),
  };
};

/** Acknowledged writes that are known to be missing: all, or only those of the ledgers that could be checked. */
export const lostIn = ({ audits }: Pick<ArmFacts, 'audits'>): number =>
  sum(audits.map(({ lost }) => lost.length));

/** To 0.1 ms: beyond that it is noise. */
const rounded = (ms: number): number => Math.round(ms * 10) / 10;
