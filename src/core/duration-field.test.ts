import { expect, it } from 'vitest';
import { durationField } from './duration-field.ts';

const told = (text: unknown, ...bounds: Parameters<typeof durationField>): readonly string[] =>
  durationField(...bounds)
    .safeParse(text)
    .error?.issues.map(({ message }) => message) ?? [];

it.each(['1ms', '24h', '1d', '1m30s'])('takes %s', (text) => {
  expect(told(text)).toEqual([]);
});

it.each(['0s', '25h', '30d', `${'9'.repeat(400)}s`])('refuses %s: a timer would not bear it', (text) => {
  expect(told(text)).toEqual(['a duration from 1ms to 24h']);
});

it('says once what is no duration', () => {
  expect([told('soon'), told(5)]).toEqual([
    ['a duration such as 250ms, 5s, 1m30s or 2h'],
    ['a duration such as 250ms, 5s, 1m30s or 2h'],
  ]);
});

it('has the bounds that a field gives it', () => {
  expect(told('5ms', { least: 10, most: 10_000 })).toEqual(['a duration from 10ms to 10s']);
  expect(told('0s', { least: 0 })).toEqual([]);
  expect(told('2d', { least: 0 })).toEqual(['a duration up to 24h']);
});
