import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from './duration.ts';

test.each([
  ['250ms', 250],
  ['5s', 5000],
  ['1m30s', 90_000],
  ['1.5h', 5_400_000],
])('%s is %i ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['-5s', '5', '', 's', '5 s', '1e3s', '5sx'])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test.each([
  [84.4, '84 ms'],
  [2440, '2.4 s'],
  [41_000, '41 s'],
  [65_000, '1 min 5 s'],
  [7_200_000, '2 h'],
])('%d ms reads %j', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
