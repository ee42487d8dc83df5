import type { RestartPolicy } from '../../../compose/model.ts';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 60_000;
/** A run of this length counts as a success: the next delay is the first again. */
const GOOD_RUN_MS = 10_000;

/** When a container that ended is started again. Delays as Docker's: 100 ms, then twice as long each time, up to a minute. */
export class RestartPolicyState {
  restarts = 0;
  readonly #policy: RestartPolicy;
  #delay = 0;

  constructor(policy: RestartPolicy) {
    this.#policy = policy;
  }

  /** The delay in ms before the next start; `undefined`: it stays as it is. */
  next(exitCode: number, ranMs: number): number | undefined {
    const { name, maxRetries = Number.POSITIVE_INFINITY } = this.#policy;
    if (ranMs >= GOOD_RUN_MS) this.#delay = 0;
    if (name === 'no') return undefined;
    if (name === 'on-failure' && (exitCode === 0 || this.restarts >= maxRetries)) return undefined;
    this.restarts += 1;
    this.#delay = this.#delay === 0 ? FIRST_DELAY_MS : Math.min(this.#delay * 2, LONGEST_DELAY_MS);
    return this.#delay;
  }

  /** A person started it: counting begins anew. */
  reset(): void {
    this.restarts = 0;
    this.#delay = 0;
  }
}
