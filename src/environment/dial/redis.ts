import type { Socket } from 'node:net';
import { AbstractConnector, Redis } from 'ioredis';
import { onAbort } from '../../core/on-abort.ts';
import type { StartedEnvironment } from '../model.ts';

export interface RedisTarget {
  /** A service's name, or `localhost` for a published port. */
  readonly host: string;
  /** 6379 when absent. */
  readonly port?: number;
  readonly password?: string;
}

/**
 * A connected Redis client on the drill's host. It never reconnects; commands fail once its connection is lost, or ended
 * by the signal.
 *
 * @throws the dial's error (`code: 'ECONNREFUSED'`), or the server's (`WRONGPASS …`)
 */
export const connectRedis = async (
  environment: Pick<StartedEnvironment, 'dial'>,
  { host, port = 6379, password }: RedisTarget,
  signal?: AbortSignal,
): Promise<Redis> => {
  const socket = await environment.dial(host, port, signal);
  onAbort(signal, () => socket.destroy());
  const client = new Redis({
    Connector: connectorOf(socket),
    ...(password !== undefined && { password }),
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    // A server that is still loading says so in answer to the first command.
    enableReadyCheck: false,
  });
  // What `connect()` throws says only that the connection is closed; the event says why.
  let why: unknown;
  client.on('error', (error) => (why ??= error));
  try {
    await client.connect();
    return client;
  } catch (error) {
    socket.destroy();
    throw why ?? error;
  }
};

/** `ioredis` opens its connections with a class of this kind; this one has a connection already. */
const connectorOf = (socket: Socket): new () => AbstractConnector =>
  class extends AbstractConnector {
    constructor() {
      super(0);
    }

    connect(): Promise<Socket> {
      this.stream = socket;
      return Promise.resolve(socket);
    }
  };
