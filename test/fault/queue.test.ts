import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { startStores, startWorker, type Stores } from '../support/app.ts';
import { environmentOf } from '../support/environment.ts';
import { canRun } from '../support/require.ts';
import { missingServers } from '../support/servers.ts';
import { service, system } from '../support/system.ts';
import { evidence, inject } from './conformance.ts';

describe.runIf(canRun('a queue and its worker', missingServers()))(
  'jobs, and the worker that does them',
  () => {
    let stores: Stores;
    let environment: StartedEnvironment;
    beforeAll(async () => {
      stores = await startStores();
      const redis = system(service('redis', { image: 'redis:8' }));
      environment = {
        ...environmentOf({ redis: stores.redis.port }, redis),
        status: () => Promise.resolve({ state: 'running', oomKilled: false, restarts: 0 }),
      };
    });
    afterAll(() => stores[Symbol.asyncDispose]());

    it('a backlog lasts until there is a worker', async () => {
      const payload = { key: 'a' };
      const fault = await inject(
        { queue: 'redis', name: 'records', jobs: 'waiting', count: 20, payload },
        environment,
      );
      expect(await evidence(fault, true)).toEqual({ seen: true, what: '20 of 20 jobs wait' });
      await using worker = await startWorker(stores.env);
      expect(await evidence(fault, false)).toMatchObject({ seen: false });
      await expect.poll(() => worker.lines.filter((line) => line.includes('job done')).length).toBe(20);
    });

    it('a slow worker leaves it there', async () => {
      await using _ = await startWorker({ ...stores.env, SLOW_JOBS: '60000' });
      const payload = { key: 'a' };
      const fault = await inject(
        { queue: 'redis', name: 'records', jobs: 'waiting', count: 20, payload },
        environment,
      );
      expect(await evidence(fault, true)).toMatchObject({ seen: true });
    });

    it('poison is tried again and again, and done never', async () => {
      await using worker = await startWorker(stores.env);
      const payload = { key: '\0' };
      const fault = await inject(
        { queue: 'redis', name: 'records', jobs: 'poison', count: 2, payload },
        environment,
      );
      expect(await evidence(fault, true)).toEqual({
        seen: true,
        what: expect.stringMatching(/^2 poison jobs, tried \d+ times in vain$/) as string,
      });
      // The worker takes them up and puts them back all the time: each is counted once, wherever it is.
      for (let look = 0; look < 200; look++)
        expect((await fault.evidence()).what).toMatch(/^2 poison jobs, /);
      await fault.heal();
      expect(await evidence(fault, false)).toMatchObject({ seen: false });
      expect(worker.lines.some((line) => line.includes('job done'))).toBe(false);
    });
  },
);
