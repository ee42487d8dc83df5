import type { PlannedCommand, PlannedStep } from './model.ts';

/** What of the remedy is not typed for want of a program; a statement is typed into a client, and needs none. */
export const remedyWithoutTool = (steps: readonly PlannedStep[]): readonly PlannedCommand[] =>
  steps
    .filter(({ role, skip, fallback }) => role === 'mitigate' && skip === undefined && !fallback)
    .flatMap(({ commands }) => commands)
    .filter(({ kind, skip }) => kind !== 'sql' && skip?.code === 'tool-missing');
