import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from 'pg';
import { type Api, startApi, startStores, startWorker, type Stores, untilReady } from '../support/app.ts';
import { canRun } from '../support/require.ts';
import { missingServers } from '../support/servers.ts';

describe.runIf(canRun('the app', missingServers()))('the app with its stores', () => {
  let stores: Stores;
  let api: Api;

  beforeAll(async () => {
    stores = await startStores();
    api = await startApi(stores.env);
    await untilReady(api);
  });

  afterAll(async () => {
    await api?.[Symbol.asyncDispose]();
    await stores?.[Symbol.asyncDispose]();
  });

  test('names each store when it is asked whether it is ready', async () => {
    const { body } = await api.ask('GET', '/health/ready');
    expect(body).toEqual({ status: 'ok', checks: { postgres: 'ok', redis: 'ok' } });
  });

  test('keeps a record, and reads it from the store, then from the cache', async () => {
    const written = await api.ask('POST', '/api/v1/records', { key: 'one', colour: 'red' });
    const first = await api.ask('GET', '/api/v1/records/one');
    const second = await api.ask('GET', '/api/v1/records/one');
    const fresh = await api.ask('GET', '/api/v1/records/one', undefined, { 'cache-control': 'no-cache' });
    expect(written).toMatchObject({ status: 201, body: { key: 'one' } });
    expect([first, second, fresh].map(({ headers }) => headers.get('x-cache'))).toEqual([
      'miss',
      'hit',
      'miss',
    ]);
    expect(second.body).toMatchObject({ key: 'one', body: { colour: 'red' } });
  });

  test('a write replaces what the cache has', async () => {
    await api.ask('POST', '/api/v1/records', { key: 'two', colour: 'red' });
    await api.ask('GET', '/api/v1/records/two');
    await api.ask('POST', '/api/v1/records', { key: 'two', colour: 'blue' });
    expect((await api.ask('GET', '/api/v1/records/two')).body).toMatchObject({ body: { colour: 'blue' } });
  });

  test.each([
    ['a path that there is not', 'GET', '/nothing', undefined, 404],
    ['a record that there is not', 'GET', '/api/v1/records/none', undefined, 404],
    ['a body that is no object', 'POST', '/api/v1/records', 'text', 400],
    ['a key that is no text', 'POST', '/api/v1/records', { key: 1 }, 400],
    ['a wrong password', 'POST', '/login', { email: 'demo@example.com', password: 'no' }, 401],
    ['nobody in particular', 'GET', '/me', undefined, 401],
  ])('refuses %s', async (_, method, path, body, status) => {
    expect((await api.ask(method, path, body)).status).toBe(status);
  });

  test('knows who is logged in until the logout', async () => {
    const login = await api.ask('POST', '/login', { email: 'demo@example.com', password: 'demo' });
    const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
    const inside = await api.ask('GET', '/me', undefined, { cookie });
    const logout = await api.ask('POST', '/logout', undefined, { cookie });
    const outside = await api.ask('GET', '/me', undefined, { cookie });
    expect(inside).toMatchObject({ status: 200, body: { email: 'demo@example.com' } });
    expect([logout.status, outside.status]).toEqual([204, 401]);
  });

  test('the worker does a job that the API has accepted, and not before there is a worker', async () => {
    await api.ask('POST', '/api/v1/records', { key: 'job' });
    const accepted = await api.ask('POST', '/api/v1/jobs', { key: 'job' });
    const { id } = accepted.body as { id: string };
    const state = async (): Promise<unknown> => (await api.ask('GET', `/api/v1/jobs/${id}`)).body;
    expect(accepted.status).toBe(202);
    expect(await state()).toEqual({ id, state: 'waiting' });
    await using worker = await startWorker(stores.env);
    await expect.poll(state).toEqual({ id, state: 'completed' });
    expect((await api.ask('GET', '/api/v1/records/job')).body).toMatchObject({
      processed_at: expect.any(String),
    });
    expect(await worker.stop()).toBe(0);
  });

  test('counts requests by method, route and status, and shows its pool', async () => {
    await api.ask('GET', '/api/v1/records/not-there');
    const { body } = await api.ask('GET', '/metrics');
    expect(body).toMatch(
      /^http_requests_total\{method="GET",route="\/api\/v1\/records\/:key",status_code="404"\} [1-9]/m,
    );
    expect(body).toMatch(/^http_request_duration_seconds_bucket\{le="0.1",method="GET"/m);
    expect(body).toMatch(/^db_pool_size 10$/m);
    expect(body).toMatch(/^db_pool_connections\{state="idle"\} [1-9]/m);
  });

  test('has a role of its own that is no superuser', async () => {
    const client = new Client(stores.env['DATABASE_URL']);
    await client.connect();
    const { rows } = await client.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user');
    await client.end();
    expect(rows).toEqual([{ rolsuper: false }]);
  });

  test('says all that is wrong with its environment, and does not start', async () => {
    const starting = startApi({ REDIS_URL: 'redis://127.0.0.1:1', PORT: 'x', NO_RECONNECT: 'mysql' });
    await expect(starting).rejects.toThrow(
      'ended with 1: PORT is no whole number: x; DATABASE_URL is not set; NO_RECONNECT knows postgres and redis: mysql',
    );
  });

  test('ends in order when it is asked to', async () => {
    await using other = await startApi(stores.env);
    expect(await other.stop()).toBe(0);
    expect(other.lines.at(-1)).toContain('"event": "stopping"');
  });
});
