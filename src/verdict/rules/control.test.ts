import { expect, it } from 'vitest';
import { judgedFixture } from '../../../test/support/journals.ts';
import type { DrillEvent, EventOf } from '../../core/event.ts';
import type { Plan, PlannedObjective } from '../../plan/model.ts';
import { judge } from '../judge.ts';

const { events } = judgedFixture('control-recovered');

const verdictOf = (of: readonly DrillEvent[]): string => {
  const { verdict, reasons, control } = judge(of);
  return [verdict, ...reasons.map(({ code }) => code), control.recovered].join(' ');
};

/** The same drill; when its control was over, the fault was read from the system. */
const closing = (seen: boolean): readonly DrillEvent[] => {
  const end = events.findIndex((event) => event.type === 'watch-ended' && event.arm === 'control');
  const { at, wall } = events[end] as DrillEvent;
  const look = events.find(({ type }) => type === 'evidence') as EventOf<'evidence'>;
  const again: DrillEvent = { ...look, arm: 'control', when: 'audit', seen, what: 'FAIL_RATE is 0.1' };
  const others = events.filter(
    (event) => event.type !== 'evidence' || event.arm !== 'control' || event.when !== 'audit',
  );
  return others.toSpliced(others.indexOf(events[end] as DrillEvent) + 1, 0, { ...again, at, wall });
};

it('did not heal itself where the fault is still in force', () => {
  expect(verdictOf(closing(true))).toBe('inconclusive control-in-force true');
  expect(judge(closing(true)).reasons[0]?.message).toMatch(
    /^without the runbook all probes held for .* from .* on, though “kill postgres” was still in force: FAIL_RATE is 0\.1$/,
  );
  expect(verdictOf(closing(false))).toBe('inconclusive control-recovered true');
});

/** The same drill with a load, whose error rate is promised; of so many requests each second without the runbook some fail. */
const loaded = (failed: number): readonly DrillEvent[] => {
  const rate: PlannedObjective = {
    name: 'error-rate',
    limit: 0.01,
    unit: 'share',
    level: { figure: 'error-rate', of: 'load', within: 60_000 },
    origin: { from: 'drill', what: 'objectives' },
  };
  return events.flatMap((event): readonly DrillEvent[] => {
    if (event.type === 'drill-started') {
      const plan = event.plan as Plan;
      return [{ ...event, plan: { ...plan, objectives: [...plan.objectives, rate] } }];
    }
    if (event.type !== 'watch-ended') return [event];
    const { arm, at, wall } = event;
    const second = (wallMs: number): DrillEvent => ({
      type: 'load-second',
      arm,
      at,
      wall,
      wallMs,
      requests: 500,
      failed: arm === 'control' ? failed : 0,
    });
    return [second(0), second(1000), second(2000), event];
  });
};

it('did not come back where the error rate that is promised has not', () => {
  expect(verdictOf(loaded(0))).toBe('inconclusive control-recovered true');
  expect(verdictOf(loaded(50))).toBe('pass recovered false');
});
