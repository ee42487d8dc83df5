import type { Chunk, Outlet } from './chunk.ts';
import type { ActiveToxic } from './toxic.ts';
import { noop } from './toxics/noop.ts';

/**
 * One toxic at work on one link: a queue before it, an outlet behind it.
 *
 *     accept() ─> queue ─ read() ─> toxic ─ pass() ─> outlet
 *
 *     running ── interrupt (update) ──> running, with the new attributes
 *        ├── the toxic returns ──────> ended: the outlet is told, what still comes in stays in the queue
 *        └── interrupt (removal) ────> draining ──> gone
 */
export class Stage implements Outlet {
  outlet: Outlet;
  readonly toxic: ActiveToxic;
  /** Bytes passed on so far. */
  passed = 0;
  readonly #onGone: (stage: Stage) => void;
  readonly #queue: Chunk[] = [];
  readonly #waitingForRoom: (() => void)[] = [];
  #inputEnded = false;
  /** The toxic is being changed or taken out. */
  interrupted = false;
  #removed = false;
  #wakeReader: (() => void) | undefined;
  #wakeSleeper: (() => void) | undefined;

  constructor(toxic: ActiveToxic, outlet: Outlet, onGone: (stage: Stage) => void) {
    this.toxic = toxic;
    this.outlet = outlet;
    this.#onGone = onGone;
    void this.#run();
  }

  accept(chunk: Chunk): Promise<void> | undefined {
    this.#queue.push(chunk);
    this.#wakeReader?.();
    if (this.#queue.length < (this.toxic.definition.bufferSize ?? 1)) return undefined;
    return new Promise((resolve) => this.#waitingForRoom.push(resolve));
  }

  end(): void {
    this.#inputEnded = true;
    this.#wakeReader?.();
  }

  /**
   * The next chunk. `undefined` when there is none: the source has ended, `limitMs` has passed, or the stage is
   * interrupted.
   */
  async read(limitMs?: number): Promise<Chunk | undefined> {
    if (this.#queue.length === 0 && !this.#inputEnded && !this.interrupted) {
      await new Promise<void>((resolve) => {
        this.#wakeReader = resolve;
        if (limitMs === undefined) return;
        const timer = setTimeout(resolve, limitMs);
        this.#wakeReader = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wakeReader = undefined;
    }
    return this.interrupted ? undefined : this.#take();
  }

  async pass(chunk: Chunk): Promise<void> {
    this.passed += chunk.data.length;
    await this.outlet.accept(chunk);
  }

  /** Returns false, early, when the stage is interrupted. */
  async sleep(ms: number): Promise<boolean> {
    if (!this.interrupted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wakeSleeper = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wakeSleeper = undefined;
    }
    return !this.interrupted;
  }

  /** The toxic's attributes have changed. */
  update(): void {
    this.#interrupt();
  }

  /** Takes the toxic out of the link without losing what waits before it. */
  remove(): void {
    this.#removed = true;
    this.#interrupt();
  }

  #interrupt(): void {
    this.interrupted = true;
    this.#wakeReader?.();
    this.#wakeSleeper?.();
  }

  async #run(): Promise<void> {
    let result: 'end' | void;
    do {
      this.interrupted = false;
      const { definition, attributes, toxicity } = this.toxic;
      result = await (Math.random() < toxicity ? definition : noop).pipe(attributes, this);
    } while (result !== 'end' && this.interrupted && !this.#removed);
    if (result === 'end' || !this.interrupted || this.toxic.definition.endsOnRemoval) this.outlet.end();
    else await this.#drain();
  }

  async #drain(): Promise<void> {
    for (let chunk = this.#take(); chunk !== undefined; chunk = this.#take()) await this.outlet.accept(chunk);
    if (this.#inputEnded) this.outlet.end();
    else this.#onGone(this);
  }

  #take(): Chunk | undefined {
    const chunk = this.#queue.shift();
    this.#waitingForRoom.shift()?.();
    return chunk;
  }
}
