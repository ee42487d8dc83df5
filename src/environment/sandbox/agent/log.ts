import type { Readable } from 'node:stream';
import type { LogLine, LogOptions } from '../supervisor-model.ts';

/** Older lines are forgotten, so that there are no more of them, and no more characters in them, than this. */
const KEPT_LINES = 20_000;
const KEPT_LENGTH = 2 ** 24;
/** A line that is longer is taken apart: a progress bar has no end. */
const LONGEST_LINE = 2 ** 20;
/** Forgetting takes long, and is done only when this much more is there. */
const SLACK = 1.1;

/** What a container wrote, over all its starts. */
export class Log {
  #lines: LogLine[] = [];
  /** How many lines were forgotten. */
  #dropped = 0;
  /** Of all lines together. */
  #length = 0;
  readonly #waiting = new Set<() => void>();

  /** Resolves when the stream has ended. */
  read(from: Readable, stream: LogLine['stream']): Promise<void> {
    let rest = '';
    from.setEncoding('utf8');
    from.on('data', (text: string) => {
      // Only what is new is looked at: the rest may be long.
      const [first = '', ...more] = text.split('\n');
      rest += first;
      for (const next of more) {
        this.#add(stream, rest);
        rest = next;
      }
      if (rest.length < LONGEST_LINE) return;
      this.#add(stream, rest);
      rest = '';
    });
    return new Promise((resolve) => {
      from.on('close', () => {
        if (rest !== '') this.#add(stream, rest);
        resolve();
      });
    });
  }

  /** A line that is not the container's own. */
  note(text: string): void {
    this.#add('stderr', `drillbook: ${text}`);
  }

  tail(count: number): readonly LogLine[] {
    return count <= 0 ? [] : this.#lines.slice(-count);
  }

  get lastLine(): string {
    return this.tail(1)[0]?.text ?? '';
  }

  async *follow({ tail, follow, since, signal }: LogOptions): AsyncIterable<LogLine> {
    let next = this.#dropped + (tail === undefined ? 0 : Math.max(0, this.#lines.length - tail));
    while (true) {
      for (; next < this.#dropped + this.#lines.length && !signal.aborted; next += 1) {
        const line = this.#lines[Math.max(0, next - this.#dropped)] as LogLine;
        if (since === undefined || line.time >= since) yield line;
      }
      if (!follow || signal.aborted) return;
      await this.#more(signal);
    }
  }

  #more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  #add(stream: LogLine['stream'], text: string): void {
    this.#lines.push({ stream, time: new Date(), text });
    this.#length += text.length;
    if (this.#lines.length > KEPT_LINES * SLACK || this.#length > KEPT_LENGTH * SLACK) this.#forget();
    for (const wake of this.#waiting) wake();
  }

  #forget(): void {
    let dropped = 0;
    while (this.#lines.length - dropped > KEPT_LINES || this.#length > KEPT_LENGTH) {
      this.#length -= this.#lines[dropped]?.text.length ?? 0;
      dropped += 1;
    }
    this.#dropped += dropped;
    this.#lines = this.#lines.slice(dropped);
  }
}
