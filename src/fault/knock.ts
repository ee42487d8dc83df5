import { once } from 'node:events';
import type { Socket } from 'node:net';
import type { StoreKind } from '../compose/store.ts';
import type { StartedEnvironment } from '../environment/model.ts';

export type Knock = 'answers' | 'does not answer' | 'refuses connections';

/** A frozen process's port still takes connections, since the kernel does; only an answer shows that somebody is there. */
const PATIENCE = 500;

/** What each server answers to at once: PostgreSQL's SSLRequest, Redis' PING, and else HTTP. */
export const GREETINGS: Readonly<Record<StoreKind | 'other', Uint8Array>> = {
  postgres: Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]),
  redis: Buffer.from('PING\r\n'),
  other: Buffer.from('GET / HTTP/1.0\r\n\r\n'),
};

/** Is somebody there? */
export const knock = async (
  environment: Pick<StartedEnvironment, 'dial'>,
  host: string,
  port: number,
  kind: StoreKind | 'other' = 'other',
): Promise<Knock> => {
  const signal = AbortSignal.timeout(PATIENCE);
  let socket: Socket;
  try {
    socket = await environment.dial(host, port, signal);
  } catch {
    return signal.aborted ? 'does not answer' : 'refuses connections';
  }
  try {
    socket.on('error', () => {});
    socket.write(GREETINGS[kind]);
    await once(socket, 'data', { signal });
    return 'answers';
  } catch {
    return 'does not answer';
  } finally {
    socket.destroy();
  }
};
