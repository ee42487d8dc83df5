import { expect, it } from 'vitest';
import { judgedFixture } from '../../test/support/journals.ts';
import type { DrillEvent } from '../core/event.ts';
import type { Plan } from '../plan/model.ts';
import { judge } from './judge.ts';

const { events } = judgedFixture('pass');

it.each([
  ['audit', true, ['still-in-force']],
  ['audit', false, []],
  ['after-inject', true, []],
] as const)('notes a fault that is in force at the end (%s, seen: %s)', (when, seen, codes) => {
  const all = events.filter((event) => event.type !== 'evidence' || event.when !== 'audit');
  const look = all.findIndex(({ type }) => type === 'evidence');
  const again = { ...all[look], when, seen, what: '500 rows are not as they were' } as DrillEvent;
  const { verdict, notes } = judge(all.toSpliced(look, 0, again));
  expect(verdict).toBe('pass');
  expect(notes.map(({ code }) => code).filter((code) => code === 'still-in-force')).toEqual(codes);
});

it('takes nothing for a recovery that did not last to the end of the watch', () => {
  const all = events;
  const end = all.findIndex((event) => event.type === 'watch-ended' && event.arm === 'treated');
  const { at, wall } = all[end] as DrillEvent;
  const down = {
    type: 'sample',
    arm: 'treated',
    probe: 'postgres',
    begun: at,
    at,
    ok: false,
    seen: '',
  } as const;
  expect(judge(all.toSpliced(end, 0, { ...down, wall }))).toMatchObject({
    verdict: 'fail',
    reasons: [
      {
        code: 'not-recovered',
        message: expect.stringMatching(
          /^the system was back after 2\.1 s, and down again when the runbook was over/,
        ),
      },
    ],
  });
  expect(judge(all.toSpliced(end + 1, 0, { ...down, wall })).verdict).toBe('pass');
});

it('asks the probes for no figure after the end of the watch', () => {
  const [first, ...rest] = events;
  if (first?.type !== 'drill-started') throw new Error('a journal begins with drill-started');
  const plan = first.plan as Plan;
  const origin = { from: 'drill', what: 'objectives' } as const;
  const level = { figure: 'p95', of: ['postgres'], within: 60_000 } as const;
  const objectives = [{ name: 'latency-p95', limit: 60_000, unit: 'ms', level, origin }];
  const all: readonly DrillEvent[] = [{ ...first, plan: { ...plan, objectives } }, ...rest];
  const end = all.findIndex((event) => event.type === 'watch-ended' && event.arm === 'treated');
  const { at, wall } = all[end] as DrillEvent;
  const down = { wall, type: 'sample', arm: 'treated', probe: 'postgres', ok: false, seen: '' } as const;
  const met = (when: number, place: number) =>
    judge(all.toSpliced(place, 0, { ...down, begun: when, at: when })).objectives[0]?.met;
  expect(met(at + 1, end + 1)).toBe(true);
  expect(met(at, end)).toBe(false);
});

it('takes nothing for a recovery that was over before the fault was in', () => {
  const all = events;
  const until = all.findIndex((event) => event.type === 'phase' && event.phase === 'teardown');
  const last = all[until]?.at ?? Infinity;
  const slow = all
    .map((event) =>
      event.type === 'fault-injected' && event.arm === 'treated' ? { ...event, at: last } : event,
    )
    .toSorted((a, b) => a.at - b.at);
  expect(judge(slow)).toMatchObject({ verdict: 'fail', reasons: [{ code: 'not-recovered' }] });
});
