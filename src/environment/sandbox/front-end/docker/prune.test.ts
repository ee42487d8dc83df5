import { beforeEach, expect, test } from 'vitest';
import { callFrontEnd } from '../../../../../test/support/call-front-end.ts';
import { MemorySupervisor } from '../../../../../test/support/memory-supervisor.ts';

let supervisor: MemorySupervisor;
const docker = (line: string, stdin = '') =>
  callFrontEnd(supervisor, ['docker', ...line.split(' ')], { stdin });
const names = () => supervisor.containers().map(({ name }) => name);

beforeEach(() => {
  supervisor = new MemorySupervisor();
  supervisor.change('redis', { state: 'exited', exitCode: 137 });
});

test('without an answer, or with no, nothing is removed', async () => {
  for (const answer of ['', 'n\n', 'maybe\n']) {
    const { stdout, exit } = await docker('system prune -a --volumes', answer);
    expect(stdout).toMatch(/Are you sure you want to continue\? \[y\/N\] $/);
    expect(exit).toBe(0);
  }
  expect(names()).toContain('preskool-redis');
});

test('with yes, or by force, the stopped containers go', async () => {
  expect((await docker('container prune', 'y\n')).stdout).toContain('Deleted Containers:\n');
  expect(names()).toEqual(['preskool-backend', 'preskool-db']);
  supervisor.change('backend', { state: 'exited' });
  await docker('system prune -af');
  expect(names()).toEqual(['preskool-db']);
});

test('volume prune keeps named volumes and containers', async () => {
  expect((await docker('volume prune -f')).stdout).toBe('Total reclaimed space: 0B\n');
  expect(names()).toHaveLength(3);
});

test('volume prune of all removes the named volumes that no container has', async () => {
  const names = async () => (await docker('volume ls -q')).stdout;
  expect((await docker('volume prune -af')).stdout).toBe('Total reclaimed space: 0B\n');
  await docker('rm -f preskool-db');
  expect((await docker('volume prune -f')).stdout).toBe('Total reclaimed space: 0B\n');
  expect(await names()).toBe('preskool_pgdata\n');
  expect((await docker('volume prune -af')).stdout).toBe(
    'Deleted Volumes:\npreskool_pgdata\n\nTotal reclaimed space: 0B\n',
  );
  expect(await names()).toBe('');
});

test('volume rm removes what no container has, and says why not', async () => {
  const id = supervisor.containers().find(({ name }) => name === 'preskool-db')?.id;
  expect(await docker('volume rm preskool_pgdata nope')).toMatchObject({
    stdout: '',
    stderr:
      `Error response from daemon: remove preskool_pgdata: volume is in use - [${id}]\n` +
      'Error response from daemon: get nope: no such volume\n',
    exit: 1,
  });
  await docker('rm -f preskool-db');
  expect(await docker('volume rm preskool_pgdata')).toMatchObject({ stdout: 'preskool_pgdata\n', exit: 0 });
  expect((await docker('volume inspect preskool_pgdata')).exit).toBe(1);
  expect((await docker('volume rm preskool_pgdata')).exit).toBe(1);
  expect(await docker('volume rm -f preskool_pgdata')).toMatchObject({ exit: 0 });
  expect(await docker('volume create preskool_pgdata')).toMatchObject({
    stdout: 'preskool_pgdata\n',
    exit: 0,
  });
  expect(await docker('volume create another')).toMatchObject({ exit: 125, refused: [expect.any(String)] });
});

test('down -v removes the volumes also where the containers have gone before', async () => {
  await docker('compose down');
  expect((await docker('volume ls -q')).stdout).toBe('preskool_pgdata\n');
  expect((await docker('compose down -v')).stderr).toContain('Volume preskool_pgdata  Removed');
  expect((await docker('volume ls -q')).stdout).toBe('');
  expect((await docker('compose down -v')).stderr).toContain('No resource found');
});

test('stats go on until the caller is gone', async () => {
  const caller = new AbortController();
  const call = callFrontEnd(supervisor, ['docker', 'stats', 'preskool-db'], { signal: caller.signal });
  caller.abort();
  expect((await call).stdout).toMatch(/^CONTAINER ID .*\n\w{12} /);
});
