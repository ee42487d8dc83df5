import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import { messageOf, Unavailable } from './unavailable.ts';

const CONNECT_LIMIT = 1000;
const QUERY_LIMIT = 5000;

/** PostgreSQL, over a pool that is filled again after each loss. */
export class Database {
  readonly pool: Pool;
  readonly #reconnects: boolean;
  /** Set for good where the app is told not to reconnect. */
  #lost: Error | undefined;

  constructor(settings: Settings, log: Log) {
    this.#reconnects = !settings.weaknesses.noReconnect.has('postgres');
    this.pool = new Pool({
      connectionString: settings.databaseUrl,
      application_name: settings.serviceName,
      max: settings.poolSize,
      connectionTimeoutMillis: CONNECT_LIMIT,
      query_timeout: QUERY_LIMIT,
      keepAlive: true,
    });
    this.pool.on('error', (error) => {
      log('error', 'connection to postgres lost', { error: messageOf(error) });
      this.#noteLoss(error);
    });
    // One that is in use, or leaked, has no listener of the pool's, and its loss would end the process.
    this.pool.on('connect', (client: PoolClient) => client.on('error', (error) => this.#noteLoss(error)));
  }

  /** @throws Unavailable for whatever reason the statement was not done */
  async query<Row extends QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    if (this.#lost !== undefined) throw new Unavailable('postgres', this.#lost);
    try {
      const { rows } = await this.pool.query<Row>(text, [...values]);
      return rows;
    } catch (error) {
      throw new Unavailable('postgres', error);
    }
  }

  async check(): Promise<void> {
    await this.query('SELECT 1');
  }

  /** Takes a connection and never gives it back. */
  async leak(): Promise<void> {
    try {
      await this.pool.connect();
    } catch (error) {
      throw new Unavailable('postgres', error);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  #noteLoss(error: Error): void {
    if (!this.#reconnects) this.#lost ??= error;
  }
}
