import { afterEach, expect, test } from 'vitest';
import { service } from '../../../../test/support/system.ts';
import { ServiceContainer } from './container.ts';
import { STATUS_FD } from './bubblewrap.ts';
import { readProc, sendSignal } from './processes.ts';

const SERVICE = service('web', { restart: { name: 'always' }, stopGraceMs: 5000 });

const started = (container: ServiceContainer): readonly number[] =>
  container.log.tail(9).map(({ text }) => Number(text));

const containers: ServiceContainer[] = [];
afterEach(async () => {
  for (const container of containers.splice(0)) {
    // Else its restart policy would start it again. One that a test has removed takes nothing more.
    await container.control('stop', 'end of the test').catch(() => {});
    for (const pid of started(container)) sendSignal(pid, 'SIGKILL');
  }
});

/** One whose program says its pid first. @param program the rest of it, anew for each start */
const running = (
  program: () => string,
  prepare: () => Promise<void>,
  stopSignal = 'SIGTERM',
): ServiceContainer => {
  const container = new ServiceContainer(
    {
      id: 'a',
      name: 'web',
      service: SERVICE,
      replica: 1,
      number: 2,
      ipAddress: '',
      argv: [],
      env: {},
      workingDir: '/',
      user: 'root',
      stopSignal,
      removal: '',
      // Each start reads it anew.
      get command() {
        const begin = `echo $$; echo '{"child-pid": '$$'} {"exit-code": 0}' >&${STATUS_FD}; exec ${STATUS_FD}>&-`;
        return { argv: ['sh', '-c', `${begin}; ${program()}`], options: [], init: false, keepsInput: false };
      },
      prepare,
    },
    () => {},
  );
  containers.push(container);
  return container;
};

/** It ends by itself the first time. @param prepare before each start, from the second on */
const crashing = (prepare: () => Promise<void>): ServiceContainer => {
  let starts = 0;
  return running(
    () => `exec sleep ${starts === 1 ? 0 : 1000}`,
    async () => {
      starts += 1;
      if (starts > 1) await prepare();
    },
  );
};

/** On a busy machine. */
const PATIENT = { timeout: 20_000 };

const alive = (pids: readonly number[]): readonly number[] =>
  pids.filter((pid) => /\) [^ZX] /.test(readProc(pid, 'stat')));

test.each([
  ['stop', 0],
  ['start', 1],
  ['restart', 1],
] as const)('%s while its restart policy starts it leaves %i process', async (action, left) => {
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const container = crashing(async () => {
    begun.resolve();
    await goOn.promise;
  });
  await container.control('start', 'test');
  await begun.promise;
  const done = container.control(action, 'test');
  goOn.resolve();
  await done;
  await expect.poll(() => started(container).length, PATIENT).toBeGreaterThan(1);
  await expect.poll(() => alive(started(container)), PATIENT).toHaveLength(left);
  expect(container.status.state).toBe(left === 0 ? 'exited' : 'running');
});

test.each([
  ['SIGQUIT', 3],
  ['SIGRTMIN+3', 37],
])('is stopped by the signal that it asks for, %s', async (stopSignal, number) => {
  const container = running(
    () => `exec bash -c 'trap "exit 7" ${number}; echo $$; while :; do sleep 0.01; done'`,
    async () => {},
    stopSignal,
  );
  await container.control('start', 'test');
  await expect.poll(() => started(container).length, PATIENT).toBe(2);
  await container.control('stop', 'test');
  expect(container.status).toMatchObject({ state: 'exited', exitCode: 7 });
});

test.each(['kill', 'stop'] as const)(
  'a container that restarts is gone when it is removed: %s',
  async (how) => {
    const [removed, other] = [crashing(async () => {}), crashing(async () => {})];
    for (const container of [removed, other]) {
      await container.control('start', 'test');
      await container.until(() => container.status.state === 'restarting', AbortSignal.timeout(20_000));
      if (container === removed) await container.remove(how, 'test');
    }
    expect(removed.status.state).toBe('exited');
    // By now the first one would be back.
    await expect.poll(() => started(other).length, PATIENT).toBe(2);
    expect(started(removed)).toHaveLength(1);
    await expect(removed.control('start', 'test')).rejects.toThrow('No such container');
  },
);
