import type { System } from '../compose/model.ts';
import type { Clock } from '../core/clock.ts';
import { type Arm, type Emit, type EventOf, JOURNAL_VERSION } from '../core/event.ts';
import type { Backend } from '../environment/model.ts';
import type { FaultDefinition } from '../fault/model.ts';
import type { Plan } from '../plan/model.ts';
import type { ProbeDefinition } from '../probe/model.ts';
import { conductArm } from './arm.ts';

export interface ConductOptions {
  readonly backend: Backend;
  readonly system: System;
  /** Those that the plan names must be among them. */
  readonly faults: readonly FaultDefinition[];
  readonly probes: readonly ProbeDefinition[];
  /** Takes the events; a journal's. */
  readonly emit: Emit;
  /** The one that `emit` tells the time by. */
  readonly clock: Clock;
  /** Aborted, with the name of the signal as reason, when the run is interrupted. */
  readonly signal: AbortSignal;
  /** Of Drillbook, for the journal. */
  readonly version: string;
  /** Gets each service's log before the services are gone. */
  readonly keepLog?: (arm: Arm, service: string, text: string) => Promise<void>;
}

/** All that a drill is conducted with. */
export interface Drill extends ConductOptions {
  readonly plan: Plan;
}

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

/** Twice what the runbook needed; and never so short that nothing could have been seen. */
const controlTime = ({ timing: { stableFor } }: Plan, recoverMs: number): number =>
  Math.max(2 * recoverMs, stableFor + 1000);
