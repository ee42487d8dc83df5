import type { Emit } from '../core/event.ts';
import type { Operator } from '../operator/operator.ts';
import type { PlannedCommand, PlannedStep } from '../plan/model.ts';

/** What differs between two readings of a healthy system differs by chance. */
const READINGS = 2;

export interface Diagnosis {
  readonly operator: Operator;
  readonly emit: Emit;
  /** Aborted when the run is interrupted. */
  readonly signal: AbortSignal;
}

/**
 * Types the runbook's diagnoses while nothing is broken, in the arm that withholds the runbook: one that reads the same there as
 * with the fault cannot diagnose it. What never ends is left out: its windows would take too long; and so is what is not known to look only,
 * for it would cure, or break, what is well.
 */
export const diagnose = async (steps: readonly PlannedStep[], diagnosis: Diagnosis): Promise<void> => {
  for (const { number, commands } of steps.filter(({ role, skip }) => role === 'diagnose' && !skip)) {
    for (const command of commands.filter(({ endless, looks, skip }) => looks && !endless && !skip)) {
      await readHealthy(number, command, diagnosis);
    }
  }
};

const readHealthy = async (
  step: number,
  { lines, source, text, timeout }: PlannedCommand,
  { operator, emit, signal }: Diagnosis,
): Promise<void> => {
  for (let reading = 0; reading < READINGS && !signal.aborted; reading += 1) {
    const result = await operator.run(text, { timeout, endless: false, signal });
    emit({ type: 'command-finished', arm: 'control', step, lines, command: source, ...result, tries: 1 });
    if (result.status === 'timed-out') return;
  }
};
