import { z } from 'zod';
import { loginsTo, superuserOf } from '../compose/postgres-login.ts';
import { serviceNamed } from '../compose/service-named.ts';
import { connectPg } from '../environment/dial/pg.ts';
import { defineProbe } from './model.ts';
import { serviceProblems } from './service.ts';
import { inWords, oneLine, ProbeError } from './reason.ts';

const schema = z
  .strictObject({
    postgres: z.string().describe('The PostgreSQL service.'),
    query: z.string().min(1).optional().describe('Default: SELECT 1.'),
    expect: z
      .string()
      .optional()
      .describe(
        'What the first column of the first row must be. A truth value may be written as psql prints it: t or f.',
      ),
  })
  .describe('PostgreSQL takes a new connection and answers a query.');

/** PostgreSQL takes a new connection, as the app's own role where its URL is known, and answers a query. */
export const postgresProbe = defineProbe<z.infer<typeof schema>>({
  kind: 'postgres',
  schema,
  validate: ({ postgres }, system) => serviceProblems(postgres, system, 'postgres'),
  open: ({ postgres, query = 'SELECT 1', expect }, environment, timeout) => {
    const store = serviceNamed(environment.system, postgres);
    const login = loginsTo(environment.system, store)[0] ?? superuserOf(store);
    const target = { host: postgres, ...login, statementTimeout: timeout };
    return {
      sample: (signal) =>
        inWords(async () => {
          const client = await connectPg(environment, target, signal);
          try {
            const { rows } = await client.query<unknown[]>({ text: query, rowMode: 'array' });
            const value = rows[0]?.[0];
            const seen = oneLine(String(value ?? `${rows.length} rows`));
            // By psql.
            const asPrinted = typeof value === 'boolean' ? seen.slice(0, 1) : seen;
            if (expect !== undefined && seen !== expect && asPrinted !== expect)
              throw new ProbeError(`${seen}, not ${expect}`);
            return seen;
          } finally {
            void client.end().catch(() => {});
          }
        }),
      [Symbol.asyncDispose]: async () => {},
    };
  },
});
