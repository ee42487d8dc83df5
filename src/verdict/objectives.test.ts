import { expect, test } from 'vitest';
import { Level } from '../probe/level.ts';
import type { PlannedObjective } from '../plan/model.ts';
import type { ArmFacts } from './facts.ts';
import { judgeObjectives } from './objectives.ts';

const origin = { from: 'drill', what: 'objectives' } as const;
const arm: ArmFacts = {
  injectedAt: 1000,
  evidence: [],
  watchedMs: 0,
  notUp: [],
  failing: [],
  commands: [],
  alerts: { fired: [] },
  stillRunning: [],
  refused: [],
  healthy: [],
  audits: [],
  acknowledged: 0,
  refusals: new Map(),
  availability: 0.98,
  levels: [undefined],
  thresholds: [
    { metric: 'http_req_failed: rate<0.01', met: false },
    { metric: 'http_req_duration: p(95)<500', met: true },
  ],
};

const judge = (objective: Omit<PlannedObjective, 'origin'>, of: Partial<ArmFacts> = {}) =>
  judgeObjectives([{ ...objective, origin }], { recoverMs: 400 }, { ...arm, ...of })[0];

test('a total is compared with its limit, and the margin is what was left', () => {
  expect(judge({ name: 'recover', limit: 1000, unit: 'ms' })).toMatchObject({
    measured: 400,
    margin: 600,
    met: true,
  });
  expect(judge({ name: 'load-thresholds', limit: 0, unit: 'count' })).toMatchObject({
    measured: 1,
    margin: -1,
    met: false,
  });
});

test('lost writes are counted where a ledger was not checked only when they are too many already', () => {
  const audits = [{ lost: [1, 2] }, { checked: false, lost: [] }] as never;
  const lost = (limit: number) => judge({ name: 'lost-writes', limit, unit: 'count' }, { audits });
  expect(lost(1)).toMatchObject({ measured: 2, met: false });
  expect(lost(2)).not.toHaveProperty('measured');
});

test('availability is at least its limit', () => {
  const objective = { name: 'availability', unit: 'share', atLeast: true } as const;
  expect(judge({ ...objective, limit: 0.98 })?.met).toBe(true);
  expect(judge({ ...objective, limit: 0.99 })).toMatchObject({ met: false, margin: -0.01 });
});

test('what was not measured is not met', () => {
  const judged = judge({ name: 'outage', limit: 1000, unit: 'ms' });
  expect(judged).toMatchObject({ met: false });
  expect(judged).not.toHaveProperty('measured');
});

test.each([
  ['in time', 2000, true],
  ['too late', 9000, false],
])('a figure that has come back %s', (_, at, met) => {
  const level = new Level({
    figure: 'error-rate',
    of: ['app'],
    limit: 0.01,
    atLeast: false,
    stableFor: 0,
  });
  for (let sample = 0; sample < 300; sample += 1)
    level.addSample({ probe: 'app', begun: at - 10, at, ok: true, seen: '200' });
  const objective = {
    name: 'error-rate',
    limit: 0.01,
    unit: 'share',
    level: { figure: 'error-rate', of: ['app'], within: 5000 },
  } as const;
  expect(judge(objective, { levels: [level] })).toMatchObject({
    measured: 0,
    after: at - 1000,
    within: 5000,
    met,
  });
});

test.each([
  ['ended before the system was back', 4000, undefined],
  ['was still followed then', 6000, 0],
])('a figure that %s', (_, last, measured) => {
  const stableFor = 1000;
  const level = new Level({ figure: 'error-rate', of: 'load', limit: 0.01, atLeast: false, stableFor });
  for (const at of [2000, 3000, last]) level.addSecond({ wallMs: at, requests: 100, failed: 0 }, at);
  const objective = {
    name: 'error-rate',
    limit: 0.01,
    unit: 'share',
    level: { figure: 'error-rate', of: 'load', within: 5000 },
  } as const;
  const judged = judge(objective, { levels: [level], recoveredAt: 5000 });
  expect(judged?.measured).toBe(measured);
  expect(judged?.met).toBe(measured !== undefined);
});

test.each([
  ['that samples enough have shown is met', 2000, 300, 0, true],
  ['that too few have shown is not measured', 2000, 299, undefined, false],
  ['that came back too late is missed, whatever their number', 9000, 10, 0, false],
])('an error rate %s', (_, at, samples, measured, met) => {
  const spec = { figure: 'error-rate', of: ['app'] } as const;
  const level = new Level({ ...spec, limit: 0.01, atLeast: false, stableFor: 0 });
  for (let sample = 0; sample < samples; sample += 1)
    level.addSample({ probe: 'app', begun: at - 10, at, ok: true, seen: '200' });
  const judged = judge(
    { name: 'error-rate', limit: 0.01, unit: 'share', level: { ...spec, within: 5000 } },
    { levels: [level] },
  );
  expect([judged?.measured, judged?.met]).toEqual([measured, met]);
});

test('thresholds that k6 told nothing of are not met', () => {
  const objective = { name: 'load-thresholds', limit: 0, unit: 'count' } as const;
  expect(judge(objective, { thresholds: [] })).toMatchObject({ met: false });
  expect(judge(objective, { thresholds: [] })).not.toHaveProperty('measured');
});

test.each([
  ['was over before the system was back tells neither', 4000, undefined],
  ['lasted until then tells both', 6000, 1],
])('a load that %s', (_, loadEndedAt, measured) => {
  const of = { recoveredAt: 5000, loadEndedAt, availability: 1, thresholds: [{ metric: 'a: b', met: true }] };
  expect(judge({ name: 'availability', limit: 0.9, unit: 'share', atLeast: true }, of)?.measured).toBe(
    measured,
  );
  const thresholds = judge({ name: 'load-thresholds', limit: 0, unit: 'count' }, of);
  expect(thresholds?.measured).toBe(measured && 0);
});

test('a threshold that nothing was measured for is not met, unless others are crossed already', () => {
  const objective = { name: 'load-thresholds', limit: 0, unit: 'count' } as const;
  const empty = { metric: 'checks: rate>0.99', met: true, empty: true } as const;
  expect(judge(objective, { thresholds: [empty] })).not.toHaveProperty('measured');
  expect(judge(objective, { thresholds: [empty, { metric: 'a: b', met: false }] })).toMatchObject({
    measured: 1,
  });
});
