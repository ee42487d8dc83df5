import { expect, it } from 'vitest';
import { judgedFixture } from '../../../test/support/journals.ts';
import type { DrillEvent } from '../../core/event.ts';
import type { Plan, PlannedCommand, PlannedStep } from '../../plan/model.ts';
import { judge } from '../judge.ts';

const MESSAGE = "docker: 'network rm' is not available in this sandbox: run the drill with --backend docker";

interface How {
  readonly fixture?: string;
  readonly backend?: string;
  readonly command?: Partial<PlannedCommand>;
  readonly role?: PlannedStep['role'];
  /** Before the runbook's first command. */
  readonly early?: boolean;
}

/** A drill in which something was refused while its first command ran. */
const refusing = ({
  fixture = 'pass',
  backend = 'sandbox',
  command = { looks: false },
  role = 'mitigate',
  early = false,
}: How = {}): readonly DrillEvent[] => {
  const { events } = judgedFixture(fixture);
  const place = events.findIndex(({ type }) => type === 'command-started');
  const first = events[place];
  if (first?.type !== 'command-started') throw new Error('no command was typed');
  const refused: DrillEvent = {
    type: 'refused',
    arm: 'treated',
    request: 'docker network rm shop_back',
    message: MESSAGE,
    at: first.at,
    wall: first.wall,
  };
  return events.toSpliced(early ? place : place + 1, 0, refused).map((event) => {
    if (event.type !== 'drill-started') return event;
    const plan = event.plan as Plan;
    const steps = plan.steps.map((step) =>
      step.number === first.step
        ? { ...step, role, commands: step.commands.map((each) => ({ ...each, ...command })) }
        : step,
    );
    return { ...event, plan: { ...plan, backend, steps } };
  });
};

const verdictOf = (how?: How): string => {
  const { verdict, reasons } = judge(refusing(how));
  return [verdict, ...reasons.map(({ code }) => code)].join(' ');
};

it('proves nothing where the sandbox cannot do what was typed, whatever came of it', () => {
  expect(verdictOf()).toBe('inconclusive not-in-sandbox');
  expect(verdictOf({ fixture: 'not-recovered' })).toBe('inconclusive not-in-sandbox');
  expect(judge(refusing()).reasons[0]?.message).toMatch(/^line \d+, `[^`]+`: docker: 'network rm' is not/);
});

it('goes on where what was refused only looks, but for a verification', () => {
  expect(verdictOf({ command: { looks: true }, role: 'diagnose' })).toBe('pass recovered');
  expect(verdictOf({ command: { looks: true }, role: 'verify' })).toBe('inconclusive not-in-sandbox');
});

it('does not judge what was refused on Docker, or not to the runbook', () => {
  expect(verdictOf({ backend: 'docker' })).toBe('pass recovered');
  expect(verdictOf({ early: true })).toBe('pass recovered');
});
