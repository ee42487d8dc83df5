import { expect, test } from 'vitest';
import { curesOf, withoutCures } from '../../scripts/sabotages.ts';
import type { Judgement, Plan, Service, System } from '../../src/index.ts';
import { toyPlan, toySteps } from '../support/toy-plan.ts';

const services = ['db', 'db-replica', 'cache'].map(
  (name) => ({ name, containerName: `shop-${name}` }) as Service,
);
const system = { services } as unknown as System;

/** Judged after each of its commands was run, but for the skipped. */
const judged = (lines: readonly string[], skipped: readonly number[] = []): Judgement => {
  const plan = toyPlan({
    steps: toySteps(...(lines as readonly `mitigate: ${string}`[])).map((step) => ({
      ...step,
      commands: step.commands.map((command) => ({ ...command, lines: [step.number, step.number] as const })),
    })),
  });
  const steps = plan.steps.map(({ number }) => ({
    lines: [number, number],
    status: skipped.includes(number) ? 'skipped' : 'ok',
  }));
  return { plan, steps } as unknown as Judgement;
};

const typed = ({ steps }: Plan): readonly string[] =>
  steps.flatMap(({ commands }) => commands.map(({ text }) => text));

test('what cures is taken out, does nothing, or is aimed at another service', () => {
  const drill = judged(['diagnose: look', 'mitigate: docker restart shop-db', 'verify: check']);
  const [cure, ...others] = curesOf(drill, system);
  expect(others).toEqual([]);
  expect(typed(cure?.removed.plan as Plan)).toEqual(['look', 'check']);
  expect(cure?.others.map(({ plan }) => typed(plan))).toEqual([
    ['look', 'true', 'check'],
    ['look', 'docker restart shop-db-replica', 'check'],
  ]);
});

test('a name within another is not that name', () => {
  const [cure] = curesOf(judged(['mitigate: compose restart db-replica --db=x.db']), system);
  expect(cure?.others.map(({ plan }) => typed(plan)[0])).toEqual(['true', 'compose restart db --db=x.db']);
});

test('only what was run can have cured', () => {
  const drill = judged(['mitigate: one', 'mitigate: two', 'verify: check'], [2]);
  expect(curesOf(drill, system).map(({ what }) => what)).toEqual(['L1 one']);
  expect(typed(withoutCures(drill, system).plan)).toEqual(['two', 'check']);
});
