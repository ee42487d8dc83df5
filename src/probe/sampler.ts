import type { Clock } from '../core/clock.ts';
import { formatDuration } from '../core/duration.ts';
import type { Probe } from './model.ts';

/** One result of a probe; times in ms, on the clock that the sampler was given. */
export interface Sample {
  readonly probe: string;
  readonly begun: number;
  /** When it ended. */
  readonly at: number;
  readonly ok: boolean;
  /** What was seen, or why it does not hold. */
  readonly seen: string;
}

export interface SamplerOptions {
  readonly name: string;
  /** Between the beginnings of two samples, in ms. */
  readonly interval: number;
  /** A sample that takes longer is a failed one, in ms. */
  readonly timeout: number;
  readonly clock: Clock;
  /** Called for each sample, in the order in which they were begun. */
  readonly onSample: (sample: Sample) => void;
}

/** While a probe fails without hanging it is asked more often, so that the moment of recovery is known to a fraction of the interval. */
const HASTE = 8;

/** What fails slowly keeps the system busy: in haste it is left alone for so many times as long as it took. */
const REST = 4;

/** A sample that was begun, and its result until it is told. */
interface Begun {
  readonly at: number;
  readonly ending: AbortController;
  result?: Sample;
}

/**
 * Repeats a probe on its own clock. A sample that hangs does not keep the next from its time: it counts as failed at its limit, also
 * where later ones hold (one of several replicas hangs). What hangs from an outage that was over before is left out.
 */
export class Sampler implements AsyncDisposable {
  readonly #probe: Probe;
  readonly #options: SamplerOptions;
  readonly #stop = new AbortController();
  /** Samples that are not told yet, in the order of their beginnings. */
  #begun: readonly Begun[] = [];
  /** Of those that have ended, the one that was begun last: where it failed, there is an outage. */
  #latest: Sample | undefined;
  readonly #loop: Promise<void>;
  #failing = false;
  #restUntil = 0;

  /** Starts at once, and owns the probe. */
  constructor(probe: Probe, options: SamplerOptions) {
    this.#probe = probe;
    this.#options = options;
    this.#loop = this.#run();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    for (const { ending } of this.#begun) ending.abort();
    await this.#loop;
    await this.#probe[Symbol.asyncDispose]();
  }

  async #run(): Promise<void> {
    const { clock, interval, timeout } = this.#options;
    const { signal } = this.#stop;
    const most = Math.min(Math.ceil(timeout / interval), this.#probe.atOnce ?? Infinity);
    const start = clock.now();
    for (let tick = 0; !signal.aborted; tick += 1) {
      const inFlight = this.#begun.filter(({ result }) => result === undefined).length;
      const due = tick % HASTE === 0 && inFlight < most;
      const hasty = this.#failing && inFlight === 0 && clock.now() >= this.#restUntil;
      if (due || hasty) void this.#take();
      await clock.sleep(start + ((tick + 1) * interval) / HASTE - clock.now(), signal);
    }
  }

  async #take(): Promise<void> {
    const { clock, name } = this.#options;
    const sample: Begun = { at: clock.now(), ending: new AbortController() };
    this.#begun = [...this.#begun, sample];
    const result = await this.#ask(sample.ending);
    if (!this.#begun.includes(sample) || this.#stop.signal.aborted) return;
    const at = clock.now();
    sample.result = { probe: name, begun: sample.at, at, ...result };
    if (result.ok && this.#latest?.ok === false) this.#leaveBegunBefore(sample.at);
    if (this.#latest === undefined || this.#latest.begun < sample.at) this.#latest = sample.result;
    this.#failing = !result.ok;
    this.#restUntil = at + REST * (at - sample.at);
    this.#tell();
  }

  async #ask(ending: AbortController): Promise<Pick<Sample, 'ok' | 'seen'>> {
    const { clock, timeout } = this.#options;
    const done = new AbortController();
    const late = clock.sleep(timeout, AbortSignal.any([done.signal, ending.signal])).then(() => {
      if (!done.signal.aborted) ending.abort();
      return { ok: false, seen: `no answer within ${formatDuration(timeout)}` };
    });
    const asked = this.#probe.sample(ending.signal).then(
      (seen) => ({ ok: true, seen }),
      (error: unknown) => (ending.signal.aborted ? late : { ok: false, seen: (error as Error).message }),
    );
    try {
      return await Promise.race([asked, late]);
    } finally {
      done.abort();
    }
  }

  /** The outage is over that these are of. */
  #leaveBegunBefore(begun: number): void {
    const left = this.#begun.filter(({ at, result }) => at < begun && result === undefined);
    this.#begun = this.#begun.filter((sample) => !left.includes(sample));
    for (const { ending } of left) ending.abort();
  }

  /** Those before which none still waits. */
  #tell(): void {
    const waiting = this.#begun.findIndex(({ result }) => result === undefined);
    const told = waiting < 0 ? this.#begun : this.#begun.slice(0, waiting);
    this.#begun = this.#begun.slice(told.length);
    for (const { result } of told) if (result !== undefined) this.#options.onSample(result);
  }
}
