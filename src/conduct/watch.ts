import type { Clock } from '../core/clock.ts';
import { levelsOf } from '../plan/level.ts';
import type { Plan } from '../plan/model.ts';
import type { Sample } from '../probe/sampler.ts';
import type { LoadSecond } from '../load/model.ts';
import { areBack, type Level } from '../probe/level.ts';
import { Outage } from '../probe/outage.ts';
import { Stability } from '../probe/stability.ts';

/** Follows the samples, and waits for what they show. */
export class Watch {
  /** Do all probes hold, since the watch began? */
  readonly steady: Stability;
  /** What they have shown since the fault was put in; nothing, before that. */
  outage: Outage | undefined;

  readonly #plan: Plan;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #last = new Map<string, Sample>();
  #lastSecond: LoadSecond | undefined;
  /** The figures that must come back, since the fault was put in. */
  #levels: readonly Level[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(plan: Plan, clock: Clock, signal: AbortSignal) {
    this.#plan = plan;
    this.#clock = clock;
    this.#signal = signal;
    this.steady = new Stability(this.#probes, plan.timing.stableFor);
  }

  add(sample: Sample): void {
    this.#last.set(sample.probe, sample);
    this.steady.add(sample);
    this.outage?.addSample(sample);
    for (const level of this.#levels) level.addSample(sample);
    for (const wake of this.#waiting) wake();
  }

  addSecond(second: LoadSecond): void {
    this.#lastSecond = second;
    for (const level of this.#levels) level.addSecond(second, this.#clock.now());
    for (const wake of this.#waiting) wake();
  }

  /** Was any of the load's last requests answered well? Nothing, while none is known. */
  get isLoadAnswered(): boolean | undefined {
    const second = this.#lastSecond;
    return second && second.failed < second.requests;
  }

  /** Have all figures come back, for as long as the probes must hold? */
  get settled(): boolean {
    return this.#levels.every(({ heldSince }) => heldSince !== undefined);
  }

  /** Is that also shown by enough that was asked? */
  get told(): boolean {
    return this.#levels.every(({ isTold }) => isTold);
  }

  /** Since when all is back: the probes, and the figures, as far as they are seen; nothing, while one of them is not. */
  get allBackSince(): number | undefined {
    const since = this.outage?.backSince;
    if (since === undefined || !areBack(this.#levels, since)) return undefined;
    return Math.max(since, ...this.#levels.map(({ heldSince = 0 }) => heldSince));
  }

  /** From now on it counts what fails. */
  beginOutage(): Outage {
    this.outage = new Outage(this.#probes, this.#plan.timing.stableFor, this.#clock.now());
    this.#levels = levelsOf(this.#plan).filter((level) => level !== undefined);
    return this.outage;
  }

  /** The last result of each probe that does not hold, or has not answered. */
  failing(): readonly { readonly probe: string; readonly seen: string }[] {
    return this.#probes
      .map((probe) => this.#last.get(probe) ?? { probe, ok: false, seen: 'no sample yet' })
      .filter(({ ok }) => !ok);
  }

  /**
   * Resolves when a sample has made the condition true (`true`), or when it is `deadline` on the clock (`false`).
   * @throws the signal's reason, when it is aborted
   */
  async until(condition: () => boolean, deadline: number): Promise<boolean> {
    const over = new AbortController();
    const wake = (): void => {
      if (condition()) over.abort();
    };
    this.#waiting.add(wake);
    wake();
    await this.#clock.sleep(deadline - this.#clock.now(), AbortSignal.any([this.#signal, over.signal]));
    this.#waiting.delete(wake);
    this.#signal.throwIfAborted();
    return over.signal.aborted;
  }

  get #probes(): readonly string[] {
    return this.#plan.probes.map(({ name }) => name);
  }
}
