import { once } from 'node:events';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Api, startApi, startStores, startWorker, type Stores, untilReady } from '../support/app.ts';
import { canRun } from '../support/require.ts';
import { missingServers } from '../support/servers.ts';
import { listen } from '../support/sockets.ts';

/** How often it is looked whether the app has found a store again. */
const SOON = { interval: 20 };

describe.runIf(canRun('the app', missingServers()))('the app without its stores', () => {
  let stores: Stores;
  let api: Api;

  beforeAll(async () => {
    stores = await startStores();
  });

  afterAll(async () => {
    await stores?.[Symbol.asyncDispose]();
  });

  beforeEach(async () => {
    api = await startApi(stores.env);
    await untilReady(api);
  });

  afterEach(async () => {
    await api[Symbol.asyncDispose]();
  });

  test('survives PostgreSQL being killed, says so by name, and finds it again', async () => {
    await stores.postgres.kill();
    const { status, body } = await api.ask('GET', '/health/ready');
    expect(status).toBe(503);
    expect(body).toMatchObject({
      status: 'unavailable',
      checks: { postgres: expect.not.stringMatching(/^ok$/), redis: 'ok' },
    });
    expect((await api.ask('GET', '/health')).status).toBe(200);
    expect((await api.ask('POST', '/api/v1/records', { key: 'lost' })).status).toBe(503);
    await stores.postgres.restart();
    await untilReady(api);
    expect((await api.ask('GET', '/api/v1/records/lost')).status).toBe(404);
  });

  test('survives Redis being killed, reads from PostgreSQL meanwhile, and keeps sessions', async () => {
    await api.ask('POST', '/api/v1/records', { key: 'kept' });
    await api.ask('GET', '/api/v1/records/kept');
    const login = await api.ask('POST', '/login', { email: 'demo@example.com', password: 'demo' });
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const me = async (): Promise<number> => (await api.ask('GET', '/me', undefined, { cookie })).status;
    await stores.redis.kill();
    await expect
      .poll(async () => (await api.ask('GET', '/health/ready')).body, SOON)
      .toMatchObject({ checks: { postgres: 'ok', redis: expect.stringContaining('not connected') } });
    const read = await api.ask('GET', '/api/v1/records/kept');
    expect([read.status, read.headers.get('x-cache')]).toEqual([200, 'miss']);
    expect(await me()).toBe(503);
    expect((await api.ask('POST', '/api/v1/jobs', { key: 'kept' })).status).toBe(503);
    await stores.redis.restart();
    await untilReady(api);
    expect(await me()).toBe(200);
  });

  test('answers soon that it is not ready while a store hangs', async () => {
    await using silent = await listen();
    await using hanging = await startApi({
      ...stores.env,
      DATABASE_URL: `postgres://app@${silent.address}/test`,
    });
    await expect
      .poll(async () => (await hanging.ask('GET', '/health/ready')).body, SOON)
      .toMatchObject({ checks: { postgres: 'no answer in 500 ms', redis: 'ok' } });
    const begun = performance.now();
    expect(await hanging.ready()).toBe(503);
    // As long as the store is waited for, and what a busy machine adds to it.
    expect(performance.now() - begun).toBeLessThan(500 + 1000);
  });

  test('acknowledges a write when it is committed, not before', async () => {
    const locker = await lockRecords(stores);
    const answer = api.ask('POST', '/api/v1/records', { key: 'locked' });
    await untilSomebodyWaits(locker);
    const first = await Promise.race([answer, once(AbortSignal.timeout(300), 'abort').then(() => 'waits')]);
    expect(first).toBe('waits');
    await locker.query('ROLLBACK');
    expect((await answer).status).toBe(201);
    const { rows } = await locker.query("SELECT key FROM records WHERE key = 'locked'");
    await locker.end();
    expect(rows).toHaveLength(1);
  });

  test('loses no acknowledged write when PostgreSQL is killed in the midst', async () => {
    const acknowledged: string[] = [];
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let n = 0; ; n += 1) {
        const { status } = await api.ask('POST', '/api/v1/records', { key: `${writer}-${n}` });
        if (status !== 201) return;
        acknowledged.push(`${writer}-${n}`);
      }
    });
    await expect.poll(() => acknowledged.length, SOON).toBeGreaterThan(50);
    await stores.postgres.kill();
    await Promise.all(writers);
    await stores.postgres.restart();
    const client = await stores.asSuperuser();
    const { rows } = await client.query('SELECT key FROM records WHERE key = ANY ($1)', [acknowledged]);
    await client.end();
    expect(rows).toHaveLength(acknowledged.length);
  });

  test('a job that is due while PostgreSQL is down is done when it is back', async () => {
    await api.ask('POST', '/api/v1/records', { key: 'late' });
    await using worker = await startWorker(stores.env);
    await stores.postgres.kill();
    expect((await api.ask('POST', '/api/v1/jobs', { key: 'late' })).status).toBe(202);
    await expect.poll(() => worker.lines.some((line) => line.includes('job failed')), SOON).toBe(true);
    await stores.postgres.restart();
    await expect.poll(() => worker.lines.some((line) => line.includes('job done')), SOON).toBe(true);
  });

  test('is refused when its role’s connections are taken, while a superuser still gets in', async () => {
    const superuser = await stores.asSuperuser();
    const takers = await takeAllConnections(stores, superuser);
    expect((await api.ask('GET', '/health/ready')).body).toMatchObject({
      checks: { postgres: expect.stringContaining('too many connections for role') },
    });
    const another = await stores.asSuperuser();
    await another.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'taker'",
    );
    await another.end();
    await untilReady(api);
    await superuser.end();
    await Promise.all(takers.map((taker) => taker.end().catch(() => {})));
  });
});

const lockRecords = async (stores: Stores): Promise<Client> => {
  const client = await stores.asSuperuser();
  await client.query('BEGIN; LOCK TABLE records');
  return client;
};

const untilSomebodyWaits = async (client: Client): Promise<void> => {
  await expect
    .poll(async () => {
      const { rows } = await client.query('SELECT 1 FROM pg_locks WHERE NOT granted');
      return rows.length;
    }, SOON)
    .toBe(1);
};

/** Sessions of the app's role until PostgreSQL refuses more, with the app's own ended. */
const takeAllConnections = async (stores: Stores, superuser: Client): Promise<readonly Client[]> => {
  const takers: Client[] = [];
  for (;;) {
    const taker = new Client(stores.env['DATABASE_URL']);
    taker.on('error', () => {});
    try {
      await taker.connect();
      await taker.query("SET application_name = 'taker'");
      takers.push(taker);
    } catch {
      const { rowCount } = await superuser.query(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'reference_app' AND application_name <> 'taker'",
      );
      if (rowCount === 0) return takers;
    }
  }
};
