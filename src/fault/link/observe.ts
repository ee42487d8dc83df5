import type { Socket } from 'node:net';
import { superuserOf } from '../../compose/postgres-login.ts';
import { redisPasswordOf } from '../../compose/redis-password.ts';
import type { StoreKind } from '../../compose/store.ts';
import type { Service } from '../../compose/model.ts';
import { formatDuration } from '../../core/duration.ts';
import { connectPg } from '../../environment/dial/pg.ts';
import { connectRedis } from '../../environment/dial/redis.ts';
import { GREETINGS } from '../knock.ts';

/** A store, and a way to it. */
export interface Way {
  readonly store: Service;
  readonly kind: StoreKind;
  dial(signal?: AbortSignal): Promise<Socket>;
}

/** What came of trying something on a new connection, and after how many ms. */
export interface Observation {
  readonly how: 'answered' | 'ended' | 'refused' | 'reset' | 'silent';
  readonly ms: number;
}

/** @param patience how long to wait, in ms; more is `silent` */
export type Observe = (way: Way, patience: number) => Promise<Observation>;

export const inWords = ({ how, ms }: Observation): string =>
  ({
    answered: `answered after ${formatDuration(ms)}`,
    ended: `ended after ${formatDuration(ms)}`,
    refused: 'refused',
    reset: `reset after ${formatDuration(ms)}`,
    silent: `no answer within ${formatDuration(ms)}`,
  })[how];

/** Says hello and waits for the first byte of the answer. */
export const greet: Observe = (way, patience) =>
  withSocket(way, patience, (socket) => {
    socket.write(GREETINGS[way.kind]);
    return whatComes(socket);
  });

/** Ends its direction and waits for the end of the other. */
export const part: Observe = (way, patience) =>
  withSocket(way, patience, (socket) => {
    socket.end();
    return whatComes(socket);
  });

/** Sends so many bytes in a command or asks for so many in an answer, by a client that is logged in. */
export const transfer =
  (bytes: number, stream: 'upstream' | 'downstream'): Observe =>
  async (way, patience) => {
    const signal = AbortSignal.timeout(patience);
    const start = performance.now();
    const observed = (how: Observation['how']): Observation => ({ how, ms: performance.now() - start });
    try {
      await (way.kind === 'postgres' ? viaPostgres : viaRedis)(way, bytes, stream, signal);
      return observed('answered');
    } catch (error) {
      if (signal.aborted) return { how: 'silent', ms: patience };
      return observed(howOf(error, 'ended'));
    }
  };

const viaPostgres = async (
  { store, dial }: Way,
  bytes: number,
  stream: string,
  signal: AbortSignal,
): Promise<void> => {
  const client = await connectPg(
    { dial: () => dial(signal) },
    { host: store.name, ...superuserOf(store) },
    signal,
  );
  try {
    if (stream === 'upstream') await client.query('SELECT length($1)', ['x'.repeat(bytes)]);
    else await client.query(`SELECT repeat('x', $1::integer)`, [bytes]);
  } finally {
    void client.end().catch(() => {});
  }
};

/** `ECHO` is as long on the way back. */
const viaRedis = async (
  { store, dial }: Way,
  bytes: number,
  _: string,
  signal: AbortSignal,
): Promise<void> => {
  const password = redisPasswordOf(store);
  const target = { host: store.name, ...(password !== undefined && { password }) };
  const client = await connectRedis({ dial: () => dial(signal) }, target, signal);
  try {
    await client.echo('x'.repeat(bytes));
  } finally {
    client.disconnect();
  }
};

const withSocket = async (
  way: Way,
  patience: number,
  action: (socket: Socket) => Promise<Observation['how']>,
): Promise<Observation> => {
  const start = performance.now();
  const signal = AbortSignal.timeout(patience);
  let socket: Socket | undefined;
  const silent = new Promise<Observation['how']>((resolve) =>
    signal.addEventListener('abort', () => resolve('silent'), { once: true }),
  );
  try {
    socket = await way.dial(signal);
    const how = await Promise.race([action(socket), silent]);
    return { how, ms: how === 'silent' ? patience : performance.now() - start };
  } catch (error) {
    return signal.aborted
      ? { how: 'silent', ms: patience }
      : { how: howOf(error, 'refused'), ms: performance.now() - start };
  } finally {
    socket?.destroy();
  }
};

const whatComes = (socket: Socket): Promise<Observation['how']> =>
  new Promise((resolve) => {
    socket.once('data', () => resolve('answered'));
    socket.once('end', () => resolve('ended'));
    socket.once('error', (error) => resolve(howOf(error, 'ended')));
    socket.once('close', () => resolve('ended'));
    socket.resume();
  });

const howOf = (error: unknown, otherwise: Observation['how']): Observation['how'] => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED') return 'refused';
  return code === 'ECONNRESET' ? 'reset' : otherwise;
};
