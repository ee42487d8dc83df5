import { expect, test } from 'vitest';
import { drillsAtOnce, parseParallel } from './parallel.ts';

const GB = 1024 ** 3;

test.each([
  ['cores', { cores: 2, memory: 16 * GB }, 4],
  ['memory', { cores: 16, memory: 2 * GB }, 4],
  ['one drill, for which there is little room', { cores: 1, memory: 0 }, 1],
])('auto is bounded by %s', (_, room, atOnce) => {
  expect(drillsAtOnce('auto', 27, room)).toBe(atOnce);
});

test('never more than there are drills, and as many as were asked for', () => {
  const room = { cores: 1, memory: GB };
  expect(drillsAtOnce('auto', 1, room)).toBe(1);
  expect(drillsAtOnce(8, 3, room)).toBe(3);
  expect(drillsAtOnce(8, 27, room)).toBe(8);
});

test.each(['0', '-1', '1.5', '', 'all', '1e3'])('%j is no number of drills', (text) => {
  expect(() => parseParallel(text)).toThrow('a number from 1, or auto');
});
