import { expect, test } from 'vitest';
import { service, system } from '../../test/support/system.ts';
import type { Healthcheck, PublishedPort } from '../compose/model.ts';
import { deriveProbes } from './derive.ts';

const at = (line: number): { file: string; line: number; column: number } => ({
  file: '/drill/compose.yaml',
  line,
  column: 5,
});

const healthcheck = (test: Healthcheck['test']): Healthcheck => ({
  location: at(7),
  test,
  interval: 1000,
  timeout: 1000,
  startPeriod: 0,
  startInterval: 1000,
  retries: 3,
});

const port = (published: number, target: number): PublishedPort => ({
  location: at(9),
  published,
  target,
  protocol: 'tcp',
});

test('a health check becomes a command probe in its service', () => {
  const worker = service('worker', { healthcheck: healthcheck({ shell: 'test -e /run/worker' }) });
  expect(deriveProbes(system(worker))).toEqual([
    {
      name: 'worker healthcheck',
      kind: 'command',
      spec: { command: 'test -e /run/worker', in: 'worker' },
      origin: {
        from: 'compose',
        what: 'healthcheck of worker',
        file: '/drill/compose.yaml',
        lines: [7, 7],
      },
    },
  ]);
});

test.each([
  ['postgres:17', 'postgres'],
  ['redis:8', 'redis'],
  ['valkey/valkey:8', 'redis'],
])('the health check of a store, %s, becomes a question in its own protocol', (image, kind) => {
  const store = service('store', { image, healthcheck: healthcheck({ shell: 'whatever' }) });
  expect(deriveProbes(system(store))).toMatchObject([{ name: 'store', kind, spec: { [kind]: 'store' } }]);
});

test('a health check that cannot fail becomes none', () => {
  const web = service('web', { healthcheck: healthcheck({ shell: 'curl -f http://localhost/ || true' }) });
  expect(deriveProbes(system(web))).toEqual([]);
});

test.each([
  [{ shell: 'curl -fsS http://localhost:8000/health/ready || exit 1' }, '/health/ready'],
  [{ argv: ['CMD', 'wget', '-q', '--spider', 'http://127.0.0.1:8000/health?full=1'] }, '/health'],
])('a published port that the health check asks by HTTP becomes an http probe: %j', (check, path) => {
  const backend = service('backend', { healthcheck: healthcheck(check), ports: [port(18_000, 8000)] });
  expect(deriveProbes(system(backend))).toEqual([
    {
      name: `backend ${path}`,
      kind: 'http',
      spec: { http: `http://localhost:18000${path}` },
      origin: {
        from: 'compose',
        what: 'published port of backend',
        file: '/drill/compose.yaml',
        lines: [9, 9],
      },
    },
  ]);
});

test.each([
  ['no health check', undefined],
  ['one of another port', healthcheck({ shell: 'curl -f http://localhost:9000/health' })],
  ['one of another host', healthcheck({ shell: 'curl -f http://gateway:8000/health' })],
])('a published port with %s becomes a tcp probe', (_, check) => {
  const web = service('web', { ports: [port(8080, 8000)], ...(check && { healthcheck: check }) });
  expect(deriveProbes(system(web)).at(-1)).toMatchObject({
    name: 'web port 8080',
    kind: 'tcp',
    spec: { tcp: 'localhost:8080' },
  });
});

test('a port that is not published at a known place, or not TCP, becomes none', () => {
  const { published: _, ...anyPort } = port(1, 80);
  const web = service('web', { ports: [anyPort, { ...port(53, 53), protocol: 'udp' }] });
  expect(deriveProbes(system(web))).toEqual([]);
});
