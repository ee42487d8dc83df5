import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchHealth } from './health.ts';

const check = {
  location: { file: 'compose.yaml', line: 1, column: 1 },
  test: { argv: ['check'] },
  interval: 1000,
  timeout: 500,
  startPeriod: 0,
  startInterval: 5000,
  retries: 3,
} as never;

let passes = true;
let runs = 0;
const exec = async () => {
  runs += 1;
  return { exitCode: passes ? 0 : 1, stdout: '', stderr: '' };
};

let end = new AbortController();
beforeEach(() => {
  vi.useFakeTimers();
  passes = true;
  runs = 0;
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

const watch = (overrides: object = {}): string[] => {
  const seen: string[] = [];
  void watchHealth({
    check: { ...(check as object), ...overrides } as never,
    exec,
    onChange: (health) => seen.push(health),
    signal: end.signal,
  });
  return seen;
};

test('is looked at often until it is healthy, then at its own interval', async () => {
  passes = false;
  const seen = watch();
  await vi.advanceTimersByTimeAsync(100);
  expect(runs).toBeGreaterThanOrEqual(4);
  passes = true;
  await vi.advanceTimersByTimeAsync(50);
  expect(seen).toEqual(['healthy']);
  const before = runs;
  await vi.advanceTimersByTimeAsync(3000);
  expect(runs - before).toBe(3);
});

test('is unhealthy after as many failures as allowed, and healthy again at the next success', async () => {
  const seen = watch();
  await vi.advanceTimersByTimeAsync(0);
  passes = false;
  await vi.advanceTimersByTimeAsync(2500);
  expect(seen).toEqual(['healthy']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(seen).toEqual(['healthy', 'unhealthy']);
  passes = true;
  await vi.advanceTimersByTimeAsync(1100);
  expect(seen).toEqual(['healthy', 'unhealthy', 'healthy']);
});

test('an unhealthy one is asked at its own interval too, so that it is healthy no sooner than it would be', async () => {
  passes = false;
  const seen = watch({ startPeriod: 60_000 });
  await vi.advanceTimersByTimeAsync(64_000);
  expect(seen).toEqual(['unhealthy']);
  const before = runs;
  await vi.advanceTimersByTimeAsync(5000);
  expect(runs - before).toBe(5);
});

test('one that was healthy for a while, too', async () => {
  const seen = watch({ interval: 4000 });
  await vi.advanceTimersByTimeAsync(8000);
  passes = false;
  await vi.advanceTimersByTimeAsync(12_000);
  expect(seen).toEqual(['healthy', 'unhealthy']);
  const before = runs;
  await vi.advanceTimersByTimeAsync(12_000);
  expect(runs - before).toBe(3);
});

test('failures of the start period do not count', async () => {
  passes = false;
  const seen = watch({ startPeriod: 10_000 });
  await vi.advanceTimersByTimeAsync(10_900);
  expect(seen).toEqual([]);
  await vi.advanceTimersByTimeAsync(4000);
  expect(seen).toEqual(['unhealthy']);
});

test('ends with its signal', async () => {
  const seen = watch();
  end.abort();
  await vi.advanceTimersByTimeAsync(5000);
  expect(seen).toEqual([]);
  expect(runs).toBe(1);
});

test('tells what the check said', async () => {
  const said: string[] = [];
  void watchHealth({
    check,
    exec: async () => ({ exitCode: 127, stdout: '', stderr: 'curl: not found\n' }),
    onChange: (_, words) => said.push(words),
    signal: end.signal,
  });
  await vi.advanceTimersByTimeAsync(4000);
  expect(said).toEqual(['exit 127: curl: not found']);
});

test('waits for a sign before it asks, and asks quickly after it', async () => {
  const given = Promise.withResolvers<void>();
  passes = false;
  const seen: string[] = [];
  void watchHealth({
    check,
    exec,
    onChange: (health) => seen.push(health),
    signal: end.signal,
    sign: () => given.promise,
  });
  await vi.advanceTimersByTimeAsync(100);
  expect(runs).toBe(0);
  given.resolve();
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toBe(1);
  passes = true;
  await vi.advanceTimersByTimeAsync(20);
  expect(seen).toEqual(['healthy']);
});

test('asks without a sign too, for a service that opens no port', async () => {
  const seen: string[] = [];
  const never = Promise.withResolvers<void>();
  void watchHealth({
    check,
    exec,
    onChange: (health) => seen.push(health),
    signal: end.signal,
    sign: () => never.promise,
  });
  await vi.advanceTimersByTimeAsync(150);
  expect(seen).toEqual(['healthy']);
});
