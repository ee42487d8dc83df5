import type { z } from 'zod';
import type { System } from '../compose/model.ts';
import type { Clock } from '../core/clock.ts';
import type { Capability, StartedEnvironment } from '../environment/model.ts';
import type { LoadSpec } from '../load/model.ts';

/** What breaks the system. One kind, one file; `catalogue.ts` lists them. */
export interface FaultDefinition<Spec = unknown> {
  /** The key that names it in a drill file: `fault: { process: postgres, action: kill }`. */
  readonly kind: string;
  /** The whole object of the drill file. `.describe()` on each field: it goes into the JSON Schema. */
  readonly schema: z.ZodType<Spec>;
  /** One line for people: `kill postgres`. */
  describe(spec: Spec): string;
  /** Nothing that a runbook does takes its cause away: it is only over when the drill says so (`lifted-by`, `lifted-after`). */
  readonly incurable?: true;
  /** Services that the drill file names; `plan` checks that they exist. */
  targets(spec: Spec): readonly string[];
  /** What the backend must be able to do for it. */
  needs(spec: Spec): readonly Capability[];
  /** The spec with its paths made absolute, where it has any: they are relative to the drill file’s folder. */
  locate?(spec: Spec, folder: string): Spec;
  /** What is wrong with the spec for this system, beyond unknown services; empty when it fits. */
  validate?(spec: Spec, system: System): readonly string[];
  /** The traffic that it makes by k6, where it does. */
  load?(spec: Spec, system: System): LoadSpec | undefined;
  /** Services that must be started with a movable clock. */
  movableClocks?(spec: Spec): readonly string[];
  /** The fault in this system. That alone breaks nothing: it may be there already, put in by a process that was killed. */
  open(spec: Spec, context: FaultContext): Fault;
}

/** What a fault is injected into. */
export interface FaultContext {
  readonly environment: StartedEnvironment;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A fault of one system: out, in, and out again. */
export interface Fault {
  /** Breaks it. When this throws, `heal` is called. */
  inject(): Promise<void>;
  /**
   * Reads from the system itself whether the fault is in force now. Asked after `inject` (nothing is judged before it is
   * seen) and again at the end, where `what` becomes the reason of a failed recovery: "terminated 0 sessions; pool still full".
   */
  evidence(): Promise<Evidence>;
  /**
   * Takes it out, whatever happened since, also what another process put in: what it needs to know is kept in the system.
   * Idempotent; never counted as recovery.
   */
  heal(): Promise<void>;
}

/** What the system itself says about a fault. */
export interface Evidence {
  readonly seen: boolean;
  /** What was read, with its figures. */
  readonly what: string;
}

/** Gives a fault definition the type of its own schema. */
export const defineFault = <Spec>(definition: FaultDefinition<Spec>): FaultDefinition<Spec> => definition;
