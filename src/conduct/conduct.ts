import { type EventOf, JOURNAL_VERSION } from '../core/event.ts';
import type { Plan } from '../plan/model.ts';
import { conductArm } from './arm.ts';
import { controlTime } from './control-time.ts';
import type { ConductOptions } from './model.ts';

/**
 * Runs a drill: the treated arm, then the control with the runbook withheld. It judges nothing: what happened is in the
 * events. The control is left out when the treated arm did not come back, since it could prove nothing then.
 *
 * Resolves also when the drill is interrupted or cannot be run (`interrupted`, `harness-error`), after all is healed and torn
 * down. @throws only what is a bug, after the same.
 */
export const conductDrill = async (plan: Plan, options: ConductOptions): Promise<void> => {
  const { emit, signal, version } = options;
  const drill = { ...options, plan };
  emit({ type: 'drill-started', version: JOURNAL_VERSION, drillbook: version, plan });
  const interrupted = (): void => emit({ type: 'interrupted', signal: signalName(signal.reason) });
  signal.addEventListener('abort', interrupted, { once: true });
  try {
    const recoverMs = await conductArm(drill, 'treated', plan.timing.recoverTimeout);
    if (plan.control && recoverMs !== undefined && !signal.aborted) {
      await conductArm(drill, 'control', controlTime(plan, recoverMs));
    }
    emit({ type: 'drill-finished' });
  } finally {
    signal.removeEventListener('abort', interrupted);
  }
};

const signalName = (reason: unknown): EventOf<'interrupted'>['signal'] =>
  reason === 'SIGTERM' || reason === 'SIGHUP' ? reason : 'SIGINT';
