import type { Readable } from 'node:stream';

/** Of what a program writes to one stream, the last so many characters: enough to read, and no program can fill the memory. */
const KEPT = 2 ** 20;

/** What is written to a stream, of which only the end is kept. */
export class Collected {
  readonly #limit: number;
  #kept = '';
  #cut = 0;

  constructor(limit = KEPT) {
    this.#limit = limit;
  }

  /** Resolves when the stream has ended. */
  read(from: Readable): Promise<void> {
    from.setEncoding('utf8').on('data', (text: string) => {
      this.#kept += text;
      // Not each time: cutting copies.
      if (this.#kept.length > 2 * this.#limit) this.#trim();
    });
    return new Promise((resolve) => from.on('close', resolve));
  }

  /** Says first how much is left out, if anything is. */
  get text(): string {
    if (this.#kept.length > this.#limit) this.#trim();
    return this.#cut === 0 ? this.#kept : `[drillbook: ${this.#cut} characters left out]\n${this.#kept}`;
  }

  #trim(): void {
    this.#cut += this.#kept.length - this.#limit;
    this.#kept = this.#kept.slice(-this.#limit);
  }
}

/** What a program writes to its two streams. */
export class Written {
  readonly #streams = { stdout: new Collected(), stderr: new Collected() };

  read(from: Readable, stream: 'stdout' | 'stderr'): Promise<void> {
    return this.#streams[stream].read(from);
  }

  get texts(): { readonly stdout: string; readonly stderr: string } {
    return { stdout: this.#streams.stdout.text, stderr: this.#streams.stderr.text };
  }

  get lastLine(): string {
    return this.texts.stderr.trimEnd().split('\n').at(-1) ?? '';
  }
}
