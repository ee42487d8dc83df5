import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import { onAbort } from '../../core/on-abort.ts';
import type { Place } from '../proxy/forwarder.ts';
import { readLine } from './front/line.ts';
import type { PublishedPort, RelayAnswer, RelayRequest } from './front/protocol.ts';

/** The front's relay, as seen from outside. */
export class RelayClient {
  readonly #address: Place;
  readonly #token: string;

  constructor(address: Place, token: string) {
    this.#address = address;
    this.#token = token;
  }

  /**
   * A connection that begins in the front.
   * @throws the connection error with its `code`
   */
  async dial(host: string, port: number, signal?: AbortSignal): Promise<Socket> {
    return this.#ask({ token: this.#token, connect: { host, port } }, signal);
  }

  /** Opens these ports in the front, and closes all others. */
  async publish(ports: readonly PublishedPort[], signal?: AbortSignal): Promise<void> {
    const socket = await this.#ask({ token: this.#token, publish: ports }, signal);
    socket.destroy();
  }

  async #ask(request: RelayRequest, signal?: AbortSignal): Promise<Socket> {
    signal?.throwIfAborted();
    const socket = connect({ ...this.#address, noDelay: true });
    const abort = (): void => void socket.destroy(signal?.reason);
    const settled = onAbort(signal, abort);
    try {
      await once(socket, 'connect');
      socket.write(`${JSON.stringify(request)}\n`);
      const { code, message } = JSON.parse(await readLine(socket)) as RelayAnswer;
      if (message === undefined) return socket;
      throw Object.assign(new Error(message), { code });
    } catch (error) {
      socket.destroy();
      signal?.throwIfAborted();
      throw error;
    } finally {
      settled();
    }
  }
}
