import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, startApi, startStores, type Stores, untilReady } from '../support/app.ts';
import { canRun } from '../support/require.ts';
import { missingServers } from '../support/servers.ts';

const SOON = { interval: 20 };

/** What `store-loss.test.ts` shows of the app as it is must not hold with these switches on. */
describe.runIf(canRun('the app', missingServers()))('deliberate weaknesses', () => {
  let stores: Stores;

  beforeAll(async () => {
    stores = await startStores();
  });

  afterAll(async () => {
    await stores?.[Symbol.asyncDispose]();
  });

  const startReady = async (env: Readonly<Record<string, string>>): Promise<Api> => {
    const api = await startApi({ ...stores.env, ...env });
    await untilReady(api);
    return api;
  };

  test.each(['postgres', 'redis'] as const)('NO_RECONNECT=%s: only a restart helps', async (store) => {
    await using weak = await startReady({ NO_RECONNECT: store });
    await using sound = await startReady({});
    await stores[store].kill();
    await expect.poll(() => weak.ready(), SOON).toBe(503);
    await stores[store].restart();
    await untilReady(sound);
    // The other has had all the time that it takes, and twice more.
    for (let n = 0; n < 20; n += 1) expect(await weak.ready()).toBe(503);
    await using _restarted = await startReady({ NO_RECONNECT: store });
  });

  test('POOL_LEAK=2: each second read keeps a connection until there is none', async () => {
    await using weak = await startReady({ POOL_LEAK: '2', DB_POOL_SIZE: '3' });
    const read = async (): Promise<number> => (await weak.ask('GET', '/api/v1/records/none')).status;
    for (let n = 0; n < 5; n += 1) expect(await read()).toBe(404);
    await read();
    expect((await weak.ask('GET', '/health/ready')).body).toMatchObject({
      checks: { postgres: 'no answer in 500 ms', redis: 'ok' },
    });
    expect((await weak.ask('GET', '/metrics')).body).toMatch(/^db_pool_connections\{state="used"\} 3$/m);
  });

  test('ACK_BEFORE_COMMIT: a write is acknowledged that nobody can find', async () => {
    await using weak = await startReady({ ACK_BEFORE_COMMIT: 'true' });
    const locker = await stores.asSuperuser();
    await locker.query('BEGIN; LOCK TABLE records');
    expect((await weak.ask('POST', '/api/v1/records', { key: 'early' })).status).toBe(201);
    await weak[Symbol.asyncDispose]();
    await locker.query(
      "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'app'",
    );
    await locker.query('ROLLBACK');
    const { rows } = await locker.query("SELECT key FROM records WHERE key = 'early'");
    await locker.end();
    expect(rows).toEqual([]);
  });
});
