import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { readProc, sendSignal } from '../../src/environment/sandbox/agent/processes.ts';
import { freePort } from './free-port.ts';
import { asRoot, unprivileged, UNPRIVILEGED } from './unprivileged.ts';

/** A real server on a free loopback port. Ends, and leaves nothing, when disposed of. */
export interface StartedServer extends AsyncDisposable {
  readonly port: number;
  /** Ends the process as a crash does, and starts it again on the same data and port. */
  restart(): Promise<void>;
  /** SIGSTOP and SIGCONT: its port still takes connections, and nobody answers. */
  pause(paused: boolean): void;
  /** SIGKILL; resolves when nothing of it runs. `restart` brings it back. */
  kill(): Promise<void>;
}

const find = (program: string, folders: readonly string[]): string | undefined =>
  [...(process.env['PATH'] ?? '').split(delimiter), ...folders]
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path));

const initdb = find('initdb', globSync('/usr/lib/postgresql/*/bin'));
const postgres = find('postgres', globSync('/usr/lib/postgresql/*/bin'));
const redis = find('redis-server', []) ?? find('valkey-server', []);

/** What is missing on this machine; `undefined` when nothing is. */
export const missingServers = (): string | undefined => {
  if (initdb === undefined || postgres === undefined) return 'no PostgreSQL server';
  return redis === undefined ? 'no Redis server' : undefined;
};

const makeFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-test-'));
  await chmod(folder, 0o700);
  if (asRoot) await chown(folder, UNPRIVILEGED, UNPRIVILEGED);
  return folder;
};

/** A new PostgreSQL with the superuser `app` and the database `app`. */
export const startPostgres = async (): Promise<StartedServer> => {
  const folder = await makeFolder();
  const [program = '', ...args] = unprivileged([
    initdb as string,
    '-D',
    folder,
    '-U',
    'app',
    '-A',
    'trust',
    '--no-sync',
  ]);
  const made = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const port = await freePort();
  const argv = [postgres as string, '-D', folder, '-p', `${port}`, '-k', folder, '-h', '127.0.0.1', '-F'];
  const server = await start(unprivileged(argv), port, folder, postgresAnswers);
  const created = spawnSync('createdb', ['-h', '127.0.0.1', '-p', `${port}`, '-U', 'app', 'app'], {
    encoding: 'utf8',
  });
  if (created.status !== 0) throw new Error(`createdb: ${created.stderr}`);
  return server;
};

export const startRedis = async (...options: readonly string[]): Promise<StartedServer> => {
  const folder = await makeFolder();
  const port = await freePort();
  const argv = [
    redis as string,
    '--port',
    `${port}`,
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    ...options,
  ];
  return start(unprivileged(argv), port, folder, redisAnswers);
};

type Answers = (port: number) => Promise<boolean>;

const start = async (
  [program = '', ...args]: readonly string[],
  port: number,
  folder: string,
  answers: Answers,
): Promise<StartedServer> => {
  const launch = async (): Promise<ChildProcess> => {
    const child = spawn(program, args, { cwd: folder, stdio: 'ignore' });
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return child;
  };
  let child = await launch();
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    stop(child);
    const children = childrenOf(child.pid);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    // PostgreSQL's end by themselves, and until then another server cannot have the folder.
    while (children.some(lives)) await new Promise(setImmediate);
  };
  return {
    port,
    kill,
    pause: (paused) => {
      if (paused) stop(child);
      else child.kill('SIGCONT');
      // One may have ended since.
      for (const pid of childrenOf(child.pid)) sendSignal(Number(pid), paused ? 'SIGSTOP' : 'SIGCONT');
    },
    async restart() {
      await kill();
      child = await launch();
    },
    async [Symbol.asyncDispose]() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Only once it is stopped it has no more children. */
const stop = (child: ChildProcess): void => {
  child.kill('SIGSTOP');
  while (runs(child.pid)) continue;
};

const runs = (pid: number | undefined): boolean => /\) [RSD] /.test(readProc(pid ?? 0, 'stat'));

/** A zombie holds nothing any more, and may wait long for whoever reaps it. */
const lives = (pid: string): boolean => /\) [^ZX] /.test(readProc(Number(pid), 'stat'));

const childrenOf = (pid: number | undefined): readonly string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((child) => child !== '');

/** What comes back for these bytes; empty when nobody answers. */
const exchange = async (port: number, bytes: Uint8Array): Promise<string> => {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write(bytes);
    const [data] = (await once(socket, 'data', { signal: AbortSignal.timeout(1000) })) as [Buffer];
    return data.toString('latin1');
  } catch {
    return '';
  } finally {
    socket.destroy();
  }
};

const redisAnswers: Answers = async (port) => (await exchange(port, Buffer.from('PING\r\n'))) !== '';

/** A start-up message as user `app`: while it starts it answers with an error of class 57. */
const postgresAnswers: Answers = async (port) => {
  const names = Buffer.from('user\0app\0database\0postgres\0\0');
  const head = Buffer.from([0, 0, 0, names.length + 8, 0, 3, 0, 0]);
  const answer = await exchange(port, Buffer.concat([head, names]));
  return answer.startsWith('R');
};
