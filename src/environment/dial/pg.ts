import type { Socket } from 'node:net';
import { Client } from 'pg';
import { onAbort } from '../../core/on-abort.ts';
import type { StartedEnvironment } from '../model.ts';

export interface PgTarget {
  /** A service's name, or `localhost` for a published port. */
  readonly host: string;
  /** 5432 when absent. */
  readonly port?: number;
  readonly user: string;
  readonly password?: string;
  readonly database: string;
  /** As `pg_stat_activity` shows it; `drillbook` when absent. */
  readonly applicationName?: string;
  /**
   * After so many ms the server ends a statement. One that waits for a lock does not notice that its client is gone: asked again and
   * again, such sessions would take all slots. Without a limit when absent.
   */
  readonly statementTimeout?: number;
}

/** For each step of opening a connection, in ms. */
const CONNECT_TIMEOUT = 5000;

/**
 * A connected PostgreSQL client on the drill's host. It never reconnects; a connection that is lost later, or ended by the
 * signal, is only noticed by the next query.
 *
 * @throws the dial's error (`code: 'ECONNREFUSED'`), or the server's (`code: '53300'`: no slot is left)
 */
export const connectPg = async (
  environment: Pick<StartedEnvironment, 'dial'>,
  { host, port = 5432, applicationName = 'drillbook', statementTimeout, ...login }: PgTarget,
  signal?: AbortSignal,
): Promise<Client> => {
  const socket = await environment.dial(host, port, signal);
  onAbort(signal, () => socket.destroy());
  const client = new Client({
    ...login,
    stream: () => alreadyConnected(socket),
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    application_name: applicationName,
    ...(statementTimeout !== undefined && { statement_timeout: statementTimeout }),
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    socket.destroy();
    throw error;
  }
};

/** `pg` connects the stream that it is given; this one is connected. */
const alreadyConnected = (socket: Socket): Socket => {
  socket.connect = () => {
    process.nextTick(() => socket.emit('connect'));
    return socket;
  };
  return socket;
};
