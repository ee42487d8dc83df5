import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSystem } from '../../src/compose/load.ts';
import { requestHttp } from '../../src/environment/dial/http.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';

let environment: StartedEnvironment;

beforeAll(async () => {
  const loaded = await loadSystem('drills/preskool/compose.yaml', { env: {} });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  const { signal } = new AbortController();
  environment = await sandboxBackend.start(loaded.value, { signal, onService: () => {} });
});
afterAll(() => environment[Symbol.asyncDispose]());

const ask = (method: string, path: string, body?: object) => {
  const request = { method, url: `http://localhost:8000${path}`, ...(body && { json: body }) };
  return requestHttp(environment, request, AbortSignal.timeout(10_000));
};

const login = (password: string) =>
  ask('POST', '/api/v1/auth/login', { email: 'demo@example.com', password });

const json = async (method: string, path: string, body?: object): Promise<unknown> =>
  JSON.parse((await ask(method, path, body)).body);

const operator = async (script: string): Promise<string> => {
  const shell = environment.operator(['sh', '-c', `exec 2>&1\n${script}`]);
  shell.stdin?.end();
  return text(shell.stdout as NodeJS.ReadableStream);
};

test('it is ready with all its parts, and says which one is not', async () => {
  expect(await json('GET', '/api/v1/health')).toEqual({ status: 'ok' });
  await environment.control('redis', 'stop', 'test');
  expect(await ask('GET', '/api/v1/health/ready')).toMatchObject({
    status: 503,
    body: expect.stringMatching(/"postgres":"ok","redis":"(?!ok)/) as string,
  });
  await environment.control('redis', 'start', 'test');
  await expect.poll(() => ask('GET', '/api/v1/health/ready')).toMatchObject({ status: 200 });
});

test('students are enrolled, and listed newest first', async () => {
  const { id } = (await json('POST', '/api/v1/students', { tenant: 'college7', name: 'New' })) as {
    id: number;
  };
  const list = (await json('GET', '/api/v1/students?tenant=college7')) as readonly unknown[];
  expect(list).toHaveLength(50);
  expect(list[0]).toEqual({ id, name: 'New' });
  expect(await json('GET', '/api/v1/overview')).toMatchObject({ college7: 'New' });
});

test('nothing is enrolled that cannot be recorded', async () => {
  const fill = 'dd if=/dev/zero of=/app/logs/full bs=4096 2>/dev/null; true';
  await environment.exec('backend', ['sh', '-c', fill]);
  // More than fits into the last page of the audit log.
  const name = 'Lost'.repeat(2000);
  expect(await ask('POST', '/api/v1/students', { tenant: 'college7', name })).toMatchObject({
    status: 503,
    body: expect.stringContaining('No space left') as string,
  });
  await environment.exec('backend', ['rm', '/app/logs/full']);
  const [first] = (await json('GET', '/api/v1/students?tenant=college7')) as readonly { name: string }[];
  expect(first?.name).not.toBe(name);
});

test('wrong passwords are counted, and a blocked address is refused', async () => {
  expect((await login('wrong')).status).toBe(401);
  expect((await login('demo')).status).toBe(200);
  expect(
    await operator(
      `docker exec preskool-db psql -U preskool -tAc "SELECT failed_login_count FROM users WHERE email = 'demo@example.com'"`,
    ),
  ).toBe('1\n');
  const ip = `docker logs preskool-backend | grep '"status_code": 401' | jq -r .client_ip`;
  await operator(`docker exec preskool-redis redis-cli sadd auth:blocked "$(${ip})"`);
  expect((await login('demo')).status).toBe(403);
});

test('the worker makes reports', async () => {
  await expect
    .poll(() => operator('docker exec preskool-redis redis-cli exists worker:heartbeat'))
    .toBe('1\n');
  const { id } = (await json('POST', '/api/v1/reports', { tenant: 'college9' })) as { id: number };
  await expect
    .poll(() => json('GET', `/api/v1/reports/${id}`))
    .toEqual({ id, students: 500, finished: true });
});

test('what people type into its containers works', async () => {
  expect(
    await operator(
      `docker exec preskool-backend python3 -c "
from sqlalchemy import text
from app.core.database import engine
with engine.connect() as conn:
    print('DB OK:', conn.execute(text('SELECT 1')).fetchone())
"`,
    ),
  ).toBe('DB OK: (1,)\n');
  expect(await operator('docker exec preskool-celery celery -A app.celery_app inspect active')).toContain(
    '1 node online',
  );
  expect(await operator('curl -s localhost:8000/metrics')).toContain('http_requests_total{');
});
