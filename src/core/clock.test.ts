import { expect, it } from 'vitest';
import { systemClock } from './clock.ts';

const DAY = 86_400_000;

it.each([30 * DAY, Infinity])('waits for %d ms, though no timer bears that', async (ms) => {
  const over = new AbortController();
  const long = systemClock.sleep(ms, over.signal).then(() => 'long');
  expect(await Promise.race([long, systemClock.sleep(5).then(() => 'short')])).toBe('short');
  over.abort();
  expect(await long).toBe('long');
});

it.each([0, -5])('does not wait for %d ms', async (ms) => {
  const none = systemClock.sleep(ms).then(() => 'none');
  expect(await Promise.race([none, systemClock.sleep(1000).then(() => 'a second')])).toBe('none');
});
