import type { Sample } from './sampler.ts';
import { Stability } from './stability.ts';

/**
 * What the samples say of an outage, from the fault to the end of the watch. The system is back since the beginning of the last
 * stretch in which all probes held, if that lasted for `stable-for`, reached the end of the watch, and went on for `stable-for`
 * after the last fault and after the runbook's last command. The conductor asks it while the drill runs, the judge when it reads the
 * journal.
 */
export class Outage {
  readonly #stability: Stability;
  #firstFailed: Pick<Sample, 'begun' | 'at'> | undefined;
  /** Since when all held, when they last did for long enough after all faults so far. */
  #lastBackSince: number | undefined;
  #over = false;

  /**
   * @param probes all that must hold
   * @param stableFor in ms
   */
  constructor(probes: readonly string[], stableFor: number) {
    this.#stability = new Stability(probes, stableFor, []);
  }

  addSample(sample: Pick<Sample, 'probe' | 'begun' | 'at' | 'ok'>): void {
    if (this.#over) return;
    if (!sample.ok) this.#firstFailed ??= sample;
    this.#stability.add(sample);
    this.#lastBackSince = this.backSince ?? this.#lastBackSince;
  }

  /** A fault is in: nothing has recovered from it yet. */
  addFault(at: number): void {
    this.#lastBackSince = undefined;
    this.#stability.reopen(at);
  }

  /** The last command of the runbook has ended: what it did must show. */
  endRunbook(at: number): void {
    this.#stability.reopen(at);
  }

  /** The watch is over: later samples change nothing. */
  end(): void {
    this.#over = true;
  }

  get firstFailed(): Pick<Sample, 'begun' | 'at'> | undefined {
    return this.#firstFailed;
  }

  /** Since when the system is back; nothing, when it is not, or when that is not clear yet. */
  get backSince(): number | undefined {
    return this.#stability.stableSince;
  }

  /** Of a system that was back, and is not: since when it was. */
  get lostAfter(): number | undefined {
    return this.backSince === undefined ? this.#lastBackSince : undefined;
  }
}
