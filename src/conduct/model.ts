import type { System } from '../compose/model.ts';
import type { Clock } from '../core/clock.ts';
import type { Arm, Emit } from '../core/event.ts';
import type { Backend } from '../environment/model.ts';
import type { FaultDefinition } from '../fault/model.ts';
import type { Plan } from '../plan/model.ts';
import type { ProbeDefinition } from '../probe/model.ts';

/** What a plan is conducted with. */
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

/** A drill that is being conducted. */
export interface RunningDrill extends ConductOptions {
  readonly plan: Plan;
}
