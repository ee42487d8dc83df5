import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { callFrontEnd, type CallerOptions } from '../../../../../test/support/call-front-end.ts';
import { MemorySupervisor, preskool, service } from '../../../../../test/support/memory-supervisor.ts';

const START = new Date('2026-11-21T04:00:00Z');

let supervisor: MemorySupervisor;
const compose = (args: readonly string[], options?: CallerOptions) =>
  callFrontEnd(supervisor, ['docker', 'compose', ...args], options);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  supervisor = new MemorySupervisor();
  vi.setSystemTime(START.getTime() + 5 * 60_000);
});
afterEach(() => {
  vi.useRealTimers();
});

test('both names do the same, and the journal knows which was typed', async () => {
  const expected = {
    stdout: '',
    stderr: ' Container preskool-db  Restarting\n Container preskool-db  Started\n',
    exit: 0,
  };
  expect(await compose(['restart', 'postgres'])).toMatchObject(expected);
  expect(await callFrontEnd(supervisor, ['docker-compose', 'restart', 'postgres'])).toMatchObject(expected);
  expect(supervisor.done).toEqual([
    'restart preskool-db (docker compose restart postgres)',
    'restart preskool-db (docker-compose restart postgres)',
  ]);
});

test('restarts dependencies first, stops dependents first', async () => {
  await compose(['restart', 'backend', 'postgres']);
  await compose(['stop', 'backend', 'postgres']);
  expect(supervisor.done.map((done) => done.split(' ').slice(0, 2).join(' '))).toEqual([
    'restart preskool-db',
    'restart preskool-backend',
    'stop preskool-backend',
    'stop preskool-db',
  ]);
});

test('restarts with a service those that ask for it', async () => {
  const restart = { service: 'postgres', condition: 'service_started', restart: true } as const;
  supervisor = new MemorySupervisor({
    ...preskool,
    services: [
      ...preskool.services,
      service('reports', { dependsOn: [restart] }),
      service('mailer', { dependsOn: [{ ...restart, service: 'reports' }] }),
    ],
  });
  await compose(['restart', '--no-deps', 'postgres']);
  await compose(['restart', 'postgres']);
  expect(supervisor.done.map((done) => done.split(' ').slice(0, 2).join(' '))).toEqual([
    'restart preskool-db',
    'restart preskool-db',
    'restart preskool-reports',
    'restart preskool-mailer',
  ]);
});

test('an unknown service is refused before anything is done', async () => {
  expect(await compose(['restart', 'postgres', 'nope'])).toMatchObject({
    stderr: 'no such service: nope\n',
    exit: 1,
  });
  expect(supervisor.done).toEqual([]);
});

test('of a service behind a profile it is said how the drill has it', async () => {
  supervisor = new MemorySupervisor({
    ...preskool,
    inactive: { tool: { profiles: ['tools', 'debug'], containerName: 'preskool-tool-1' } },
  });
  expect(await compose(['--profile', 'tools', 'up', '-d', 'tool'])).toMatchObject({
    stderr:
      "docker compose: 'tool' is not available in this sandbox: it is behind the profile tools or debug; run the drill with COMPOSE_PROFILES=tools\n",
    exit: 125,
  });
  expect(await compose(['up', '-d', 'constructor'])).toMatchObject({
    stderr: 'no such service: constructor\n',
  });
});

test('all services of a profile are brought up only where the drill has them', async () => {
  supervisor = new MemorySupervisor({
    ...preskool,
    inactive: { tool: { profiles: ['tools', 'debug'], containerName: 'preskool-tool-1' } },
  });
  const absent = { exit: 125, refused: [expect.stringContaining("'tool'") as string] };
  expect(await compose(['--profile', 'debug', 'up', '-d'])).toMatchObject(absent);
  expect(await compose(['--profile', '*', 'up', '-d'])).toMatchObject(absent);
  expect(await compose(['up', '-d'], { env: { COMPOSE_PROFILES: 'web,tools' } })).toMatchObject(absent);
  expect(supervisor.done).toEqual([]);
  expect(await compose(['--profile', 'web', 'up', '-d'])).toMatchObject({ exit: 0 });
  expect(await compose(['--profile', 'tools', 'up', '-d', 'redis'])).toMatchObject({ exit: 0 });
  expect(await compose(['--profile', 'tools', 'ps'], { env: { COMPOSE_FILE: '' } })).toMatchObject({
    exit: 0,
  });
});

test('ps shows services by name, those that run', async () => {
  supervisor.change('redis', { state: 'exited', exitCode: 1 });
  supervisor.change('postgres', { health: 'unhealthy' });
  expect((await compose(['ps'])).stdout).toMatchInlineSnapshot(`
    "NAME               IMAGE              COMMAND                  SERVICE    CREATED         STATUS                     PORTS
    preskool-backend   preskool-backend   "backend-server --po…"   backend    5 minutes ago   Up 5 minutes               
    preskool-db        postgres:16        "postgres-server --p…"   postgres   5 minutes ago   Up 5 minutes (unhealthy)   0.0.0.0:5432->5432/tcp, [::]:5432->5432/tcp
    "
  `);
  expect((await compose(['ps', '--services', '--status', 'exited'])).stdout).toBe('redis\n');
  expect((await compose(['ps', '-a', '--format', '{{.Service}} {{.State}} {{.ExitCode}}'])).stdout).toBe(
    'backend running 0\npostgres running 0\nredis exited 1\n',
  );
});

const at = (minute: number, text: string, stream: 'stdout' | 'stderr' = 'stdout') => ({
  stream,
  time: new Date(START.getTime() + minute * 60_000),
  text,
});

describe('logs', () => {
  beforeEach(() => {
    supervisor.lines.set('postgres', [at(0, 'ready'), at(4, 'checkpoint', 'stderr')]);
    supervisor.lines.set('backend', [at(1, 'listening')]);
  });

  test('carry a prefix, on stdout', async () => {
    expect(await compose(['logs', '--tail=50', 'postgres', 'backend'])).toMatchObject({
      stdout: expect.stringContaining('preskool-db       | checkpoint\n') as string,
      stderr: '',
    });
    expect((await compose(['logs', 'backend'])).stdout).toBe('preskool-backend  | listening\n');
  });

  test('can be bounded in time', async () => {
    expect((await compose(['logs', '--since', '2m', '--no-log-prefix'])).stdout).toBe('checkpoint\n');
    expect((await compose(['logs', '--since', 'yesterday'])).exit).toBe(1);
  });

  test('of several services end when the caller goes', async () => {
    const caller = new AbortController();
    const call = compose(['logs', '-f'], { signal: caller.signal });
    caller.abort();
    expect((await call).stdout).toContain('listening');
  });
});

describe('exec', () => {
  test('needs no terminal in a pipe, and keeps the input', async () => {
    const { exec } = await compose(['exec', '-T', 'postgres', 'psql', '-c', 'SELECT 1']);
    expect(exec?.slice(0, 3)).toEqual(['/bin/sh', '-c', 'exec "$@"']);
    expect((await compose(['exec', '-it', 'postgres', 'psql'])).exec).toBeDefined();
    expect(await compose(['exec', 'postgres', 'psql'], { stdoutIsTerminal: true })).toMatchObject({
      stderr: 'the input device is not a TTY\n',
      exit: 1,
    });
  });

  test('is refused where the service does not run', async () => {
    supervisor.change('postgres', { state: 'exited' });
    const refused = { stderr: 'service "postgres" is not running\n', exit: 1 };
    expect(await compose(['exec', 'postgres', 'psql'])).toMatchObject(refused);
  });
});

describe('up', () => {
  test('starts what is down and says what runs', async () => {
    supervisor.change('postgres', { state: 'exited', exitCode: 137 });
    expect((await compose(['up', '-d'])).stderr).toBe(
      [
        ' Container preskool-db  Starting',
        ' Container preskool-db  Started',
        ' Container preskool-redis  Running',
        ' Container preskool-backend  Running',
        '',
      ].join('\n'),
    );
  });

  test('scales', async () => {
    expect((await compose(['up', '-d', '--scale', 'backend=2', 'backend'])).stderr).toContain(
      ' Container preskool-backend-2  Creating\n',
    );
    expect((await compose(['scale', 'backend=1'])).stderr).toContain(
      ' Container preskool-backend-2  Removed\n',
    );
    expect((await compose(['up', '-d', '--scale', 'nope=2'])).stderr).toBe('no such service: nope\n');
    expect((await compose(['up', '-d', '--scale', 'backend'])).stderr).toBe(
      'invalid scale specifier: backend\n',
    );
  });

  test('recreates', async () => {
    expect((await compose(['up', '-d', '--force-recreate', '--no-deps', 'redis'])).stderr).toBe(
      ' Container preskool-redis  Recreate\n Container preskool-redis  Recreated\n' +
        ' Container preskool-redis  Starting\n Container preskool-redis  Started\n',
    );
  });

  test('recreates what is named, and not what that depends on', async () => {
    const { stderr } = await compose(['up', '-d', '--force-recreate', 'backend']);
    expect(stderr).toContain(' Container preskool-backend  Recreated\n');
    expect(stderr.match(/(\S+)  Recreated/g)).toEqual(['preskool-backend  Recreated']);
  });

  test('in the foreground stops the containers when it ends', async () => {
    const caller = new AbortController();
    const call = compose(['up', 'redis'], { signal: caller.signal });
    caller.abort();
    await call;
    expect(supervisor.done.at(-1)).toBe('stop preskool-redis (docker compose up redis)');
  });
});

test('down removes everything, once', async () => {
  const { stderr } = await compose(['down', '-v']);
  expect(stderr).toContain(' Container preskool-backend  Stopped\n');
  expect(stderr).toContain(' Volume preskool_pgdata  Removed\n');
  expect(stderr).toContain(' Network preskool_default  Removed\n');
  expect(supervisor.containers()).toEqual([]);
  expect((await compose(['down'])).stderr).toBe(
    'Warning: No resource found to remove for project "preskool".\n',
  );
});

test('rm asks', async () => {
  supervisor.change('redis', { state: 'exited' });
  await compose(['rm'], { stdin: 'n\n' });
  expect(supervisor.containers()).toHaveLength(3);
  await compose(['rm'], { stdin: 'y\n' });
  expect(supervisor.containers()).toHaveLength(2);
});

describe('the project', () => {
  test('is found from its folder and below, and by its name and file', async () => {
    expect((await compose(['ps'], { cwd: '/srv/preskool/sub' })).exit).toBe(0);
    expect((await compose(['-p', 'preskool', 'ps'], { cwd: '/' })).exit).toBe(0);
    expect((await compose(['-f', 'preskool/compose.yaml', 'ps'], { cwd: '/srv' })).exit).toBe(0);
    expect((await compose(['--project-directory', '/srv/preskool', 'ps'], { cwd: '/' })).exit).toBe(0);
  });

  test('is the only one', async () => {
    expect(await compose(['ps'], { cwd: '/srv' })).toMatchObject({
      stderr: 'no configuration file provided: not found\n',
      exit: 14,
    });
    expect((await compose(['-f', 'prod.yml', 'up', '-d'])).exit).toBe(125);
    expect((await compose(['-p', 'other', 'down'])).exit).toBe(125);
    expect(supervisor.done).toEqual([]);
  });
});

test('what it does not have ends with 125 and says so', async () => {
  expect((await compose(['build'])).stderr).toMatch(
    /^docker compose: 'build' is not available in this sandbox: /,
  );
  expect((await compose(['bogus'])).exit).toBe(125);
  expect((await compose(['up', '--bogus'])).exit).toBe(125);
});
