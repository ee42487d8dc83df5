import { expect, it } from 'vitest';
import { judgedFixture } from '../../../test/support/journals.ts';
import type { DrillEvent, EventOf } from '../../core/event.ts';
import type { Plan } from '../../plan/model.ts';
import { judge } from '../judge.ts';

/** A drill in which the first command that was done loses something. */
const losing = (change: Partial<Plan> = {}, fixture = 'pass', status?: 'failed'): readonly DrillEvent[] => {
  const { events } = judgedFixture(fixture);
  const typed = firstOf(events).command;
  return events.map((event) => {
    if (event.type === 'command-finished' && event.command === typed && event.arm === 'treated')
      return { ...event, status: status ?? event.status };
    if (event.type !== 'drill-started') return event;
    const plan = { ...(event.plan as Plan), ...change };
    const steps = plan.steps.map((step) => ({
      ...step,
      commands: step.commands.map((command) =>
        command.source === typed ? { ...command, loses: 'every key' } : command,
      ),
    }));
    return { ...event, plan: { ...plan, steps } };
  });
};

const firstOf = (events: readonly DrillEvent[]): EventOf<'command-finished'> => {
  const first = events.find(
    (event): event is EventOf<'command-finished'> =>
      event.type === 'command-finished' && event.arm === 'treated' && event.status === 'ok',
  );
  if (first === undefined) throw new Error('no command was done');
  return first;
};

const notes = (of: readonly DrillEvent[]): readonly string[] =>
  judge(of).notes.flatMap(({ code, message }) => (code === 'data-lost' ? [message] : []));

it('tells of what was typed and loses data, and where it was looked for', () => {
  const { lines, command } = firstOf(judgedFixture('pass').events);
  const told = `line ${lines[0]}, \`${command.split('\n')[0]}\`: loses every key; `;
  expect(notes(losing())).toEqual([`${told}only what was written to postgres was looked for`]);
  expect(notes(losing({ ledgers: [] }))).toEqual([`${told}nothing looked for lost data`]);
  expect(judge(losing()).verdict).toBe('pass');
});

it('says nothing of what loses nothing, or was not done', () => {
  expect(notes(judgedFixture('pass').events)).toEqual([]);
  expect(notes(losing({}, 'pass', 'failed'))).toEqual([]);
});

it('says nothing where a ledger has seen it: that is told with its number', () => {
  expect(notes(losing({}, 'pass-lost-writes-not-promised'))).toEqual([]);
});
