import { expect, test } from 'vitest';
import { DURATION, inOneUnit, readDuration } from './duration-text.ts';

const read = (text: string): unknown => {
  const match = new RegExp(DURATION, 'i').exec(inOneUnit(text));
  if (match === null) return undefined;
  const { value, upTo } = readDuration(match.slice(1));
  return upTo === undefined ? value : [value, upTo];
};

const [MINUTE, HOUR] = [60_000, 3_600_000];

test.each([
  ['5 minutes', 5 * MINUTE],
  ['250 ms', 250],
  ['2 hrs', 2 * HOUR],
  ['30–60 second', [30_000, MINUTE]],
  ['1 hour 30 minutes', 90 * MINUTE],
  ['1 hour and 30 minutes', 90 * MINUTE],
  ['1 hour, 5 seconds', HOUR + 5000],
  ['1h30m', 90 * MINUTE],
  ['1h 30m', 90 * MINUTE],
  ['1h30', 90 * MINUTE],
  ['1 day 2 hours 3 minutes', 26 * HOUR + 3 * MINUTE],
  ['half an hour', HOUR / 2],
  ['a quarter of an hour', HOUR / 4],
  ['five minutes', 5 * MINUTE],
  ['Forty-five minutes', 45 * MINUTE],
  ['an hour and a half', 90 * MINUTE],
  ['one and a half hours', 90 * MINUTE],
  ['30 s to 1 min', [30_000, MINUTE]],
  ['5 min - 10 min', [5 * MINUTE, 10 * MINUTE]],
])('%j is %j ms', (text, ms) => {
  expect(read(text)).toEqual(ms);
});

test.each(['a second time', '5 replicas', 'five pods', 'someone hours', '12 st', 'half a dozen'])(
  '%j is no duration',
  (text) => {
    expect(read(text)).toBeUndefined();
  },
);

test('what goes up is not one duration', () => {
  expect(inOneUnit('after 5 minutes 2 hours of rest')).toBe('after 5 minutes 2 hours of rest');
  expect(inOneUnit('from 5 min to 1 min')).toBe('from 5 min to 1 min');
});
