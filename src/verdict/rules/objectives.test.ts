import { expect, it } from 'vitest';
import { judgedFixture } from '../../../test/support/journals.ts';
import type { DrillEvent } from '../../core/event.ts';
import type { Plan, PlannedObjective } from '../../plan/model.ts';
import { judge } from '../judge.ts';

const { events } = judgedFixture('pass');

/** The same drill with a load that was over before anything was broken, or that lasts. */
const loaded = (over: boolean, met: boolean, ...objectives: readonly PlannedObjective[]) =>
  judge(
    events.flatMap((event): readonly DrillEvent[] => {
      const { at, wall } = event;
      if (event.type === 'drill-started')
        return [{ ...event, plan: { ...(event.plan as Plan), load: {}, objectives } }];
      if (event.type === 'steady' && event.arm === 'treated' && over)
        return [event, { type: 'load-ended', arm: 'treated', at, wall }];
      if (event.type !== 'watch-ended' || event.arm !== 'treated') return [event];
      const thresholds = [{ metric: 'checks: rate>0.9', met }];
      return [event, { type: 'load-finished', arm: 'treated', thresholds, at, wall }];
    }),
  );

const origin = { from: 'drill', what: 'objectives' } as const;
const RECOVER: PlannedObjective = { name: 'recover', limit: 60_000, unit: 'ms', origin };
const THRESHOLDS: PlannedObjective = { name: 'load-thresholds', limit: 0, unit: 'count', origin };

const notes = (over: boolean) => loaded(over, true, RECOVER).notes.map(({ code }) => code);

it('does not take what a load came to that was over before the system was back for kept', () => {
  const { verdict, reasons } = loaded(true, true, THRESHOLDS);
  expect([verdict, reasons[0]?.message]).toEqual([
    'inconclusive',
    'load-thresholds could not be measured: the load was over before the system was back',
  ]);
  expect(loaded(false, true, THRESHOLDS).verdict).toBe('pass');
});

it('notes such a load where nothing is promised of it', () => {
  expect(notes(true)).toContain('load-over');
  expect(notes(false)).not.toContain('load-over');
});

it('names the thresholds that were crossed', () => {
  expect(loaded(false, false, THRESHOLDS).reasons[0]?.message).toBe(
    'load-thresholds: 1 (checks: rate>0.9), promised 0',
  );
});
