import type { Client } from 'pg';
import type { Service } from '../compose/model.ts';
import { superuserOf } from '../compose/postgres-login.ts';
import { connectPg } from '../environment/dial/pg.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import { patiently } from './patiently.ts';

/** SQLSTATE `too_many_connections`: the server's slots, or the role's or the database's own limit. */
export const TOO_MANY_CONNECTIONS = '53300';

/** A slot that comes free once the server notices that a client is gone; a server that is just being started. */
const PASSING: ReadonlySet<unknown> = new Set([TOO_MANY_CONNECTIONS, '57P03', 'ECONNREFUSED']);

export const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

/** A connection of the superuser; `database`: another than its own. Whoever opens it ends it. */
export const connectSuperuser = (
  environment: StartedEnvironment,
  store: Service,
  database = superuserOf(store).database,
): Promise<Client> =>
  patiently(
    () => connectPg(environment, { host: store.name, ...superuserOf(store), database }),
    (error) => PASSING.has(codeOf(error)),
  );

/** Does some work as the superuser, in a connection of its own. */
export const asSuperuser = async <Value>(
  environment: StartedEnvironment,
  store: Service,
  work: (client: Client) => Promise<Value>,
  database?: string,
): Promise<Value> => {
  const client = await connectSuperuser(environment, store, database);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};
