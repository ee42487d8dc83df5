import type { Client } from 'pg';
import { z } from 'zod';
import { superuserOf } from '../compose/postgres-login.ts';
import { serviceNamed } from '../compose/service-named.ts';
import { databaseField, openDatabaseFault, tableName } from './database-fault.ts';
import { name } from './fields.ts';
import { holdSession, TERMINATE } from './held-sessions.ts';
import { defineFault, type Evidence } from './model.ts';
import { databaseOf, notA } from './store.ts';
import { codeOf } from './superuser.ts';

const schema = z
  .strictObject({
    lock: name.describe('The PostgreSQL service.'),
    table: tableName.describe('The table that nobody else can read or write.'),
    ...databaseField,
  })
  .describe('A transaction that is left open holds a lock on a table; all others wait for it.');

const MARK = 'drillbook-lock';
/** SQLSTATE `lock_not_available`. */
const WAITED = '55P03';

/** A transaction that is left open holds a lock. Cured by terminating its session, or by a restart of the store. */
export const lockFault = defineFault<z.infer<typeof schema>>({
  kind: 'lock',
  schema,
  describe: ({ lock, table }) => `lock the table ${table} in ${lock}`,
  targets: ({ lock }) => [lock],
  needs: () => [],
  validate: ({ lock }, system) => notA('postgres', lock, system),
  open: ({ lock: store, table, database }, context) => {
    const { environment } = context;
    let holder: Client | undefined;
    const login = {
      ...superuserOf(serviceNamed(environment.system, store)),
      database: database ?? databaseOf(store, environment.system),
    };
    const within = openDatabaseFault(store, database, context, {
      inject: async () => {
        const statements = ['BEGIN', `LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`];
        holder = await holdSession(environment, store, login, MARK, statements);
      },
      evidence: (client) => tryTable(client, table),
      heal: async (client) => void (await client.query(TERMINATE, [MARK])),
    });
    return {
      ...within,
      heal: async () => {
        await within.heal();
        await holder?.end().catch(() => {});
      },
    };
  },
});

const tryTable = async (client: Client, table: string): Promise<Evidence> => {
  const { rows } = await client.query<{ holders: number }>(
    `SELECT count(*)::int AS holders FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE relation = to_regclass($1) AND granted AND mode = 'AccessExclusiveLock' AND application_name = $2`,
    [table, MARK],
  );
  const holders = rows[0]?.holders ?? 0;
  await client.query(`SET lock_timeout = '200ms'`);
  const waited = await client.query(`SELECT 1 FROM ${table} LIMIT 1`).then(
    () => false,
    (error: unknown) => codeOf(error) === WAITED,
  );
  const read = waited ? `a read of ${table} waits for a lock` : `${table} can be read`;
  return { seen: waited && holders > 0, what: `${read}; ${holders} sessions left open hold one` };
};
