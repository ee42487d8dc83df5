import type { Client } from 'pg';
import { serviceNamed } from '../../compose/service-named.ts';
import { onAbort } from '../../core/on-abort.ts';
import { superuserOf } from '../../compose/postgres-login.ts';
import { connectPg, type PgTarget } from '../../environment/dial/pg.ts';
import type { StartedEnvironment } from '../../environment/model.ts';
import type { LedgerStore } from './model.ts';

/** Never the app's: made by the first connection, dropped at the end. */
const TABLE = 'drillbook_ledger';

/** How long the table's removal may take, in ms. */
const REMOVAL_TIMEOUT = 2000;

/** Writes straight to a PostgreSQL service, one row and one transaction for each number. */
export class PostgresStore implements LedgerStore {
  readonly #environment: Pick<StartedEnvironment, 'dial'>;
  readonly #target: PgTarget;
  #client: Client | undefined;

  /** @param timeout of each write, in ms */
  constructor(service: string, environment: Pick<StartedEnvironment, 'dial' | 'system'>, timeout: number) {
    this.#environment = environment;
    const login = superuserOf(serviceNamed(environment.system, service));
    this.#target = { host: service, ...login, statementTimeout: timeout };
  }

  async write(number: number, signal: AbortSignal): Promise<void> {
    // A statement alone is a transaction: it has an answer when it is committed.
    await this.#query(signal, (client) => client.query(`INSERT INTO ${TABLE} VALUES ($1)`, [number]));
  }

  missing(numbers: readonly number[], signal: AbortSignal): Promise<readonly number[]> {
    if (numbers.length === 0) return Promise.resolve([]);
    return this.#query(signal, async (client) => {
      // The audit has more patience than a write.
      await client.query('SET statement_timeout = 0');
      const { rows } = await client.query<{ number: number }>(
        `SELECT number FROM unnest($1::integer[]) AS number WHERE number NOT IN (SELECT number FROM ${TABLE}) ORDER BY number`,
        [[...numbers]],
      );
      return rows.map((row) => row.number);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Where the server is gone, so is the table.
    await this.#query(AbortSignal.timeout(REMOVAL_TIMEOUT), dropTable).catch(() => {});
    await this.#client?.end();
  }

  /** On the open connection, or a new one where there is none; what went wrong ends it. */
  async #query<T>(signal: AbortSignal, action: (client: Client) => Promise<T>): Promise<T> {
    const client = this.#client ?? (await this.#connect(signal));
    const drop = (): void => {
      if (this.#client === client) this.#client = undefined;
      client.connection.stream.destroy();
    };
    const settled = onAbort(signal, drop);
    try {
      return await action(client);
    } catch (error) {
      drop();
      throw error;
    } finally {
      settled();
    }
  }

  /** With the table in place: a server that came back without its data has lost it, and the audit finds all rows missing. */
  async #connect(signal: AbortSignal): Promise<Client> {
    const client = await connectPg(this.#environment, this.#target, signal);
    try {
      await client.query(`CREATE TABLE IF NOT EXISTS ${TABLE} (number integer PRIMARY KEY)`);
    } catch (error) {
      client.connection.stream.destroy();
      throw error;
    }
    this.#client = client;
    return client;
  }
}

const dropTable = (client: Client): Promise<unknown> => client.query(`DROP TABLE IF EXISTS ${TABLE}`);
