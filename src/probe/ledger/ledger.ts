import type { Clock } from '../../core/clock.ts';
import { formatDuration } from '../../core/duration.ts';
import type { Arm, Emit } from '../../core/event.ts';
import { reasonOf } from '../reason.ts';
import type { LedgerStore } from './model.ts';

export interface LedgerOptions {
  readonly name: string;
  readonly arm: Arm;
  /** Between the beginnings of two writes, in ms. */
  readonly interval: number;
  /** A write that takes longer is refused, in ms. */
  readonly timeout: number;
  readonly clock: Clock;
  readonly emit: Emit;
}

/** How many writes' limits the audit may take: the store may still be coming back. */
const AUDIT_PATIENCE = 10;

/**
 * Counts lost data instead of assuming that there is none: writes numbered rows all the while, one at a time, and looks
 * for every acknowledged one afterwards. A write without an answer is not counted: it may be there or not.
 */
export class Ledger implements AsyncDisposable {
  readonly #store: LedgerStore;
  readonly #options: LedgerOptions;
  readonly #stop = new AbortController();
  readonly #acknowledged: number[] = [];
  readonly #loop: Promise<void>;

  /** Starts at once, and owns the store. */
  constructor(store: LedgerStore, options: LedgerOptions) {
    this.#store = store;
    this.#options = options;
    this.#loop = this.#run();
  }

  /** Ends the writing and says which acknowledged writes are missing. To be called once, after the recovery. */
  async audit(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    const { name, arm, emit } = this.#options;
    const about = {
      type: 'ledger-audited',
      arm,
      ledger: name,
      acknowledged: this.#acknowledged.length,
    } as const;
    try {
      emit({ ...about, checked: true, lost: await this.#lost() });
    } catch (error) {
      emit({ ...about, checked: false, lost: [], reason: reasonOf(error) });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    await this.#store[Symbol.asyncDispose]();
  }

  async #run(): Promise<void> {
    const { clock, interval } = this.#options;
    const { signal } = this.#stop;
    const start = clock.now();
    for (let number = 1; !signal.aborted; number += 1) {
      await this.#write(number);
      // A write that took long costs the ticks that it missed: they are not made up for in a burst.
      const passed = clock.now() - start;
      const next = start + (Math.floor(passed / interval) + 1) * interval;
      await clock.sleep(next - clock.now(), signal);
    }
  }

  async #write(number: number): Promise<void> {
    const { name: ledger, arm, emit, timeout } = this.#options;
    try {
      await this.#within(timeout, (signal) => this.#store.write(number, signal));
      this.#acknowledged.push(number);
      emit({ type: 'write-acknowledged', arm, ledger, number });
    } catch (error) {
      emit({ type: 'write-refused', arm, ledger, number, reason: reasonOf(error) });
    }
  }

  async #lost(): Promise<readonly number[]> {
    const { clock, interval, timeout } = this.#options;
    const deadline = clock.now() + AUDIT_PATIENCE * timeout;
    for (;;) {
      try {
        return await this.#within(deadline - clock.now(), (signal) =>
          this.#store.missing(this.#acknowledged, signal),
        );
      } catch (error) {
        if (clock.now() + interval >= deadline) throw error;
        await clock.sleep(interval);
      }
    }
  }

  /** @throws Error when it takes longer; what is under way is told by the signal */
  async #within<T>(limit: number, action: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const over = new AbortController();
    const done = new AbortController();
    const late = this.#options.clock.sleep(limit, done.signal).then(() => {
      if (!done.signal.aborted) over.abort();
      throw new Error(`no answer within ${formatDuration(limit)}`);
    });
    late.catch(() => {});
    try {
      return await Promise.race([action(over.signal), late]);
    } finally {
      done.abort();
    }
  }
}
