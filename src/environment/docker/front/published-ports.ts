import { forward } from '../../proxy/forwarder.ts';
import type { PublishedPort } from './protocol.ts';

/** The ports of the Compose file, open where the operator is. As with Docker, a port is open exactly while its container runs. */
export class PublishedPorts {
  readonly #open = new Map<string, AsyncDisposable>();
  #queue: Promise<void> = Promise.resolve();

  /** Opens and closes what is needed for these, and no other, to be open. */
  set(ports: readonly PublishedPort[]): Promise<void> {
    this.#queue = this.#queue.then(() => this.#adjust(ports));
    return this.#queue;
  }

  async #adjust(ports: readonly PublishedPort[]): Promise<void> {
    const wanted = new Map(ports.map((port) => [JSON.stringify(port), port]));
    for (const [key, port] of this.#open) {
      if (wanted.has(key)) continue;
      this.#open.delete(key);
      await port[Symbol.asyncDispose]();
    }
    for (const [key, { listen, to }] of wanted) {
      if (this.#open.has(key)) continue;
      // Someone at the operator's place may have taken the port.
      const opened = await forward(listen, to).catch((error: unknown) => console.error(String(error)));
      if (opened !== undefined) this.#open.set(key, opened);
    }
  }
}
