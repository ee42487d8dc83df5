import { expect, it } from 'vitest';
import { planTiming } from './timing.ts';

it.each([
  [{}, 30_000],
  [{ stableFor: 31_000 }, 96_000],
  [{ interval: 10_000 }, 33_000],
])('waits as long for the steady state as it takes to show: %j', (drill, expected) => {
  expect(planTiming(drill, []).steadyTimeout).toBe(expected);
});

it.each([
  [{}, 1000],
  [{ stableFor: 5000 }, 5000],
  [{ interval: 10_000 }, 10_000],
])('waits beyond the limit as long as a recovery takes to show: %j', (drill, expected) => {
  expect(planTiming(drill, []).recoverTimeout).toBe(expected);
});
