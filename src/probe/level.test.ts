import { expect, test } from 'vitest';
import { areBack, Level, type LevelSpec } from './level.ts';

const level = (spec: Partial<LevelSpec>): Level =>
  new Level({ figure: 'error-rate', of: ['app'], limit: 0.01, atLeast: false, stableFor: 0, ...spec });

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
});

test.each([
  [1100, 1200],
  [2000, undefined],
])('a rate counts only once it has held for long enough: %d ms', (stableFor, heldSince) => {
  const rate = level({ stableFor });
  for (const at of [100, 200, 1200, 2300]) rate.addSample(sample(at, at !== 200));
  expect(rate.heldSince).toBe(heldSince);
  expect(rate.value).toBe(heldSince === undefined ? 1 / 2 : 0);
});

test('a rate that is good in each other second has not come back', () => {
  const rate = level({ of: 'load', stableFor: 1000 });
  for (let second = 0; second < 9; second += 1)
    rate.addSecond({ wallMs: second * 1000, requests: 10, failed: second % 2 ? 10 : 0 }, second * 1000);
  expect(rate).toMatchObject({ heldSince: undefined, value: 1 });
});

test('what is not answered has no latency, and no value: neither holds until it is answered again', () => {
  const slow = level({ figure: 'p95', limit: 50 });
  slow.addSample(sample(100, true));
  slow.addSample(sample(200, false, '', 200));
  expect(slow.heldSince).toBeUndefined();
  slow.addSample(sample(900, true));
  expect(slow.heldSince).toBe(900);

  const load = level({ figure: 'p95', of: 'load', limit: 50 });
  load.addSecond({ wallMs: 0, requests: 10, failed: 0, p95: 20 }, 1000);
  load.addSecond({ wallMs: 1000, requests: 10, failed: 10, p95: 0 }, 2000);
  expect(load.heldSince).toBeUndefined();
  load.addSecond({ wallMs: 2000, requests: 10, failed: 9 }, 3000);
  expect(load.heldSince).toBeUndefined();
  load.addSecond({ wallMs: 3000, requests: 10, failed: 0, p95: 20 }, 4000);
  expect(load.heldSince).toBe(4000);

  const rows = level({ figure: 'value', limit: 10 });
  rows.addSample(sample(100, true, '3 rows'));
  rows.addSample(sample(200, false, 'connection refused'));
  expect(rows).toMatchObject({ heldSince: undefined, value: undefined });
  rows.addSample(sample(300, true, '4 rows'));
  expect(rows).toMatchObject({ heldSince: 300, value: 4 });
});

test.each([
  ['an error rate of 1 %', {}, 300, 300],
  ['of 5 %', { limit: 0.05 }, 60, 60],
  ['of none, which no number shows', { limit: 0 }, 0, 1],
  ['a latency', { figure: 'p95', limit: 50 }, 0, 1],
] as const)('it takes samples without a break to tell: %s', (_, spec, needed, least) => {
  const figure = level(spec);
  expect(figure).toMatchObject({ needed, isTold: false });
  for (let count = 1; count < least; count += 1) figure.addSample(sample(count, true, '', count));
  expect(figure.isTold).toBe(false);
  figure.addSample(sample(least, true, '', least));
  expect(figure.isTold).toBe(true);
});

test('a failure among them begins the count anew, and each request of a load counts', () => {
  const rate = level({ of: 'load', stableFor: 1000 });
  const second = (at: number, requests: number, failed = 0): void =>
    rate.addSecond({ wallMs: at, requests, failed }, at);
  second(0, 299);
  second(1000, 299, 9);
  second(2000, 150);
  expect(rate).toMatchObject({ asked: 150, isTold: false });
  second(3000, 150);
  expect(rate).toMatchObject({ heldSince: 2000, asked: 300, isTold: true });
});

test('all is back where each figure is, as far as it is seen', () => {
  const [held, missed] = [level({}), level({})];
  for (const rate of [held, missed]) rate.addSample(sample(100, true));
  expect(areBack([undefined, held, missed], 50)).toBe(true);
  missed.addSample(sample(200, false));
  expect(areBack([undefined, held, missed], 50)).toBe(false);
  expect(areBack([missed], 300)).toBe(true);
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
  expect(workers).toMatchObject({ value: 2, heldSince: 200 });
});
