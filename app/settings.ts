/** The stores that the app loses and finds again. */
export type StoreName = 'postgres' | 'redis';

/** What the environment says. Times are in ms. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Connections to PostgreSQL at most, for each process. */
  readonly poolSize: number;
  /** How PostgreSQL and the logs name this process. */
  readonly serviceName: string;
  readonly queue: string;
  /** How long a read may come from the cache. */
  readonly cacheFor: number;
  readonly sessionFor: number;
  readonly weaknesses: Weaknesses;
}

/** Where the app deliberately does worse than it could; all off by default (docs/reference-system.md). */
export interface Weaknesses {
  /** Stores whose connection is not made again once it is lost: only a restart of the app helps. */
  readonly noReconnect: ReadonlySet<StoreName>;
  /** Each n-th read of a record from PostgreSQL keeps a connection for good; 0 for never. */
  readonly poolLeak: number;
  /** A write is acknowledged before it is done, and may be lost. */
  readonly ackBeforeCommit: boolean;
  /** How much longer than it needs the worker takes for each job, in ms. */
  readonly slowJobs: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Ends the process where variables are missing or make no sense, and says which. */
export const settingsOrExit = (serviceName: string): Settings => {
  try {
    return readSettings(process.env, serviceName);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
};

const readSettings = (env: Environment, serviceName: string): Settings => {
  const problems: string[] = [];
  const text = (name: string, byDefault?: string): string => {
    const value = env[name] || byDefault;
    if (value === undefined) problems.push(`${name} is not set`);
    return value ?? '';
  };
  const number = (name: string, byDefault: number): number => {
    const value = Number(env[name] || byDefault);
    if (!Number.isInteger(value) || value < 0) problems.push(`${name} is no whole number: ${env[name]}`);
    return value;
  };
  const settings: Settings = {
    host: text('HOST', '0.0.0.0'),
    port: number('PORT', 8000),
    databaseUrl: text('DATABASE_URL'),
    redisUrl: text('REDIS_URL'),
    poolSize: number('DB_POOL_SIZE', 10),
    serviceName: text('SERVICE_NAME', serviceName),
    queue: text('QUEUE', 'records'),
    cacheFor: number('CACHE_SECONDS', 30) * 1000,
    sessionFor: number('SESSION_SECONDS', 86_400) * 1000,
    weaknesses: {
      noReconnect: storesIn(env['NO_RECONNECT'] ?? '', problems),
      poolLeak: number('POOL_LEAK', 0),
      ackBeforeCommit: isOn(env['ACK_BEFORE_COMMIT']),
      slowJobs: number('SLOW_JOBS', 0),
    },
  };
  if (problems.length > 0) throw new Error(problems.join('; '));
  return settings;
};

const isOn = (value: string | undefined): boolean => value === 'true' || value === '1';

const storesIn = (list: string, problems: string[]): ReadonlySet<StoreName> => {
  const names = list.split(',').filter((name) => name !== '');
  const stores = names.filter((name): name is StoreName => name === 'postgres' || name === 'redis');
  if (stores.length < names.length) problems.push(`NO_RECONNECT knows postgres and redis: ${list}`);
  return new Set(stores);
};
