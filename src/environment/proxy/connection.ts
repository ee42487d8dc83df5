import type { Socket } from 'node:net';
import type { Outlet } from './chunk.ts';
import { Link } from './link.ts';
import type { ActiveToxic, Direction } from './toxic.ts';

/** A client's socket and the socket to the server that was opened for it. */
export class Connection {
  readonly links: Readonly<Record<Direction, Link>>;
  readonly #sockets: readonly [client: Socket, server: Socket];
  /** Set once, for new connections under a toxic that resets, as in Toxiproxy. */
  readonly #abrupt: boolean;

  constructor(client: Socket, server: Socket, toxics: readonly ActiveToxic[], onClosed: () => void) {
    this.#sockets = [client, server];
    this.#abrupt = toxics.some(({ definition }) => definition.resets);
    const towards = (direction: Direction): readonly ActiveToxic[] =>
      toxics.filter((toxic) => toxic.direction === direction);
    this.links = {
      upstream: new Link(client, this.#outlet(server), towards('upstream')),
      downstream: new Link(server, this.#outlet(client), towards('downstream')),
    };
    let open = 2;
    for (const socket of this.#sockets) {
      // The peer is gone: `close` follows, and ends the other side.
      socket.on('error', () => {});
      socket.once('close', () => {
        open -= 1;
        if (open > 0) return;
        for (const link of Object.values(this.links)) link.release();
        onClosed();
      });
    }
  }

  close(): void {
    for (const socket of this.#sockets) {
      if (this.#abrupt) socket.resetAndDestroy();
      else socket.destroy();
    }
  }

  /** The end of a link closes its socket in both directions, as in Toxiproxy: there are no half-open connections. */
  #outlet(socket: Socket): Outlet {
    return {
      accept({ data }) {
        // A write that the kernel took at once leaves room, even if it was longer than the high-water mark.
        if (socket.write(data) || socket.writableLength === 0) return undefined;
        return new Promise((resolve) => socket.once('drain', resolve));
      },
      end: () => void (this.#abrupt ? socket.resetAndDestroy() : socket.destroySoon()),
    };
  }
}
