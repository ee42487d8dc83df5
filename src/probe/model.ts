import type { z } from 'zod';
import type { System } from '../compose/model.ts';
import type { StartedEnvironment } from '../environment/model.ts';

/** A kind of check. One kind, one file; `catalogue.ts` lists them. */
export interface ProbeDefinition<Spec = unknown> {
  /** The key that names it in a drill file: `{ http: http://localhost:8000/health }`. */
  readonly kind: string;
  readonly schema: z.ZodType<Spec>;
  /** What is wrong with the spec for this system; a probe that cannot fail is refused here. */
  validate?(spec: Spec, system: System): readonly string[];
  /**
   * Called once, when the services are ready.
   * @param timeout the limit of each sample, in ms: what it asked a server to do must not go on there for longer
   */
  open(spec: Spec, environment: StartedEnvironment, timeout: number): Probe;
}

/** A check that can be repeated. */
export interface Probe extends AsyncDisposable {
  /** So many tries may be under way, where each costs the system so much that more would keep it from answering. */
  readonly atOnce?: number;
  /**
   * One try.
   * @returns what was seen (`200`), for the journal
   * @throws with a message for people when the check does not hold (`503: postgres down`); honours the signal, which is
   *   aborted at the sample's time limit.
   */
  sample(signal: AbortSignal): Promise<string>;
}

/** Gives a probe definition the type of its own schema. */
export const defineProbe = <Spec>(definition: ProbeDefinition<Spec>): ProbeDefinition<Spec> => definition;
