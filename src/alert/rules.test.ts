import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { alertNames, readRules, scaled } from './rules.ts';

const file = (expr: string, more = ''): string =>
  `groups:\n- name: a\n  interval: 1m\n  rules:\n  - alert: Down\n    expr: ${JSON.stringify(expr)}\n${more}`;

const scaledRule = (text: string, timeScale: number): Record<string, string> => {
  const { groups } = parse(scaled(readRules(text), timeScale)) as {
    groups: { rules: Record<string, string>[] }[];
  };
  return groups[0]?.rules[0] ?? {};
};

test('what waits is so many times as short', () => {
  const rule = scaledRule(file('up == 0', '    for: 1h30m\n    keep_firing_for: 5m\n'), 60);
  expect(rule).toMatchObject({ for: '90000ms', keep_firing_for: '5000ms' });
});

test.each([
  ['rate(x[10m]) > 1', 'rate(x[60000ms]) > 1'],
  ['rate(x[1m]) offset 1h', 'rate(x[6000ms]) offset 360000ms'],
  ['max_over_time(up[1h:5m]) == 0', 'max_over_time(up[360000ms:30000ms]) == 0'],
  ['up{path="[5m] offset 1h"} == 0', 'up{path="[5m] offset 1h"} == 0'],
  ["up{path='a\\'[5m]'} == 0", "up{path='a\\'[5m]'} == 0"],
])('%s', (expr, expected) => {
  expect(scaledRule(file(expr), 10).expr).toBe(expected);
});

test('a range still holds some samples', () => {
  expect(scaledRule(file('rate(x[1m])'), 1000).expr).toBe('rate(x[1000ms])');
});

test('as they are written, they stay', () => {
  expect(scaledRule(file('rate(x[5m]) offset 1d', '    for: 10m\n'), 1)).toMatchObject({
    expr: 'rate(x[5m]) offset 1d',
    for: '10m',
  });
});

test('each alert has its name once', () => {
  const twice = `${file('up == 0')}  - alert: Down\n    expr: up == 1\n  - record: x\n    expr: up\n`;
  expect(alertNames(readRules(twice))).toEqual(['Down']);
});

describe('what is no file of rules says why', () => {
  test.each([
    ['groups: [', /./],
    ['- a', /expected object/i],
    ['groups: [{ name: a }]', /groups\.0\.rules/],
    ['groups: [{ name: a, rules: [{ alert: X }] }]', /groups\.0\.rules\.0\.expr/],
  ])('%s', (text, message) => {
    expect(() => readRules(text)).toThrow(message);
  });
});
