import { randomUUID } from 'node:crypto';
import { readiness } from './health.ts';
import { Refused, type Request, type Route } from './http.ts';
import type { Jobs } from './jobs.ts';
import type { Metrics } from './metrics.ts';
import type { Records } from './records.ts';
import type { Sessions } from './sessions.ts';

export interface Parts {
  readonly checks: Parameters<typeof readiness>[0];
  readonly metrics: Metrics;
  readonly records: Records;
  readonly sessions: Sessions;
  readonly jobs: Jobs;
}

/** What the API answers. */
export const routesOf = (parts: Parts): readonly Route[] => [
  ...healthRoutes(parts),
  ...recordRoutes(parts),
  ...sessionRoutes(parts),
  ...jobRoutes(parts),
];

const healthRoutes = ({ checks, metrics }: Parts): readonly Route[] => [
  { method: 'GET', path: '/health', handle: () => ({ status: 200, body: { status: 'ok' } }) },
  {
    method: 'GET',
    path: '/health/ready',
    handle: async () => {
      const { ready, checks: results } = await readiness(checks);
      return { status: ready ? 200 : 503, body: { status: ready ? 'ok' : 'unavailable', checks: results } };
    },
  },
  {
    method: 'GET',
    path: '/metrics',
    handle: async () => ({
      status: 200,
      body: await metrics.text(),
      headers: { 'content-type': metrics.contentType },
    }),
  },
];

const recordRoutes = ({ records }: Parts): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/v1/records',
    handle: async (request) => {
      const { key = randomUUID(), ...body } = await request.json();
      if (typeof key !== 'string' || key === '') throw new Refused(400, '"key" must be a text');
      await records.write(key, body);
      return { status: 201, body: { key } };
    },
  },
  {
    method: 'GET',
    path: '/api/v1/records/:key',
    handle: async ({ params, headers }) => {
      const key = decodeURIComponent(params['key'] ?? '');
      const found = await records.read(key, headers['cache-control'] === 'no-cache');
      if (found === undefined) throw new Refused(404, `there is no record ${key}`);
      return { status: 200, body: found.record, headers: { 'x-cache': found.cached ? 'hit' : 'miss' } };
    },
  },
];

const COOKIE = 'session';

const tokenOf = (request: Request): string => {
  const token = request.cookie(COOKIE);
  if (token === undefined) throw new Refused(401, 'not logged in');
  return token;
};

const sessionRoutes = ({ sessions }: Parts): readonly Route[] => [
  {
    method: 'POST',
    path: '/login',
    handle: async (request) => {
      const { email, password } = await request.json();
      const token = await sessions.begin(String(email), String(password));
      if (token === undefined) throw new Refused(401, 'wrong e-mail or password');
      return {
        status: 200,
        body: { email },
        headers: { 'set-cookie': `${COOKIE}=${token}; HttpOnly; SameSite=Lax; Path=/` },
      };
    },
  },
  {
    method: 'GET',
    path: '/me',
    handle: async (request) => {
      const email = await sessions.find(tokenOf(request));
      if (email === undefined) throw new Refused(401, 'not logged in');
      return { status: 200, body: { email } };
    },
  },
  {
    method: 'POST',
    path: '/logout',
    handle: async (request) => {
      await sessions.end(tokenOf(request));
      return { status: 204 };
    },
  },
];

const jobRoutes = ({ jobs }: Parts): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/v1/jobs',
    handle: async (request) => {
      const { key } = await request.json();
      if (typeof key !== 'string') throw new Refused(400, '"key" must name a record');
      return { status: 202, body: { id: await jobs.enqueue({ key }) } };
    },
  },
  {
    method: 'GET',
    path: '/api/v1/jobs/:id',
    handle: async ({ params }) => ({
      status: 200,
      body: { id: params['id'], state: await jobs.stateOf(params['id'] ?? '') },
    }),
  },
];
