import type { Socket } from 'node:net';
import { onAbort } from '../../../core/on-abort.ts';

interface Waiting {
  readonly id: number;
  readonly socket: Socket;
  readonly signal: AbortSignal;
  readonly done: () => void;
}

/**
 * Passes sockets on one at a time. Node holds every message back that follows a socket until the other side has that socket, so
 * on a busy machine sockets queue up behind each other. In a queue of Node's they could not be withdrawn: those that nobody waits
 * for any more would delay those that somebody waits for, and each that is late would make the next one later.
 */
export class SocketQueue {
  readonly #send: (id: number, socket: Socket) => void;
  readonly #waiting = new Set<Waiting>();
  #underWay: Waiting | undefined;

  constructor(send: (id: number, socket: Socket) => void) {
    this.#send = send;
  }

  /** Resolves when the socket has arrived, or when the signal tells that nobody waits for it: it is closed then. */
  pass(id: number, socket: Socket, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const one: Waiting = { id, socket, signal, done: resolve };
      this.#waiting.add(one);
      onAbort(signal, () => this.#giveUp(one));
      this.#next();
    });
  }

  /** The other side has it. */
  taken(id: number): void {
    if (this.#underWay?.id === id) this.#settle(this.#underWay);
  }

  #giveUp(one: Waiting): void {
    if (this.#waiting.has(one)) one.socket.destroy();
    this.#settle(one);
  }

  #settle(one: Waiting): void {
    this.#waiting.delete(one);
    if (this.#underWay === one) this.#underWay = undefined;
    one.done();
    this.#next();
  }

  #next(): void {
    if (this.#underWay !== undefined) return;
    const [next] = this.#waiting;
    if (next === undefined) return;
    this.#waiting.delete(next);
    this.#underWay = next;
    this.#send(next.id, next.socket);
  }
}
