import { expect, test } from 'vitest';
import { service } from '../../test/support/system.ts';
import type { Service } from '../compose/model.ts';
import type { ServiceStatus } from './model.ts';
import { Notices } from './notices.ts';
import { startInOrder, type Startable } from './start-order.ts';

const CHECK = { healthcheck: { test: { shell: 'true' } } as never };

/** What becomes of each container as soon as it is started. */
const containers = (ends: readonly (readonly [Service, readonly Partial<ServiceStatus>[]])[]): Startable[] =>
  ends.map(([declared, states]) => {
    const notices = new Notices();
    const status: ServiceStatus = { state: 'created', oomKilled: false, restarts: 0 };
    return {
      service: declared,
      status,
      control: async () => {
        for (const state of states) {
          Object.assign(status, state);
          notices.tell();
        }
      },
      until: async (condition, signal) => {
        while (!condition()) {
          signal.throwIfAborted();
          await notices.next(signal);
        }
      },
      lastLines: async () => [],
    };
  });

const RUNS = [{ state: 'running' as const }];
const ends = (exitCode: number) => [...RUNS, { state: 'exited' as const, exitCode }];

const start = (all: readonly Startable[], mayEnd?: boolean): Promise<void> =>
  startInOrder({
    start: all,
    all,
    cause: 'test',
    wait: true,
    signal: AbortSignal.timeout(5000),
    ...(mayEnd !== undefined && { mayEnd }),
  });

test('a job that has ended well is ready, though nobody waits for it', async () => {
  const all = containers([
    [service('app'), RUNS],
    [service('seed'), ends(0)],
  ]);
  await expect(start(all)).resolves.toBeUndefined();
});

test('one that has failed is not', async () => {
  const all = containers([
    [service('app'), RUNS],
    [service('seed'), ends(1)],
  ]);
  await expect(start(all)).rejects.toMatchObject({
    code: 'service-not-ready',
    message: expect.stringContaining('it ended with exit code 1'),
  });
});

test('one with a health check is to run on, and it is said what to do', async () => {
  await expect(start(containers([[service('app', CHECK), ends(0)]]))).rejects.toMatchObject({
    code: 'service-not-ready',
    hint: expect.stringContaining('service_completed_successfully'),
  });
});

test('Compose’s own --wait refuses what has ended', async () => {
  await expect(start(containers([[service('seed'), ends(0)]]), false)).rejects.toThrow('exit code 0');
});
