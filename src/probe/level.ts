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
}

/** Samples are gathered over this time, in ms: as long as the load's figures are. */
const WINDOW = 1000;

/**
 * Follows a figure: since when is it within its limit without a break, and what was the worst of that time? Asked by the conductor while
 * the drill runs, and by the judge when it reads the journal.
 */
export class Level {
  readonly #spec: LevelSpec;
  #window: Sample[] = [];
  #since: number | undefined;
  #until = -Infinity;
  #worst: number | undefined;

  constructor(spec: LevelSpec) {
    this.#spec = spec;
  }

  addSample(sample: Sample): void {
    const { of, figure } = this.#spec;
    if (of === 'load' || !of.includes(sample.probe)) return;
    if (figure === 'value') {
      const seen = /-?\d+(?:\.\d+)?/.exec(sample.seen)?.[0];
      if (seen !== undefined && sample.ok) this.#add(sample.at, Number(seen));
      return;
    }
    this.#window = [...this.#window.filter(({ at }) => at > sample.at - WINDOW), sample];
    this.#add(sample.at, figureOf(figure, this.#window));
  }

  /** @param at when it was told, on the drill's clock */
  addSecond(second: LoadSecond, at: number): void {
    const { of, figure } = this.#spec;
    if (of !== 'load' || figure === 'value') return;
    const value = figure === 'error-rate' ? second.failed / second.requests : second[figure];
    if (value !== undefined) this.#add(at, value);
  }

  /** Since when it has held, to the last figure known; nothing when it does not hold, or there was none. */
  get heldSince(): number | undefined {
    return this.#since;
  }

  /** The worst since then; the last one, when it does not hold. */
  get value(): number | undefined {
    return this.#worst;
  }

  /** Has it held for this long? */
  hasHeldFor(ms: number): boolean {
    return this.#since !== undefined && this.#until - this.#since >= ms;
  }

  #add(at: number, value: number): void {
    const { limit, atLeast } = this.#spec;
    const holds = atLeast ? value >= limit : value <= limit;
    const held = this.#since !== undefined && this.#worst !== undefined;
    this.#worst = holds && held ? (atLeast ? Math.min : Math.max)(this.#worst ?? value, value) : value;
    this.#since = holds ? (this.#since ?? at) : undefined;
    this.#until = at;
  }
}

const figureOf = (figure: Exclude<Figure, 'value'>, samples: readonly Sample[]): number =>
  figure === 'error-rate'
    ? samples.filter(({ ok }) => !ok).length / samples.length
    : percentile(
        samples.map(({ begun, at }) => at - begun),
        Number(figure.slice(1)) / 100,
      );
