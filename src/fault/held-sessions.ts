import type { Client } from 'pg';
import { connectPg } from '../environment/dial/pg.ts';
import type { StartedEnvironment } from '../environment/model.ts';
import type { Login } from '../compose/postgres-login.ts';

/** Busy sessions would not notice that their client is gone; before PostgreSQL 14, they do not. */
const NOTICE = `SELECT set_config('client_connection_check_interval', '500', false)
                FROM pg_settings WHERE name = 'client_connection_check_interval'`;

export const TERMINATE = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1';

/** Opens a session that stays, known by its name in `pg_stat_activity`; `statement` is not waited for. */
export const holdSession = async (
  environment: StartedEnvironment,
  store: string,
  login: Login,
  applicationName: string,
  before: readonly string[],
  statement?: string,
): Promise<Client> => {
  const client = await connectPg(environment, { host: store, ...login, applicationName });
  await client.query(NOTICE);
  for (const one of before) await client.query(one);
  if (statement !== undefined) client.query(statement).catch(() => {});
  return client;
};
