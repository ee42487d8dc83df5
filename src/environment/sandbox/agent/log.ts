import type { Readable } from 'node:stream';
import type { LogLine, LogOptions } from '../supervisor-model.ts';

/** Older lines are forgotten. */
const KEPT_LINES = 20_000;

/** What a container wrote, over all its starts. */
export class Log {
  #lines: LogLine[] = [];
  /** How many lines were forgotten. */
  #dropped = 0;
  readonly #waiting = new Set<() => void>();

  /** Resolves when the stream has ended. */
  read(from: Readable, stream: LogLine['stream']): Promise<void> {
    let rest = '';
    from.setEncoding('utf8');
    from.on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#add(stream, line);
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
    if (this.#lines.length > KEPT_LINES * 1.1) {
      this.#dropped += this.#lines.length - KEPT_LINES;
      this.#lines = this.#lines.slice(-KEPT_LINES);
    }
    for (const wake of this.#waiting) wake();
  }
}
