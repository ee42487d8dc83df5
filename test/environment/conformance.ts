import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Backend, Capability, ServiceChange, StartedEnvironment } from '../../src/environment/model.ts';
import { get, peer } from './answers.ts';
import { operatorsPlaceIn } from './operators-place-in.ts';
import { programsInServices } from './programs-in-services.ts';
import { probesInServices } from './probes-in-services.ts';
import { fixtureSystem } from './systems.ts';

/** What every backend does, with real servers. */
export const conformance = (backend: Backend): void => {
  /** What a backend does not say that it can is not asked of it. */
  const given = (capability: Capability): ((name: string, body: () => Promise<void>) => void) =>
    backend.capabilities.has(capability) ? test : () => {};

  const start = async (
    name: string,
    onService: (change: ServiceChange) => void = () => {},
    movableClocks: readonly string[] = [],
  ): Promise<StartedEnvironment> =>
    backend.start(await fixtureSystem(name), {
      signal: new AbortController().signal,
      onService,
      movableClocks,
    });

  describe('a system of stores and apps', () => {
    const changes: ServiceChange[] = [];
    let environment: StartedEnvironment;
    beforeAll(async () => {
      environment = await start(
        'sandbox-stores',
        (change) => changes.push(change),
        backend.capabilities.has('clock') ? ['postgres'] : [],
      );
    });
    afterAll(() => environment[Symbol.asyncDispose]());

    const psql = async (sql: string): Promise<string> => {
      const result = await environment.exec('postgres', ['psql', '-U', 'shop', '-Atc', sql]);
      expect(result).toMatchObject({ exitCode: 0, stderr: '' });
      return result.stdout.trim();
    };
    const healthy = (service: string): Promise<void> =>
      expect.poll(() => environment.status(service)).toMatchObject({ health: 'healthy', state: 'healthy' });

    const clockOffset = async (): Promise<number> => {
      const moved = await psql('select extract(epoch from now())');
      return Number(moved) - Date.now() / 1000;
    };

    test('is ready when all is healthy, and starts in the order of the dependencies', async () => {
      for (const service of ['postgres', 'redis', 'app']) {
        expect(await environment.status(service)).toMatchObject({ state: 'healthy', restarts: 0 });
      }
      expect(await environment.status('worker')).toMatchObject({ state: 'running' });
      const seen = changes.map(({ service, state }) => `${service} ${state}`);
      expect(seen.indexOf('app starting')).toBeGreaterThan(seen.indexOf('postgres healthy'));
      expect(seen.indexOf('app starting')).toBeGreaterThan(seen.indexOf('redis healthy'));
    });

    test('names lead to the other services, stores through the proxy', async () => {
      expect(await peer(environment, 'postgres', 5432)).toMatch(/^connected/);
      expect(await peer(environment, 'shop-redis', 6379)).toMatch(/^connected/);
      expect(await peer(environment, 'worker', 3000)).toMatch(/^connected/);
      expect(await peer(environment, 'cache', 6379)).toMatch(/^connected/);
      expect(await peer(environment, 'jobs', 3000)).toMatch(/^connected/);
      (await environment.dial('jobs', 3000)).destroy();
    });

    test('localhost is a service’s own, so that two can listen on one port', async () => {
      expect(await peer(environment, 'localhost', 5432)).toBe('ECONNREFUSED');
      expect(await peer(environment, 'localhost', 3000)).toMatch(/^connected/);
    });

    test('dial opens published ports on localhost, and any port of a service', async () => {
      expect(await get(await environment.dial('localhost', 8000), '/health')).toBe('ok');
      expect(await get(await environment.dial('worker', 3000), '/health')).toBe('ok');
      await expect(environment.dial('localhost', 3000)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      await expect(environment.dial('app', 1)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    });

    programsInServices(() => environment);
    probesInServices(() => environment);

    test('logs are the last lines of both streams', async () => {
      expect(await environment.logs('app', 1)).toBe('listening on 3000\n');
      expect(await environment.logs('postgres', 100)).toContain(
        'database system is ready to accept connections',
      );
    });

    test('data survive stop, kill and restart', async () => {
      await psql('create table kept (n int); insert into kept values (42)');
      await environment.control('postgres', 'stop', 'docker stop shop-db');
      expect(await environment.status('postgres')).toMatchObject({ state: 'exited', exitCode: 0 });
      await expect(environment.dial('localhost', 5432)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      await environment.control('postgres', 'start', 'docker start shop-db');
      await healthy('postgres');
      await environment.control('postgres', 'kill', 'fault');
      expect(await environment.status('postgres')).toMatchObject({ state: 'exited', exitCode: 137 });
      await environment.control('postgres', 'restart', 'docker compose restart postgres');
      await healthy('postgres');
      expect(await psql('select n from kept')).toBe('42');
      expect(changes).toContainEqual({
        service: 'postgres',
        state: 'exited',
        cause: 'fault',
        exitCode: 137,
      });
    });

    test('a paused service answers nothing, and goes on afterwards', async () => {
      await environment.control('app', 'pause', 'fault');
      expect(await environment.status('app')).toMatchObject({ state: 'paused' });
      const socket = await environment.dial('localhost', 8000);
      const answer = get(socket, '/health');
      const outcome = await Promise.race([answer, environment.exec('redis', ['sleep', '0.3'])]);
      expect(outcome).toMatchObject({ exitCode: 0 });
      await environment.control('app', 'unpause', 'docker unpause shop-app');
      expect(await answer).toBe('ok');
      // One truth, though Docker checks again before it takes it for healthy.
      const shell = environment.operator(['docker', 'inspect', '-f', '{{.State.Health.Status}}', 'shop-app']);
      const { health } = await environment.status('app');
      expect(await text(shell.stdout)).toBe(`${health}\n`);
      await healthy('app');
    });

    test('links can be slowed down and cut', async () => {
      expect(environment.network.links).toEqual(['postgres', 'redis']);
      const ping = async (): Promise<number> => {
        const begun = performance.now();
        const answer = await get(await environment.dial('app', 3000), '/redis');
        expect(answer).toBe('+PONG');
        return performance.now() - begun;
      };
      // Longer than anything else takes on a busy machine.
      const latency = 1500;
      const almost = latency - 5;
      expect(await ping()).toBeLessThan(almost);
      await environment.network.addToxic('redis', {
        name: 'slow',
        type: 'latency',
        stream: 'downstream',
        toxicity: 1,
        attributes: { latency, jitter: 0 },
      });
      expect(await ping()).toBeGreaterThanOrEqual(almost);
      await environment.network.removeToxic('redis', 'slow');
      expect(await ping()).toBeLessThan(almost);
      await environment.network.setEnabled('redis', false);
      for (const name of ['redis', 'shop-redis', 'cache'])
        expect(await peer(environment, name, 6379)).toBe('ECONNREFUSED');
      await environment.network.setEnabled('redis', true);
      expect(await ping()).toBeLessThan(almost);
    });

    given('clock')('a clock can be moved while the service runs', async () => {
      expect(Math.abs(await clockOffset())).toBeLessThan(5);
      await environment.moveClock('postgres', 660_000);
      expect(Math.abs((await clockOffset()) - 660)).toBeLessThan(5);
      await environment.moveClock('postgres', 0);
      expect(Math.abs(await clockOffset())).toBeLessThan(5);
      await expect(environment.moveClock('redis', 1)).rejects.toMatchObject({ code: 'clock-not-movable' });
    });

    given('clock')('who looks at a clock while it is moved sees it before or after', async () => {
      const look = `file=$(ls /run/clock/offset /faketime/offset 2>/dev/null)
        for at in $(seq 50000); do read -r it <$file || echo half; done`;
      const looks = { end: false };
      const looked = environment.exec('postgres', ['sh', '-c', look]).finally(() => (looks.end = true));
      while (!looks.end) for (const offset of [660_000, 0]) await environment.moveClock('postgres', offset);
      expect(await looked).toEqual({ exitCode: 0, stdout: '', stderr: '' });
    });

    test('a program runs beside a service that is down, with its volumes', async () => {
      const { stdout: user } = await environment.exec('postgres', ['id', '-un']);
      await environment.control('postgres', 'stop', 'test');
      const script = 'ls /var/lib/postgresql/data/PG_VERSION; id -un; echo no >&2; exit 3';
      expect(await environment.runBeside('postgres', ['sh', '-c', script])).toEqual({
        exitCode: 3,
        stdout: `/var/lib/postgresql/data/PG_VERSION\n${user}`,
        stderr: 'no\n',
      });
      await environment.control('postgres', 'start', 'test');
      await healthy('postgres');
    });

    given('names')('a service’s name can be gone for the others', async () => {
      await environment.network.setNamed('redis', false);
      expect(await peer(environment, 'redis', 6379)).toMatch(/^(?:ENOTFOUND|EAI_AGAIN)$/);
      expect(await peer(environment, 'postgres', 5432)).toMatch(/^connected/);
      await environment.network.setNamed('redis', true);
      expect(await peer(environment, 'redis', 6379)).toMatch(/^connected/);
    });

    given('recreate')(
      'a container can be other than the Compose file says, until it is brought up again',
      async () => {
        const greeting = async (): Promise<string> =>
          (await environment.exec('worker', ['sh', '-c', 'echo "$GREETING $HOSTNAME"'])).stdout;
        const before = await greeting();
        await environment.recreate('worker', { environment: { GREETING: 'hello' } }, 'fault');
        expect(await greeting()).toMatch(/^hello \w+/);
        const shell = environment.operator(['docker', 'compose', 'up', '-d', 'worker']);
        await once(shell, 'exit');
        expect(await greeting()).toMatch(/^ \w+/);
        await environment.recreate('worker', {}, 'heal');
        expect(await greeting()).toMatch(/^ \w+/);
        expect(await greeting()).not.toBe(before);
      },
    );

    operatorsPlaceIn(() => environment);
  });

  describe('limits', () => {
    const changes: ServiceChange[] = [];
    let environment: StartedEnvironment;
    beforeAll(async () => {
      environment = await start('sandbox-limits', (change) => changes.push(change));
    });
    afterAll(() => environment[Symbol.asyncDispose]());

    test('a volume with a size can be full', async () => {
      const fill = (file: string, megabytes: number) =>
        environment.exec('small', ['dd', 'if=/dev/zero', `of=${file}`, 'bs=1M', `count=${megabytes}`]);
      expect(await fill('/data/fits', 3)).toMatchObject({ exitCode: 0 });
      expect(await fill('/data/does-not', 3)).toMatchObject({
        exitCode: 1,
        stderr: expect.stringContaining('No space left on device'),
      });
      expect((await environment.exec('small', ['df', '/data'])).stdout).toMatch(/4096 +4096 +0 100%/);
    });

    test('a named volume is shared', async () => {
      await environment.exec('small', ['sh', '-c', 'echo shared > /other/file']);
      expect((await environment.exec('shared', ['cat', '/other/file'])).stdout).toBe('shared\n');
    });

    const listens = (service: string): Promise<void> =>
      expect.poll(() => environment.logs(service, 9)).toContain('listening');

    test('what holds more memory than its limit is killed', async () => {
      await listens('greedy');
      await get(await environment.dial('greedy', 3000), '/eat').catch(() => {});
      await expect
        .poll(() => environment.status('greedy'))
        .toMatchObject({ state: 'exited', exitCode: 137, oomKilled: true });
    });

    test('a restart policy restarts what crashed, not what was stopped', async () => {
      await listens('faithful');
      await get(await environment.dial('faithful', 3000), '/crash').catch(() => {});
      await expect
        .poll(() => environment.status('faithful'))
        .toMatchObject({ state: 'running', restarts: 1 });
      expect(changes).toContainEqual({
        service: 'faithful',
        state: 'restarting',
        cause: 'restart policy',
        exitCode: 3,
      });
      await expect.poll(() => environment.logs('faithful', 9)).toMatch(/(listening.*){2}/s);
      await environment.control('faithful', 'stop', 'docker stop');
      expect(await environment.status('faithful')).toMatchObject({ state: 'exited' });
      await environment.control('faithful', 'start', 'docker start');
      await environment.control('faithful', 'kill', 'docker kill');
      await environment.exec('small', ['sleep', '0.3']);
      expect(await environment.status('faithful')).toMatchObject({ state: 'exited', exitCode: 137 });
    });

    test('what does not end when it is asked to is killed after the grace period', async () => {
      const begun = performance.now();
      await environment.control('stubborn', 'stop', 'docker stop');
      expect(performance.now() - begun).toBeGreaterThanOrEqual(200);
      expect(await environment.status('stubborn')).toMatchObject({ state: 'exited', exitCode: 137 });
    });

    test.each([
      ['first', 137],
      ['below-init', 143],
    ])(
      'a program that handles no signal, and is %s, ends with %d when it is stopped',
      async (service, exitCode) => {
        await environment.control(service, 'stop', 'docker stop');
        expect(await environment.status(service)).toMatchObject({ state: 'exited', exitCode });
      },
    );
  });

  test('a service that ends instead of becoming ready fails the start, with its last words', async () => {
    await expect(start('sandbox-broken')).rejects.toMatchObject({
      code: 'service-not-ready',
      message: expect.stringMatching(/broken.*exit code 7.*cannot find my configuration/s),
    });
  });

  test('a service that is never healthy fails the start', async () => {
    await expect(start('sandbox-sick')).rejects.toMatchObject({
      code: 'service-not-ready',
      message: expect.stringMatching(/sick.*health check.*I feel unwell/s),
    });
  });

  test('two at once do not see each other', async () => {
    const both = await Promise.all([start('sandbox-stores'), start('sandbox-stores')]);
    const [one, other] = both as [StartedEnvironment, StartedEnvironment];
    try {
      await one.exec('redis', ['redis-cli', 'set', 'mine', '1']);
      expect((await other.exec('redis', ['redis-cli', 'exists', 'mine'])).stdout).toBe('0\n');
      expect(await get(await other.dial('localhost', 8000), '/health')).toBe('ok');
    } finally {
      await Promise.all(both.map((environment) => environment[Symbol.asyncDispose]()));
    }
  });

  test('disposing of it twice is harmless, and calls fail afterwards', async () => {
    const environment = await start('sandbox-limits');
    await environment[Symbol.asyncDispose]();
    await environment[Symbol.asyncDispose]();
    await expect(environment.status('small')).rejects.toMatchObject({ name: 'HarnessError' });
  });
};
