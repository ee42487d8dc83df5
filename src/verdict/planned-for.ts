import type { Plan, PlannedCommand } from '../plan/model.ts';
import type { Refused } from './facts.ts';

/** What the plan says of a command of the journal. */
export const plannedFor = (
  { steps }: Plan,
  { step, command, lines: [line] }: Pick<Refused, 'step' | 'command' | 'lines'>,
): PlannedCommand | undefined =>
  steps
    .find(({ number }) => number === step)
    ?.commands.find(({ source, lines }) => source === command && lines[0] === line);
