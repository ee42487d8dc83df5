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
  #injectedAt: number;
  #firstFailed: Pick<Sample, 'begun' | 'at'> | undefined;
  /** Since when all held, when they last did for long enough after all faults so far. */
  #lastBackSince: number | undefined;
  #over = false;

  /**
   * @param probes all that must hold
   * @param stableFor in ms
   * @param begun when the first fault began to be put in
   */
  constructor(probes: readonly string[], stableFor: number, begun: number) {
    this.#injectedAt = begun;
    this.#stability = new Stability(probes, stableFor, []);
  }

  addSample(sample: Pick<Sample, 'probe' | 'begun' | 'at' | 'ok'>): void {
    if (this.#over) return;
    if (!sample.ok) this.#firstFailed ??= sample;
    this.#stability.add(sample);
    this.#lastBackSince = this.backSince ?? this.#lastBackSince;
  }

  /**
   * A fault is in: nothing has recovered from it yet.
   * @param isLater whether it comes by itself (`after`), while the runbook is being typed
   */
  addFault(at: number, isLater: boolean): void {
    if (!isLater) this.#injectedAt = at;
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

  /**
   * From when on time is counted: all faults that come first are in. How long Drillbook took to put them in is none of the runbook's
   * time, which nobody types before that.
   */
  get injectedAt(): number {
    return this.#injectedAt;
  }

  /** One that failed while the faults were being put in counts as one that fails as soon as they are. */
  get firstFailed(): Pick<Sample, 'begun' | 'at'> | undefined {
    return (
      this.#firstFailed && {
        begun: Math.max(this.#firstFailed.begun, this.#injectedAt),
        at: Math.max(this.#firstFailed.at, this.#injectedAt),
      }
    );
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
