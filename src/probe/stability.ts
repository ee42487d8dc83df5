/** What of a sample counts for stability. */
export interface Outcome {
  readonly probe: string;
  readonly ok: boolean;
  /** When the sample ended, in ms. */
  readonly at: number;
}

/**
 * Since when do all probes hold, and have they held for long enough?
 *
 *     some fail ──last one holds again──> all hold since T ──each probe good at or after T + stableFor──> stable since T
 *         ^                                     │                                                          │
 *         └───────────── one fails ─────────────┴──────────────────────── one fails ───────────────────────┘
 *
 * That each probe must have answered again at the end keeps a probe that hangs from counting as one that holds.
 */
export class Stability {
  readonly #stableFor: number;
  readonly #failing: Set<string>;
  readonly #lastGood: Map<string, number>;
  /** When the probes held again that have failed. */
  readonly #heldAgain = new Map<string, number>();
  #since: number | undefined;
  #stable = false;
  #notBefore = -Infinity;

  /**
   * @param probes all that must hold
   * @param stableFor in ms
   * @param failing those that do not hold at the beginning; for none, nothing is stable before one has failed
   */
  constructor(probes: readonly string[], stableFor: number, failing: readonly string[] = probes) {
    this.#stableFor = stableFor;
    this.#failing = new Set(failing);
    this.#lastGood = new Map(probes.map((probe) => [probe, -Infinity]));
  }

  add({ probe, ok, at }: Outcome): void {
    if (!ok) {
      this.#failing.add(probe);
      this.#since = undefined;
      this.#stable = false;
      return;
    }
    this.#lastGood.set(probe, at);
    if (this.#failing.delete(probe)) {
      this.#heldAgain.set(probe, at);
      // A sample is told when those before it have ended: the last that is told did not need to end last.
      if (this.#failing.size === 0) this.#since = Math.max(...this.#heldAgain.values());
    }
    this.#stable = this.#heldLongEnough();
  }

  /** Something was done at this time that may have harmed: what follows must show again whether all hold. */
  reopen(at: number): void {
    this.#stable = false;
    this.#notBefore = at;
  }

  /** When the last probe held again, where all have held since then, and for long enough. */
  get stableSince(): number | undefined {
    return this.#stable ? this.#since : undefined;
  }

  #heldLongEnough(): boolean {
    if (this.#since === undefined) return false;
    const until = Math.max(this.#since, this.#notBefore) + this.#stableFor;
    return [...this.#lastGood.values()].every((at) => at >= until);
  }
}
