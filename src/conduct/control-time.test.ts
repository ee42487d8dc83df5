import { expect, test } from 'vitest';
import { KILL_WEB, toyPlan } from '../../test/support/toy-plan.ts';
import type { PlannedFault } from '../plan/model.ts';
import { controlTime } from './control-time.ts';

const timing = { ...toyPlan().timing, stableFor: 1000, recoverTimeout: 30_000 };
const watched = (recoverMs: number, ...more: readonly Partial<PlannedFault>[]): number =>
  controlTime({ timing, faults: more.map((each) => ({ ...KILL_WEB, ...each })) }, recoverMs);

test('the control is watched twice as long as the runbook needed, and long enough to see something', () => {
  expect(watched(3000, {})).toBe(6000);
  expect(watched(100, {})).toBe(2000);
});

test('a fault that comes later, or that the drill takes out, is waited for', () => {
  expect(watched(100, { after: 5000 })).toBe(7000);
  expect(watched(100, { liftedBy: { after: 6000 } })).toBe(8000);
  expect(watched(100, {}, { after: 5000, liftedBy: { after: 6000 } })).toBe(13_000);
  expect(watched(100, { liftedBy: { event: 'restart web' } })).toBe(2000);
});

test('one that is taken out after the time to recover is not', () => {
  expect(watched(100, { liftedBy: { after: 600_000 } })).toBe(30_000);
  expect(watched(20_000, { liftedBy: { after: 600_000 } })).toBe(40_000);
});
