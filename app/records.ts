import type { Redis } from 'ioredis';
import type { Database } from './database.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import { messageOf } from './unavailable.ts';

export interface Record {
  readonly key: string;
  readonly body: unknown;
  readonly created_at: string;
  /** When the worker has dealt with it. */
  readonly processed_at: string | null;
}

const COLUMNS = 'key, body, created_at, processed_at';

/** What the app is for: keeps records in PostgreSQL, reads them through a cache in Redis. */
export class Records {
  readonly #database: Database;
  readonly #redis: Redis;
  readonly #settings: Settings;
  readonly #log: Log;
  #reads = 0;

  constructor(database: Database, redis: Redis, settings: Settings, log: Log) {
    this.#database = database;
    this.#redis = redis;
    this.#settings = settings;
    this.#log = log;
  }

  /** Resolves once the record is committed. A key that is there already gets the new body, so that a client may repeat. */
  async write(key: string, body: unknown): Promise<void> {
    const written = this.#database.query(
      'INSERT INTO records (key, body) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET body = excluded.body',
      [key, JSON.stringify(body)],
    );
    const done = written.then(() => this.#forget(key));
    if (!this.#settings.weaknesses.ackBeforeCommit) return done;
    done.catch((error: unknown) => this.#log('error', 'write lost', { key, error: messageOf(error) }));
  }

  /** @param fresh not from the cache */
  async read(
    key: string,
    fresh: boolean,
  ): Promise<{ readonly record: Record; readonly cached: boolean } | undefined> {
    const cached = fresh ? null : await this.#redis.get(cacheKey(key)).catch(() => null);
    if (cached !== null) return { record: JSON.parse(cached) as Record, cached: true };
    await this.#leakNowAndThen();
    const [record] = await this.#database.query<Record>(`SELECT ${COLUMNS} FROM records WHERE key = $1`, [
      key,
    ]);
    if (record === undefined) return undefined;
    await this.#redis
      .set(cacheKey(key), JSON.stringify(record), 'PX', this.#settings.cacheFor)
      .catch(() => {});
    return { record, cached: false };
  }

  /** The worker's part. */
  async process(key: string): Promise<void> {
    await this.#database.query('UPDATE records SET processed_at = now() WHERE key = $1', [key]);
    await this.#forget(key);
  }

  async #forget(key: string): Promise<void> {
    await this.#redis.del(cacheKey(key)).catch(() => {});
  }

  async #leakNowAndThen(): Promise<void> {
    const { poolLeak } = this.#settings.weaknesses;
    this.#reads += 1;
    if (poolLeak > 0 && this.#reads % poolLeak === 0) await this.#database.leak();
  }
}

const cacheKey = (key: string): string => `cache:record:${key}`;
