import { expect, test } from 'vitest';
import type { ObjectiveSpec } from '../drill/model.ts';
import type { Claim, Procedure } from '../runbook/model.ts';
import { objectiveOf } from './objective-of.ts';
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
const plan = (objectives: readonly ObjectiveSpec[], of: Procedure, ...probes: readonly string[]) =>
  planObjectives({
    drill: {
      objectives: objectives.map((value) => ({ value, location: { file: 'd.yaml', line: 5, column: 3 } })),
    },
    procedure: of,
    runbookPath: 'r.md',
    probes: probes.map((name) => ({ name, kind: 'http' })),
  });

test("the drill's own limit wins over the runbook's promise", () => {
  const objectives = plan([{ name: 'recover', limit: 10_000 }], procedure(recovers)).planned;
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
  const [objective] = plan([], procedure(recovers)).planned;
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
  const objectives = plan([], procedure(downtime)).planned;
  expect(objectives.find(({ name }) => name === 'outage')?.limit).toBe(60_000);
});

const within = (minutes: number, more: Partial<Claim> = {}): Claim => ({
  ...recovers,
  text: `${minutes} min`,
  value: minutes * 60_000,
  lines: [minutes, minutes],
  ...more,
});

test('of several promises the tightest counts, and the others are told', () => {
  const { planned, diagnostics } = plan([], procedure(within(15), within(5), within(9, { upTo: 1_200_000 })));
  expect(planned).toMatchObject([{ name: 'recover', limit: 300_000, origin: { lines: [5, 5] } }]);
  expect(diagnostics).toMatchObject([
    { code: 'several-promises', severity: 'info', location: { file: 'r.md', line: 5 } },
  ]);
  expect(diagnostics[0]?.message).toContain('not to "15 min" on line 15, "9 min" on line 9');
});

test('the same promise twice is one, and what the drill says needs no other', () => {
  expect(plan([], procedure(within(5), within(5, { lines: [8, 8] }))).diagnostics).toEqual([]);
  expect(plan([{ name: 'recover', limit: 1 }], procedure(within(5), within(9))).diagnostics).toEqual([]);
});

test('a mark goes before what the text promises, however tight that is', () => {
  const { planned, diagnostics } = plan([], procedure(within(1), within(7, { marked: true })));
  expect(planned[0]?.limit).toBe(420_000);
  expect(diagnostics).toEqual([]);
});

test.each([
  ['SEV2', 60],
  ['SEV-1', 15],
  ['P9', 15],
  [undefined, 15],
])('of promises by severity those for %s count', (severity, minutes) => {
  const claims = [within(15, { scope: 'SEV-1 (Critical)' }), within(60, { scope: 'SEV-2' })];
  const of = { ...procedure(...claims), ...(severity === undefined ? {} : { severity }) };
  expect(plan([], of).planned[0]?.limit).toBe(minutes * 60_000);
});

test('a percentage is no recovery time', () => {
  const share: Claim = { about: 'recover', text: 'below 1 %', lines: [2, 2], value: 1, unit: '%' };
  const objectives = plan([], procedure(share)).planned;
  expect(objectives).toMatchObject([{ name: 'recover', origin: { from: 'default' } }]);
});

test('a late recovery is waited for beyond its limit, so that it is timed', () => {
  const objectives = plan([{ name: 'recover', limit: 60_000 }], procedure()).planned;
  expect(planTiming({}, objectives).recoverTimeout).toBeGreaterThan(60_000);
});

const errorRate: Claim = {
  about: 'threshold',
  text: 'Error rate should drop below 1%',
  lines: [7, 7],
  value: 1,
  unit: '%',
  comparison: '<',
};

test('an error rate that the runbook promises is held to the HTTP probes, within the time to recover', () => {
  const { planned } = plan([{ name: 'recover', limit: 60_000 }], procedure(errorRate), 'app');
  expect(planned[1]).toMatchObject({
    name: 'error-rate',
    limit: 0.01,
    unit: 'share',
    level: { figure: 'error-rate', of: ['app'], within: 60_000 },
    origin: { from: 'runbook', lines: [7, 7] },
  });
  expect(plan([], procedure(errorRate)).planned.map(({ name }) => name)).toEqual(['recover']);
});

const lasts = (limit: number, within?: number, line = 7): Claim => ({
  ...errorRate,
  value: limit,
  lines: [line, line],
  text: `Errors below ${limit}% within ${within}`,
  ...(within === undefined ? {} : { within }),
});
const recovery: ObjectiveSpec = { name: 'recover', limit: 30_000 };

test.each([
  ['the time that it says, not that to recover', [lasts(1, 3000)], 0.01, 3000],
  ['also a longer one', [lasts(1, 300_000)], 0.01, 300_000],
  ['of the same limit the tightest time', [lasts(1, 9000), lasts(1), lasts(1, 3000)], 0.01, 3000],
  ['of the tightest limit its own time', [lasts(5, 3000), lasts(1, 9000)], 0.01, 9000],
  ['without a time, that to recover', [lasts(1)], 0.01, 30_000],
])('an error rate is promised by a time: %s', (_, claims, limit, by) => {
  const { planned } = plan([recovery], procedure(...claims), 'app');
  expect(planned[1]).toMatchObject({ limit, level: { within: by }, origin: { from: 'runbook' } });
});

const told = (...claims: Claim[]): readonly string[] =>
  plan([], procedure(...claims), 'app').diagnostics.map(({ message }) => message);

test('promises of one limit by several times are told, one without a time is no other', () => {
  expect(told(lasts(1, 9000, 8), lasts(1, 3000))).toMatchObject([expect.stringContaining('on line 8')]);
  expect(told(lasts(1), lasts(1, 3000))).toEqual([]);
});

test('by when: the drill says so before the runbook, which says so before the time to recover', () => {
  const limited: ObjectiveSpec = { name: 'error-rate', limit: 0.02 };
  const of = procedure(lasts(1, 3000));
  const alone = plan([recovery, limited], of, 'app');
  expect(alone.planned[1]).toMatchObject({
    limit: 0.02,
    level: { within: 3000 },
    origin: { from: 'drill', what: expect.stringContaining('1% within 3000') },
  });
  expect(alone.diagnostics).toEqual([]);
  const own = plan([recovery, { ...limited, within: 9000 }], of, 'app');
  expect(own.planned[1]).toMatchObject({ level: { within: 9000 }, origin: { what: 'objectives' } });
  expect(own.diagnostics).toMatchObject([
    { code: 'several-promises', severity: 'info', location: { file: 'r.md', line: 7 } },
  ]);
  expect(plan([{ ...limited, within: 3000 }], of, 'app').diagnostics).toEqual([]);
  expect(plan([recovery, limited], procedure(lasts(1)), 'app').planned[1]?.level?.within).toBe(30_000);
});

test('an objective about what the drill does not have is told, with its place', () => {
  const { diagnostics } = plan(
    [
      { name: 'value', probe: 'queue', limit: 10 },
      { name: 'latency-p95', limit: 500 },
      { name: 'load-thresholds', limit: 0 },
    ],
    procedure(),
  );
  expect(diagnostics.map(({ code, location }) => [code, location?.line])).toEqual([
    ['unknown-probe', 5],
    ['no-requests', 5],
    ['no-requests', 5],
  ]);
});

test('what a probe sees may have a least', () => {
  const { planned } = plan(
    [{ name: 'value', probe: 'workers', limit: 2, atLeast: true }],
    procedure(),
    'workers',
  );
  expect(planned[0]).toMatchObject({
    name: 'workers',
    unit: 'number',
    atLeast: true,
    level: { of: ['workers'] },
  });
});

test('a probe that is called as a promise is does not stand for it', () => {
  const { planned } = plan([{ name: 'value', probe: 'recover', limit: 10 }], procedure(recovers), 'recover');
  expect(planned.map(({ name, limit }) => [name, limit])).toEqual([
    ['recover', 10],
    ['recover', 60_000],
  ]);
  expect(planTiming({}, planned).recoverTimeout).toBeGreaterThan(60_000);
  expect(objectiveOf(planned, 'recover')?.limit).toBe(60_000);
});
