import type { Client } from 'pg';
import { z } from 'zod';
import { type Login, loginsTo, superuserOf } from '../compose/postgres-login.ts';
import type { System } from '../compose/model.ts';
import { serviceNamed } from '../compose/service-named.ts';
import { formatDuration } from '../core/duration.ts';
import { databaseField, openDatabaseFault } from './database-fault.ts';
import { durationField, toMs } from '../core/duration-field.ts';
import { LONGEST_AGE, name } from './fields.ts';
import { holdSession, TERMINATE } from './held-sessions.ts';
import { defineFault, type Evidence } from './model.ts';
import { notA } from './store.ts';
import { waitUntil } from './wait-until.ts';

const schema = z
  .strictObject({
    'runaway-query': name.describe('The PostgreSQL service.'),
    sessions: z.int().min(1).max(32).default(1).describe('How many sessions run it, each on a core.'),
    age: durationField({ most: LONGEST_AGE })
      .optional()
      .describe('For how long it seems to have run (11m): the server’s clock is moved. Default: just begun.'),
    ...databaseField,
  })
  .describe('Queries of the app’s role that never end keep the server busy.');

type RunawayQuery = z.infer<typeof schema>;

const MARK = 'drillbook-runaway';

/** Counts for years, row by row: in a select list, unlike in FROM, they are not first written to a temporary file. */
const QUERY = 'SELECT count(*) FROM (SELECT generate_series(1, 1000000000000000)) AS endless';

/**
 * Compiling takes the longer the busier the machine is, and at a timer's signal a server with a moved clock reads a file: within the
 * compiler's `malloc` that ends it ("malloc assertion failure"), and the query with it.
 */
const NO_COMPILER = 'SET jit = off';

/** Queries that never end. Cured by cancelling or terminating them, or by a restart of the store. */
export const runawayQuery = defineFault<RunawayQuery>({
  kind: 'runaway-query',
  schema,
  describe: (spec) => `run ${spec.sessions} queries without end in ${spec['runaway-query']}`,
  targets: (spec) => [spec['runaway-query']],
  needs: ({ age }) => (age === undefined ? [] : ['clock']),
  validate: (spec, system) => notA('postgres', spec['runaway-query'], system),
  movableClocks: (spec) => (spec.age === undefined ? [] : [spec['runaway-query']]),
  open: (spec, context) => {
    const { environment } = context;
    const store = spec['runaway-query'];
    const clients: Client[] = [];
    const within = openDatabaseFault(store, spec.database, context, {
      inject: async (client) => {
        const login = loginOf(spec, environment.system);
        for (let count = 0; count < spec.sessions; count += 1)
          clients.push(await holdSession(environment, store, login, MARK, [NO_COMPILER], QUERY));
        // They were sent, and nobody knows yet that they run. One that begins after the clock was moved is not old.
        await waitUntil(async () => (await running(client)).count >= spec.sessions, context);
        if (spec.age !== undefined) await environment.moveClock(store, toMs(spec.age));
      },
      evidence: (client) => look(client, spec),
      heal: async (client) => void (await client.query(TERMINATE, [MARK])),
    });
    return {
      ...within,
      heal: async () => {
        await within.heal();
        for (const client of clients.splice(0)) await client.end().catch(() => {});
        if (spec.age !== undefined) await environment.moveClock(store, 0);
      },
    };
  },
});

/** How many run, and for how long the youngest does, in ms. */
const running = async (client: Client): Promise<{ readonly count: number; readonly ms: number }> => {
  const { rows } = await client.query<{ count: number; ms: number }>(
    `SELECT count(*)::int, coalesce(extract(epoch FROM min(clock_timestamp() - query_start)) * 1000, 0)::float8 AS ms
     FROM pg_stat_activity WHERE application_name = $1 AND state = 'active'`,
    [MARK],
  );
  return rows[0] ?? { count: 0, ms: 0 };
};

const look = async (client: Client, { age = '0s' }: RunawayQuery): Promise<Evidence> => {
  const { count, ms } = await running(client);
  return {
    seen: count > 0 && ms >= toMs(age),
    what: `${count} queries that do not end${count > 0 ? ` run for ${formatDuration(ms)}` : ''}`,
  };
};

const loginOf = ({ 'runaway-query': name, database }: RunawayQuery, system: System): Login => {
  const store = serviceNamed(system, name);
  const login = loginsTo(system, store)[0] ?? superuserOf(store);
  return { ...login, database: database ?? login.database };
};
