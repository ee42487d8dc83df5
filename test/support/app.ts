import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { vi } from 'vitest';
import { freePort } from './free-port.ts';
import { type StartedServer, startPostgres, startRedis } from './servers.ts';

/** The stores of the reference system, with its scripts run and its role made. */
export interface Stores extends AsyncDisposable {
  readonly postgres: StartedServer;
  readonly redis: StartedServer;
  /** What the app's environment says of them. */
  readonly env: Readonly<Record<string, string>>;
  /** As the superuser that PostgreSQL was made with. */
  asSuperuser(): Promise<Client>;
}

export const startStores = async (): Promise<Stores> => {
  await using stack = new AsyncDisposableStack();
  const postgres = stack.use(await startPostgres());
  const redis = stack.use(await startRedis('--appendonly', 'yes'));
  initialise(postgres, 'sh', ['app/db/10-role.sh']);
  initialise(postgres, 'psql', ['-q', '-v', 'ON_ERROR_STOP=1', '-f', 'app/db/20-schema.sql']);
  const owned = stack.move();
  return {
    postgres,
    redis,
    env: {
      DATABASE_URL: `postgres://reference_app:secret@127.0.0.1:${postgres.port}/app`,
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    },
    asSuperuser: async () => {
      const client = new Client(`postgres://app@127.0.0.1:${postgres.port}/app`);
      await client.connect();
      return client;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
};

/** As the official image runs what is in `docker-entrypoint-initdb.d`. */
const initialise = ({ port }: StartedServer, program: string, args: readonly string[]): void => {
  const image = {
    POSTGRES_USER: 'app',
    POSTGRES_DB: 'app',
    APP_DB_USER: 'reference_app',
    APP_DB_PASSWORD: 'secret',
    APP_DB_CONNECTIONS: '20',
  };
  const login = { PGHOST: '127.0.0.1', PGPORT: String(port), PGUSER: 'app', PGDATABASE: 'app' };
  execFileSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...image, ...login },
  });
};

/** A process of the app. */
export interface AppProcess extends AsyncDisposable {
  readonly child: ChildProcess;
  /** All that it has logged, one object a line, and what it wrote to stderr. */
  readonly lines: readonly string[];
  /** Asks it to end. @returns its exit code */
  stop(): Promise<number | null>;
}

export interface Api extends AppProcess {
  readonly port: number;
  /** A request, with a JSON body where one is given. */
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  /** The status of `/health/ready`. */
  ready(): Promise<number>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** JSON where it is JSON, otherwise text. */
  readonly body: unknown;
}

type Environment = Readonly<Record<string, string>>;

const startProcess = async (file: string, env: Environment, until: string): Promise<AppProcess> => {
  const child = spawn(process.execPath, [`app/${file}`], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  createInterface(child.stderr).on('line', (line) => lines.push(line));
  const started = new Promise<void>((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`${file} ended with ${code}: ${lines.join('\n')}`)));
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.includes(`"event": "${until}"`)) resolve();
    });
  });
  await started;
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    // Not its exit: its last lines may still be on their way then.
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    child,
    lines,
    stop: () => end('SIGTERM'),
    async [Symbol.asyncDispose]() {
      await end('SIGKILL');
    },
  };
};

/** Asks until it is ready. @throws Error when it is not after a while */
export const untilReady = (api: Api): Promise<void> =>
  vi.waitUntil(async () => (await api.ready()) === 200, { timeout: 30_000, interval: 20 }).then(() => {});

export const startWorker = (env: Environment): Promise<AppProcess> =>
  startProcess('worker.ts', env, 'waiting for jobs');

export const startApi = async (env: Environment): Promise<Api> => {
  const port = await freePort();
  const api = await startProcess('server.ts', { HOST: '127.0.0.1', PORT: String(port), ...env }, 'listening');
  const ask: Api['ask'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const isJson = response.headers.get('content-type') === 'application/json';
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? await response.json() : await response.text(),
    };
  };
  return { ...api, port, ask, ready: async () => (await ask('GET', '/health/ready')).status };
};
