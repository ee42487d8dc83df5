import { expect, test } from 'vitest';
import type { Claim, Procedure } from '../runbook/model.ts';
import { planObjectives } from './objectives.ts';
import { planTiming } from './timing.ts';

const procedure = (...claims: Claim[]): Procedure => ({
  slug: 'x',
  heading: 'X',
  lines: [1, 9],
  parts: [],
  claims,
});
const recovers: Claim = {
  about: 'recover',
  text: 'back within 60 s',
  lines: [4, 4],
  value: 60_000,
  unit: 'ms',
  comparison: '<=',
};
const at = <T>(value: T) => ({ value, location: { file: 'd.yaml', line: 5, column: 3 } });

test("the drill's own limit wins over the runbook's promise", () => {
  const objectives = planObjectives(
    { path: 'd.yaml', objectives: { recover: at(10_000) } },
    procedure(recovers),
    'r.md',
  );
  expect(objectives).toEqual([
    {
      name: 'recover',
      limit: 10_000,
      unit: 'ms',
      origin: { from: 'drill', what: 'objectives', file: 'd.yaml', lines: [5, 5] },
    },
  ]);
});

test("the runbook's promise becomes an objective, with its line", () => {
  const [objective] = planObjectives({ path: 'd.yaml', objectives: {} }, procedure(recovers), 'r.md');
  expect(objective).toMatchObject({
    name: 'recover',
    limit: 60_000,
    origin: { from: 'runbook', lines: [4, 4] },
  });
});

test('the upper end of a promised range counts', () => {
  const downtime: Claim = {
    about: 'downtime',
    text: '30–60 second downtime',
    lines: [2, 2],
    value: 30_000,
    upTo: 60_000,
    unit: 'ms',
  };
  const objectives = planObjectives({ path: 'd.yaml', objectives: {} }, procedure(downtime), 'r.md');
  expect(objectives.find(({ name }) => name === 'outage')?.limit).toBe(60_000);
});

test('a percentage is no recovery time', () => {
  const share: Claim = { about: 'recover', text: 'below 1 %', lines: [2, 2], value: 1, unit: '%' };
  const objectives = planObjectives({ path: 'd.yaml', objectives: {} }, procedure(share), 'r.md');
  expect(objectives).toMatchObject([{ name: 'recover', origin: { from: 'default' } }]);
});

test('a late recovery is waited for beyond its limit, so that it is timed', () => {
  const objectives = planObjectives(
    { path: 'd.yaml', objectives: { recover: at(60_000) } },
    procedure(),
    'r.md',
  );
  expect(planTiming({}, objectives).recoverTimeout).toBeGreaterThan(60_000);
});
