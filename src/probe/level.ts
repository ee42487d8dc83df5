import { percentile } from '../core/statistics.ts';
import type { LoadSecond } from '../load/model.ts';
import type { Sample } from './sampler.ts';

/** Which figure; `value` is the first number in what a probe saw. */
export type Figure = 'error-rate' | 'p50' | 'p95' | 'p99' | 'value';

/** A figure that the system must come back to. */
export interface LevelSpec {
  readonly figure: Figure;
  /** Of the load's requests, or of these probes' samples. */
  readonly of: 'load' | readonly string[];
  readonly limit: number;
  /** Else it is the most. */
  readonly atLeast: boolean;
  /** How long it must hold to count, in ms. */
  readonly stableFor: number;
}

/** Samples are gathered over this time, in ms: as long as the load's figures are. */
const WINDOW = 1000;

/**
 * Follows a figure: since when is it within its limit without a break, and what was the worst of that time? What is not answered has no
 * latency and no value: the figure does not hold then. Asked by the conductor while the drill runs, and by the judge when it reads the
 * journal.
 */
export class Level {
  readonly #spec: LevelSpec;
  #window: Sample[] = [];
  /** The first figure of those that hold, and the last one of all. */
  #first: Told | undefined;
  #last: Told | undefined;
  #worst: number | undefined;
  /** The last one that did not hold. */
  #bad: number | undefined;

  constructor(spec: LevelSpec) {
    this.#spec = spec;
  }

  addSample(sample: Sample): void {
    const { of, figure } = this.#spec;
    if (of === 'load' || !of.includes(sample.probe)) return;
    const told = { at: sample.at, mark: sample.at };
    if (!sample.ok && figure !== 'error-rate') return this.#lose();
    if (figure === 'value') {
      const seen = /-?\d+(?:\.\d+)?/.exec(sample.seen)?.[0];
      if (seen !== undefined) this.#add(told, Number(seen));
      return;
    }
    this.#window = [...this.#window.filter(({ at }) => at > sample.at - WINDOW), sample];
    this.#add(told, figureOf(figure, this.#window));
  }

  /** @param at when it was told, on the drill's clock */
  addSecond(second: LoadSecond, at: number): void {
    const { of, figure } = this.#spec;
    if (of !== 'load' || figure === 'value') return;
    const told = { at, mark: second.wallMs };
    if (figure === 'error-rate') return this.#add(told, second.failed / second.requests);
    const value = second[figure];
    if (value === undefined || second.failed >= second.requests) this.#lose();
    else this.#add(told, value);
  }

  /** Since when it has held, to the last figure known, where that is for long enough. */
  get heldSince(): number | undefined {
    const [first, last] = [this.#first, this.#last];
    if (first === undefined || last === undefined) return undefined;
    return last.mark - first.mark >= this.#spec.stableFor ? first.at : undefined;
  }

  /** The worst since then; the last one that did not hold, when it does not. */
  get value(): number | undefined {
    return this.heldSince === undefined ? this.#bad : this.#worst;
  }

  /** Whether it was still followed when the system had been back for long enough. */
  isSeenAfter(backSince: number): boolean {
    return this.#last !== undefined && this.#last.at >= backSince + this.#spec.stableFor;
  }

  #add(told: Told, value: number): void {
    const { limit, atLeast } = this.#spec;
    this.#last = told;
    if (atLeast ? value < limit : value > limit) {
      this.#first = undefined;
      this.#bad = value;
      return;
    }
    const worse = atLeast ? Math.min : Math.max;
    this.#worst = this.#first === undefined ? value : worse(this.#worst ?? value, value);
    this.#first ??= told;
  }

  /** There is no figure. */
  #lose(): void {
    this.#first = undefined;
    this.#bad = undefined;
    this.#window = [];
  }
}

/** When a figure was told, on the drill's clock; and the same as its source tells it, by which one lies from another as long as it does. */
interface Told {
  readonly at: number;
  readonly mark: number;
}

const figureOf = (figure: Exclude<Figure, 'value'>, samples: readonly Sample[]): number =>
  figure === 'error-rate'
    ? samples.filter(({ ok }) => !ok).length / samples.length
    : percentile(
        samples.map(({ begun, at }) => at - begun),
        Number(figure.slice(1)) / 100,
      );
