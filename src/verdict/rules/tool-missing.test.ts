import { expect, it } from 'vitest';
import { judgedFixture } from '../../../test/support/journals.ts';
import type { Plan, PlannedStep, Skip } from '../../plan/model.ts';
import type { CommandKind } from '../../runbook/model.ts';
import { judge } from '../judge.ts';
import type { Judgement } from '../model.ts';

/** A drill in whose plan a step has one more command, which is skipped. */
const skipping = (
  fixture: string,
  code: Skip['code'],
  more: Partial<PlannedStep> & { readonly kind?: CommandKind } = {},
): Judgement => {
  const { kind = 'shell', ...changed } = more;
  const { events } = judgedFixture(fixture);
  return judge(
    events.map((event) => {
      if (event.type !== 'drill-started') return event;
      const plan = event.plan as Plan;
      const skip: Skip = { code, message: 'make is not there' };
      const steps = plan.steps.flatMap((step): readonly PlannedStep[] => {
        if (step.role !== 'mitigate') return [step];
        const [command] = step.commands;
        const commands = command ? [{ ...command, kind, source: 'make restart', skip }] : [];
        return [step, { ...step, number: 99, commands, ...changed }];
      });
      return { ...event, plan: { ...plan, steps } };
    }),
  );
};

const verdictOf = ({ verdict, reasons }: Judgement): string =>
  [verdict, ...reasons.map(({ code }) => code)].join(' ');

it('does not blame the runbook for a program of its remedy that is not there', () => {
  const judged = skipping('not-recovered', 'tool-missing');
  expect(verdictOf(judged)).toBe('inconclusive tool-missing');
  expect(judged.reasons[0]?.message).toMatch(
    /^line \d+, `make restart`, of the remedy, was not typed: make is not there$/,
  );
  expect(verdictOf(skipping('verification-failed', 'tool-missing'))).toBe('inconclusive tool-missing');
});

it('judges what was skipped for another reason, or is no remedy', () => {
  const failed = 'fail not-recovered verification-failed';
  expect(verdictOf(skipping('not-recovered', 'placeholder'))).toBe(failed);
  expect(verdictOf(skipping('not-recovered', 'tool-missing', { role: 'diagnose' }))).toBe(failed);
  expect(verdictOf(skipping('not-recovered', 'tool-missing', { fallback: true }))).toBe(failed);
  expect(verdictOf(skipping('not-recovered', 'tool-missing', { kind: 'sql' }))).toBe(failed);
  const skip: Skip = { code: 'branch', message: 'Kubernetes' };
  expect(verdictOf(skipping('not-recovered', 'tool-missing', { skip }))).toBe(failed);
});

it('judges a system that came back without it', () => {
  expect(verdictOf(skipping('pass', 'tool-missing'))).toBe('pass recovered');
  expect(verdictOf(skipping('objective-missed', 'tool-missing'))).toBe('fail objective-missed');
});
