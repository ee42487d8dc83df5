import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { callFrontEnd, type CallerOptions } from '../../../../../test/support/call-front-end.ts';
import { MemorySupervisor } from '../../../../../test/support/memory-supervisor.ts';

const START = new Date('2026-11-21T04:00:00Z');

let supervisor: MemorySupervisor;
const call = (line: string, options?: CallerOptions) => callFrontEnd(supervisor, line.split(' '), options);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  supervisor = new MemorySupervisor();
  supervisor.lines.set('postgres', [
    { stream: 'stderr', time: new Date(START), text: 'starting' },
    { stream: 'stderr', time: new Date(START.getTime() + 60_000), text: 'ready' },
  ]);
  vi.setSystemTime(START.getTime() + 5 * 60_000);
});
afterEach(() => {
  vi.useRealTimers();
});

describe('systemctl', () => {
  test('a unit is the service that its name means', async () => {
    for (const unit of [
      'postgresql',
      'postgresql.service',
      'postgresql@16-main',
      'preskool-db',
      'redis-server',
      'backend',
    ])
      expect(await call(`systemctl restart ${unit}`)).toMatchObject({ stdout: '', stderr: '', exit: 0 });
    expect(supervisor.done.map((done) => done.split(' ')[1])).toEqual([
      'preskool-db',
      'preskool-db',
      'preskool-db',
      'preskool-db',
      'preskool-redis',
      'preskool-backend',
    ]);
  });

  test('an unknown unit is not found', async () => {
    expect(await call('systemctl restart nope')).toMatchObject({
      stderr: 'Failed to restart nope.service: Unit nope.service not found.\n',
      exit: 5,
    });
    expect(await call('systemctl status nope')).toMatchObject({
      stderr: 'Unit nope.service could not be found.\n',
      exit: 4,
    });
    expect(await call('systemctl is-active nope')).toMatchObject({ stdout: 'inactive\n', exit: 3 });
  });

  test('says how a service ended', async () => {
    expect(await call('systemctl is-active postgresql')).toMatchObject({ stdout: 'active\n', exit: 0 });
    supervisor.change('postgres', { state: 'exited', exitCode: 137 });
    expect(await call('systemctl is-active postgresql')).toMatchObject({ stdout: 'failed\n', exit: 3 });
    await call('systemctl start postgresql');
    await call('systemctl stop postgresql');
    expect(await call('systemctl is-active postgresql')).toMatchObject({ stdout: 'inactive\n', exit: 3 });
  });

  test('status shows state, process and last lines', async () => {
    const { stdout, exit } = await call('systemctl status postgresql --no-pager');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^● postgresql.service - postgres:16\n/);
    expect(stdout).toContain(
      '     Active: active (running) since Sat 2026-11-21 04:00:00 UTC; 5 minutes ago\n',
    );
    expect(stdout).toMatch(/preskool postgres\[\d+\]: ready\n$/);
  });

  test('reload is a signal', async () => {
    await call('systemctl reload postgresql');
    expect(supervisor.done).toEqual(['kill SIGHUP preskool-db (systemctl reload postgresql)']);
  });

  test('what it does not have ends with 125', async () => {
    expect((await call('systemctl mask redis')).stderr).toContain(
      "systemctl: 'mask' is not available in this sandbox",
    );
    expect((await call('systemctl bogus')).exit).toBe(125);
    expect((await call('systemctl --bogus')).exit).toBe(125);
  });
});

test('service hands over to systemctl', async () => {
  expect((await call('service redis-server restart')).exit).toBe(0);
  expect(supervisor.done).toEqual(['restart preskool-redis (service redis-server restart)']);
  expect(await call('service nope restart')).toMatchObject({
    stderr: 'nope: unrecognized service\n',
    exit: 1,
  });
});

const since = (when: string) =>
  callFrontEnd(supervisor, ['journalctl', '-u', 'postgresql', '-o', 'cat', '--since', when]);

describe('journalctl', () => {
  test('shows what a service wrote', async () => {
    const { stdout } = await call('journalctl -u postgresql -n 1 --no-pager');
    expect(stdout).toMatch(/^Nov 21 \d\d:01:00 preskool postgres\[\d+\]: ready\n$/);
    expect((await call('journalctl -u postgresql -o cat -r')).stdout).toBe('ready\nstarting\n');
    expect((await call('journalctl -u nope')).stdout).toBe('-- No entries --\n');
  });

  test('can be bounded in time', async () => {
    expect((await since('4 minutes ago')).stdout).toBe('ready\n');
    expect((await since('-1h')).stdout).toBe('starting\nready\n');
    expect((await since('2 days ago')).stdout).toBe('starting\nready\n');
    expect((await since('the day before')).exit).toBe(1);
  });
});

describe('pm2', () => {
  test('restarts the app that a name means', async () => {
    const { stdout, exit } = await call('pm2 restart preskool-backend');
    expect(exit).toBe(0);
    expect(stdout).toContain(
      '[PM2] Applying action restartProcessId on app [preskool-backend](ids: [ 0 ])\n',
    );
    expect(stdout).toContain('[PM2] [preskool-backend](0) ✓\n');
    expect(supervisor.done).toEqual(['restart preskool-backend (pm2 restart preskool-backend)']);
  });

  test('does not know the database', async () => {
    expect(await call('pm2 restart nope')).toMatchObject({
      stderr: '[PM2][ERROR] Process or Namespace nope not found\n',
      exit: 1,
    });
    expect((await call('pm2 restart postgres')).exit).toBe(1);
  });

  test('lists', async () => {
    expect((await call('pm2 list')).stdout).toMatchInlineSnapshot(`
      "┌─────┬────────────┬─────────────┬─────────┬─────────┬──────────┬────────┬──────┬───────────┬──────────┬──────────┬──────────┬──────────┐
      │ id  │ name       │ namespace   │ version │ mode    │ pid      │ uptime │ ↺    │ status    │ cpu      │ mem      │ user     │ watching │
      ├─────┼────────────┼─────────────┼─────────┼─────────┼──────────┼────────┼──────┼───────────┼──────────┼──────────┼──────────┼──────────┤
      │ 0   │ backend    │ default     │ N/A     │ fork    │ 4003     │ 5m     │ 0    │ online    │ 1%       │ 25.5mb   │ root     │ disabled │
      └─────┴────────────┴─────────────┴─────────┴─────────┴──────────┴────────┴──────┴───────────┴──────────┴──────────┴──────────┴──────────┘
      "
    `);
    expect(JSON.parse((await call('pm2 jlist')).stdout)).toMatchObject([{ name: 'backend', pm_id: 0 }]);
  });

  test('shows logs', async () => {
    supervisor.lines.set('backend', [{ stream: 'stdout', time: new Date(START), text: 'listening' }]);
    expect((await call('pm2 logs backend --lines 100 --nostream')).stdout).toBe(
      '[TAILING] Tailing last 100 lines for [backend] process (change the value with --lines option)\n0|backend  | listening\n',
    );
  });

  test('what it does not have ends with 125', async () => {
    expect((await call('pm2 monit')).exit).toBe(125);
    expect((await call('pm2 bogus')).exit).toBe(125);
  });
});
