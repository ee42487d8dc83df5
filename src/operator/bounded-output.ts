import { stripVTControlCharacters } from 'node:util';

/** Of the beginning and of the end, each. */
const KEPT_BYTES = 32 * 1024;

/** Keeps the first and the last part of an output that may be endless. */
export class BoundedOutput {
  readonly #head: Buffer[] = [];
  readonly #tail: Buffer[] = [];
  #headBytes = 0;
  #tailBytes = 0;
  #dropped = 0;

  push(chunk: Buffer): void {
    const room = Math.min(KEPT_BYTES - this.#headBytes, chunk.length);
    if (room > 0) {
      this.#head.push(chunk.subarray(0, room));
      this.#headBytes += room;
    }
    if (room < chunk.length) this.#pushTail(chunk.subarray(room));
  }

  get truncated(): boolean {
    return this.#dropped > 0;
  }

  /** Without terminal control sequences; where something was left out, whole lines are. */
  text(): string {
    const head = Buffer.concat(this.#head);
    const tail = Buffer.concat(this.#tail);
    if (!this.truncated) return readable(Buffer.concat([head, tail]));
    const headEnd = head.lastIndexOf('\n') + 1 || head.length;
    const tailStart = tail.indexOf('\n') + 1;
    const left = this.#dropped + head.length - headEnd + tailStart;
    return `${readable(head.subarray(0, headEnd))}… ${left} bytes left out …\n${readable(tail.subarray(tailStart))}`;
  }

  #pushTail(chunk: Buffer): void {
    this.#tail.push(chunk);
    this.#tailBytes += chunk.length;
    while (this.#tailBytes > KEPT_BYTES) {
      const first = this.#tail[0] as Buffer;
      const excess = Math.min(this.#tailBytes - KEPT_BYTES, first.length);
      if (excess === first.length) this.#tail.shift();
      else this.#tail[0] = first.subarray(excess);
      this.#tailBytes -= excess;
      this.#dropped += excess;
    }
  }
}

const readable = (bytes: Buffer): string =>
  stripVTControlCharacters(bytes.toString('utf8')).replaceAll('\0', '');
