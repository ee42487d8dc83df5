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
 * So many failures would be expected, at the limit, in what was asked: where there was none, the share that fails is below the limit with
 * 95 % confidence (the "rule of three"). 1 % takes 300 requests.
 */
const EXPECTED = 3;

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
  /** Requests, or samples, since it holds. */
  #asked = 0;

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
    this.#add(told, figureOf(figure, this.#window), 1);
  }

  /** @param at when it was told, on the drill's clock */
  addSecond(second: LoadSecond, at: number): void {
    const { of, figure } = this.#spec;
    if (of !== 'load' || figure === 'value') return;
    const told = { at, mark: second.wallMs };
    if (figure === 'error-rate') return this.#add(told, second.failed / second.requests, second.requests);
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

  /** How many requests, or samples, have been asked since it holds. */
  get asked(): number {
    return this.#asked;
  }

  /** How many it takes to tell that a share is below its limit: of none at all, and of other figures, each is as good as the next. */
  get needed(): number {
    const { figure, limit } = this.#spec;
    return figure === 'error-rate' && limit > 0 ? Math.ceil(rounded(EXPECTED / limit)) : 0;
  }

  /** It has held for long enough, and in enough that was asked. */
  get isTold(): boolean {
    return this.heldSince !== undefined && this.#asked >= this.needed;
  }

  #add(told: Told, value: number, asked = 0): void {
    const { limit, atLeast } = this.#spec;
    this.#last = told;
    if (atLeast ? value < limit : value > limit) {
      this.#first = undefined;
      this.#bad = value;
      this.#asked = 0;
      return;
    }
    this.#asked += asked;
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

/** Have the figures come back, too? One that was not seen any more when the probes held does not say that it has not. */
export const areBack = (levels: readonly (Level | undefined)[], backSince: number): boolean =>
  levels.every(
    (level) => level === undefined || level.heldSince !== undefined || !level.isSeenAfter(backSince),
  );

/** Binary fractions aside: 3 / 0.01 is 300. */
const rounded = (value: number): number => Number(value.toFixed(6));

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
