import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { callFrontEnd } from '../../../../../test/support/call-front-end.ts';
import { MemorySupervisor } from '../../../../../test/support/memory-supervisor.ts';

const START = new Date('2026-11-21T04:00:00Z');

let supervisor: MemorySupervisor;
const docker = (...args: readonly string[]) => callFrontEnd(supervisor, ['docker', ...args]);
const names = async (...args: readonly string[]) =>
  (await docker('ps', ...args, '--format', '{{.Names}}')).stdout;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  supervisor = new MemorySupervisor();
  vi.setSystemTime(START.getTime() + 5 * 60_000);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('ps', () => {
  test('lists what runs', async () => {
    supervisor.change('postgres', { health: 'healthy' });
    supervisor.change('redis', { state: 'exited', exitCode: 137 });
    expect((await docker('ps')).stdout).toMatchInlineSnapshot(`
      "CONTAINER ID   IMAGE              COMMAND                  CREATED         STATUS                   PORTS                                         NAMES
      c919eda5dfb9   preskool-backend   "backend-server --po…"   5 minutes ago   Up 5 minutes                                                           preskool-backend
      76e2295295bc   postgres:16        "postgres-server --p…"   5 minutes ago   Up 5 minutes (healthy)   0.0.0.0:5432->5432/tcp, [::]:5432->5432/tcp   preskool-db
      "
    `);
  });

  test('lists what was stopped too', async () => {
    supervisor.change('redis', { state: 'exited', exitCode: 137 });
    expect((await docker('ps', '-a', '--format', String.raw`table {{.Names}}\t{{.Status}}`)).stdout)
      .toMatchInlineSnapshot(`
      "NAMES              STATUS
      preskool-backend   Up 5 minutes
      preskool-redis     Exited (137) Less than a second ago
      preskool-db        Up 5 minutes
      "
    `);
  });

  test('prints only ids, or what a template says', async () => {
    expect((await docker('ps', '-q', '--filter', 'name=preskool-db')).stdout).toMatch(/^[0-9a-f]{12}\n$/);
    expect((await docker('ps', '--format', '{{.Names | upper}}', '-l')).stdout).toBe('PRESKOOL-BACKEND\n');
  });

  test('shows what has ended where a state is asked for, not an exit code alone', async () => {
    supervisor.change('redis', { state: 'exited', exitCode: 137 });
    expect(await names('-f', 'status=exited')).toBe('preskool-redis\n');
    expect(await names('-a', '-f', 'exited=137')).toBe('preskool-redis\n');
    expect(await names('-f', 'exited=137')).toBe('');
  });

  test('refuses a state that there is not', async () => {
    expect(await docker('ps', '-f', 'status=up')).toMatchObject({
      stdout: '',
      stderr: expect.stringContaining("invalid filter 'status=up'"),
      exit: 1,
    });
  });
});

test('logs go to the stream that they were written to', async () => {
  const time = new Date(START);
  supervisor.lines.set('postgres', [
    { stream: 'stderr', time, text: 'starting' },
    { stream: 'stdout', time, text: 'ready' },
  ]);
  expect(await docker('logs', 'preskool-db', '--tail', '50')).toMatchObject({
    stdout: 'ready\n',
    stderr: 'starting\n',
    exit: 0,
  });
  expect((await docker('logs', '-t', '--tail=1', 'preskool-db')).stdout).toBe(
    '2026-11-21T04:00:00.000000000Z ready\n',
  );
  expect((await docker('logs', '--since', '1m', 'preskool-db')).stdout).toBe('');
});

describe('exec', () => {
  test('becomes the program in the container', async () => {
    const { exec } = await docker('exec', '-i', '-e', 'A=b', 'preskool-db', 'psql', '-U', 'preskool');
    expect(exec?.slice(0, 3)).toEqual(['/bin/sh', '-c', 'exec "$@"']);
    expect(exec?.slice(4, 7)).toEqual(['/usr/bin/env', 'CONTAINER=preskool-db', 'A=b']);
    expect(exec?.slice(-3)).toEqual(['psql', '-U', 'preskool']);
  });

  test('is refused without a terminal, and where nothing runs', async () => {
    expect(await docker('exec', '-it', 'preskool-db', 'psql')).toMatchObject({
      stderr: 'the input device is not a TTY\n',
      exit: 1,
    });
    supervisor.change('postgres', { state: 'exited' });
    const { id } = supervisor.containers().find(({ name }) => name === 'preskool-db') ?? {};
    expect(await docker('exec', 'preskool-db', 'psql')).toMatchObject({
      stderr: `Error response from daemon: container ${id} is not running\n`,
      exit: 1,
    });
  });
});

test('restart, stop, start, kill, pause and unpause print what they were told', async () => {
  for (const verb of ['restart', 'pause', 'unpause', 'kill', 'start', 'stop'])
    expect(await docker(verb, 'preskool-db')).toMatchObject({ stdout: 'preskool-db\n', stderr: '', exit: 0 });
  await docker('restart', '-t', '3', 'preskool-db');
  await docker('kill', '-s', 'HUP', 'preskool-db');
  expect(supervisor.done).toEqual([
    'restart preskool-db (docker restart preskool-db)',
    'pause preskool-db (docker pause preskool-db)',
    'unpause preskool-db (docker unpause preskool-db)',
    'kill SIGKILL preskool-db (docker kill preskool-db)',
    'start preskool-db (docker start preskool-db)',
    'stop preskool-db (docker stop preskool-db)',
    'restart 3000ms preskool-db (docker restart -t 3 preskool-db)',
    'kill SIGHUP preskool-db (docker kill -s HUP preskool-db)',
  ]);
});

test('a container that does not exist does not keep the others from being restarted', async () => {
  expect(await docker('restart', 'nope', 'preskool-db')).toMatchObject({
    stdout: 'preskool-db\n',
    stderr: 'Error response from daemon: No such container: nope\n',
    exit: 1,
  });
});

test('inspect answers templates and JSON', async () => {
  supervisor.change('postgres', { state: 'exited', exitCode: 137, oomKilled: true });
  const format = '{{.Name}} {{.State.OOMKilled}} {{json .State.ExitCode}}';
  expect((await docker('inspect', '--format', format, 'preskool-db')).stdout).toBe('/preskool-db true 137\n');
  const whole = JSON.parse((await docker('inspect', 'preskool-db')).stdout) as {
    State: { Status: string };
  }[];
  expect(whole[0]?.State.Status).toBe('exited');
  expect(await docker('inspect', 'nope')).toMatchObject({
    stdout: '[]\n',
    stderr: 'Error: No such object: nope\n',
    exit: 1,
  });
});

test('what it does not have ends with 125 and says so', async () => {
  expect(await docker('run', '--rm', 'alpine')).toMatchObject({
    stderr: expect.stringMatching(/^docker: 'run' is not available in this sandbox: /) as string,
    exit: 125,
  });
  expect((await docker('bogus')).exit).toBe(125);
  expect((await docker('volume', 'bogus')).exit).toBe(125);
  expect((await docker('ps', '--bogus')).exit).toBe(125);
  expect((await docker('-H', 'tcp://prod', 'ps')).exit).toBe(125);
});

test('the journal is told of what the real one has, and of no slip of the pen', async () => {
  for (const args of [
    ['run', 'alpine'],
    ['container', 'rename', 'a', 'b'],
    ['image', 'pull', 'alpine'],
    ['network', 'rm', 'a'],
    ['-H', 'tcp://prod', 'ps'],
    ['compose', 'pull'],
  ])
    expect((await docker(...args)).refused).toEqual([
      expect.stringMatching(/^docker(?: \w+)?: '.+' is not available in this sandbox: /),
    ]);
  for (const args of [['bogus'], ['volume', 'bogus'], ['ps', '--bogus'], ['restart', 'nope'], ['ps']])
    expect((await docker(...args)).refused).toEqual([]);
});
