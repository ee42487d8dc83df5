import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { HarnessError } from '../../../core/errors.ts';

/** How far the prelude has come in making the drill's host: it says a word a line. */
export class HostProgress {
  readonly #lines: string[] = [];
  readonly #waiting = new Set<() => void>();
  #ended = false;

  constructor(output: Readable) {
    const look = (): void => {
      for (const waiting of this.#waiting) waiting();
    };
    createInterface(output)
      .on('line', (line) => {
        this.#lines.push(line);
        look();
      })
      .on('close', () => {
        this.#ended = true;
        look();
      });
  }

  /**
   * Resolves when the prelude has said the word.
   * @throws HarnessError with all that it said, when it has ended before
   */
  reached(word: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (this.#lines.includes(word)) resolve();
        else if (this.#ended) reject(this.#failed());
        else return;
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      look();
    });
  }

  #failed(): HarnessError {
    const said = this.#lines.filter((line) => !WORDS.has(line)).join('\n');
    return new HarnessError('sandbox-not-set-up', `making the drill’s host failed: ${said}`);
  }
}

/** Volumes and folders are mounted. */
export const MOUNTED = 'mounted';

/** Data folders have their data. */
export const FILLED = 'filled';

/** Containers have their networks. */
export const ATTACHED = 'attached';

const WORDS = new Set([MOUNTED, FILLED, ATTACHED]);
