import { expect, test } from 'vitest';
import { Level, type LevelSpec } from './level.ts';

const level = (spec: Partial<LevelSpec>): Level =>
  new Level({ figure: 'error-rate', of: ['app'], limit: 0.01, atLeast: false, ...spec });

const sample = (at: number, ok: boolean, seen = '', begun = at - 10) => ({
  probe: 'app',
  begun,
  at,
  ok,
  seen,
});

test('an error rate of samples is that of the last second', () => {
  const rate = level({});
  for (const at of [100, 200, 300]) rate.addSample(sample(at, at !== 200));
  expect(rate).toMatchObject({ heldSince: undefined, value: 1 / 3 });
  for (const at of [1100, 1200, 1300, 2300]) rate.addSample(sample(at, true));
  expect(rate).toMatchObject({ heldSince: 1200, value: 0 });
  expect(rate.hasHeldFor(1000)).toBe(true);
  expect(rate.hasHeldFor(2000)).toBe(false);
});

test('a failure after it had held begins anew', () => {
  const rate = level({});
  rate.addSample(sample(100, true));
  rate.addSample(sample(200, false));
  expect(rate.heldSince).toBeUndefined();
});

test('a latency is a percentile of the last second', () => {
  const slow = level({ figure: 'p95', limit: 50 });
  slow.addSample(sample(100, true, '', 90));
  expect(slow.value).toBe(10);
  slow.addSample(sample(200, true, '', 100));
  expect(slow).toMatchObject({ value: 100, heldSince: undefined });
});

test('the load has its own figures of each second, and the samples do not count', () => {
  const p99 = level({ figure: 'p99', of: 'load', limit: 50 });
  p99.addSample(sample(100, true, '', 0));
  expect(p99.value).toBeUndefined();
  p99.addSecond({ wallMs: 0, requests: 10, failed: 0, p99: 20 }, 1000);
  expect(p99).toMatchObject({ value: 20, heldSince: 1000 });
});

test('a value is the first number that a probe saw, and has its worst while it held', () => {
  const workers = level({ figure: 'value', limit: 2, atLeast: true });
  workers.addSample(sample(100, true, '1 worker'));
  expect(workers).toMatchObject({ value: 1, heldSince: undefined });
  workers.addSample(sample(200, true, '3 workers'));
  workers.addSample(sample(300, true, '2 workers of 4'));
  workers.addSample(sample(400, true, 'none'));
  workers.addSample(sample(500, false, '0 workers'));
  expect(workers).toMatchObject({ value: 2, heldSince: 200 });
});
