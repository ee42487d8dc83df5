import { expect, it } from 'vitest';
import { judgedFixture } from '../../../test/support/journals.ts';
import type { DrillEvent } from '../../core/event.ts';
import type { Plan } from '../../plan/model.ts';
import { judge } from '../judge.ts';
import { verifyingSteps } from './verification.ts';

const { events } = judgedFixture('pass');
const verifying = verifyingSteps((events[0] as { plan: unknown }).plan as Plan);

/** The same drill, in which these commands of the verification were skipped when it was run. */
const skipped = (which: (line: number) => boolean): readonly DrillEvent[] =>
  events.map((event) =>
    event.type === 'command-finished' && verifying.has(event.step) && which(event.lines[0])
      ? { ...event, status: 'skipped', reason: 'it was skipped' }
      : event,
  );

/** The same drill, whose plan skips its verification. */
const planned = (of: readonly DrillEvent[]): readonly DrillEvent[] =>
  of.map((event) => {
    if (event.type !== 'drill-started') return event;
    const plan = event.plan as Plan;
    const skip = { code: 'placeholder', message: '<token> is not bound' } as const;
    const steps = plan.steps.map((step) => ({
      ...step,
      commands: step.commands.map((command) => (step.role === 'verify' ? { ...command, skip } : command)),
    }));
    return { ...event, plan: { ...plan, steps } };
  });

const codes = (of: readonly { readonly code: string }[]): readonly string[] => of.map(({ code }) => code);

it('was typed: nothing is said of it', () => {
  const { verdict, notes } = judge(events);
  expect(verifying.size).toBeGreaterThan(0);
  expect(verdict).toBe('pass');
  expect(codes(notes)).not.toContain('not-verified');
});

it('could not be typed, as the plan says: a note', () => {
  const { verdict, notes } = judge(planned(skipped(() => true)));
  expect(verdict).toBe('pass');
  expect(notes.find(({ code }) => code === 'not-verified')?.message).toMatch(
    /^nothing of the runbook’s own verification was typed: line \d+, `.*`: it was skipped$/,
  );
});

it('was to be typed, and was not: inconclusive', () => {
  const { verdict, reasons, notes } = judge(skipped(() => true));
  expect(verdict).toBe('inconclusive');
  expect(codes(reasons)).toEqual(['verification-cut-off']);
  expect(codes(notes)).not.toContain('not-verified');
});

it('was typed only in part: inconclusive', () => {
  const lines = events.flatMap((event) =>
    event.type === 'command-finished' && verifying.has(event.step) ? [event.lines[0]] : [],
  );
  expect(codes(judge(skipped((line) => line === lines.at(-1))).reasons)).toEqual(['verification-cut-off']);
});

it('asks for a status that its command does not show: a note', () => {
  const origin = { from: 'runbook', what: 'returns 200', file: 'shop.md', lines: [1, 1] } as const;
  const unseen = events.map((event) => {
    if (event.type !== 'drill-started') return event;
    const plan = event.plan as Plan;
    const steps = plan.steps.map((step) => ({
      ...step,
      commands: step.commands.map((command) =>
        step.role === 'verify' ? { ...command, unseenStatus: origin } : command,
      ),
    }));
    return { ...event, plan: { ...plan, steps } };
  });
  const { verdict, notes } = judge(unseen);
  expect(verdict).toBe('pass');
  expect(notes.find(({ code }) => code === 'status-unseen')?.message).toContain('“returns 200”');
  expect(codes(judge(events).notes)).not.toContain('status-unseen');
});
