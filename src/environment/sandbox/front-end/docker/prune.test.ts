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

test('volume prune of all is not done where a named volume is left over', async () => {
  expect(await docker('volume prune -af')).toMatchObject({ exit: 0, refused: [] });
  await docker('rm -f preskool-db');
  expect(await docker('volume prune -af')).toMatchObject({ exit: 125, refused: [expect.any(String)] });
});

test('stats go on until the caller is gone', async () => {
  const caller = new AbortController();
  const call = callFrontEnd(supervisor, ['docker', 'stats', 'preskool-db'], { signal: caller.signal });
  caller.abort();
  expect((await call).stdout).toMatch(/^CONTAINER ID .*\n\w{12} /);
});
