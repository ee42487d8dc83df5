import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { environmentOf } from '../../test/support/environment.ts';
import { service, system } from '../../test/support/system.ts';
import { httpProbe } from './http.ts';

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}/health`;
};

const NEVER = new AbortController().signal;

const sample = (
  http: string,
  more: { status?: number | [number, ...number[]]; body?: string } = {},
  signal = NEVER,
): Promise<string> => httpProbe.open({ http, ...more }, environmentOf({}), 1000).sample(signal);

test('any 2xx holds by default', async () => {
  const url = await serve((_, response) => response.writeHead(204).end());
  expect(await sample(url)).toBe('204');
});

test('another status does not hold, and its body is told in one line', async () => {
  const url = await serve((_, response) => response.writeHead(503).end('{"postgres":\n  "down"}\n'));
  await expect(sample(url)).rejects.toThrow(/^503: \{"postgres": "down"\}$/);
  expect(await sample(url, { status: [503, 500] })).toBe('503');
});

test('a long body is cut', async () => {
  const url = await serve((_, response) => response.writeHead(500).end('x'.repeat(10_000)));
  await expect(sample(url)).rejects.toThrow(/^500: x{119}…$/);
});

test('a redirect is not followed', async () => {
  const url = await serve((_, response) => response.writeHead(302, { Location: '/login' }).end());
  await expect(sample(url)).rejects.toThrow(/^302$/);
});

test('the body must contain what is asked for', async () => {
  const url = await serve((_, response) => response.end('status: degraded'));
  expect(await sample(url, { body: 'degraded' })).toBe('200');
  await expect(sample(url, { body: 'ok' })).rejects.toThrow('200 without "ok": status: degraded');
});

test('nobody there: connection refused', async () => {
  await expect(sample('http://localhost:1/')).rejects.toThrow('connection refused');
});

test('the signal ends a sample that hangs', async () => {
  const ending = new AbortController();
  const url = await serve(() => ending.abort());
  await expect(sample(url, {}, ending.signal)).rejects.toThrow('aborted');
});

const web = service('web', {
  ports: [{ location: { file: 'c.yaml', line: 1, column: 1 }, published: 8000, target: 80, protocol: 'tcp' }],
});

test.each([
  [{ http: 'http://localhost:8000/' }, []],
  [{ http: 'http://web/' }, []],
  [{ http: 'http://localhost:9000/' }, ['no service publishes port 9000 (published: 8000)']],
  [{ http: 'http://api:80/' }, ['there is no service "api"']],
  [
    { http: 'http://localhost:8000/', status: [200, 503] as [number, number] },
    ['it holds for 503 as for 200: it can hardly fail'],
  ],
])('%j is checked against the system', (spec, problems) => {
  expect(httpProbe.validate?.(spec, system(web))).toEqual(problems);
});

test.each(['localhost:8000', 'https://localhost/', '/health', ''])('%j is no URL for it', (http) => {
  expect(httpProbe.schema.safeParse({ http }).success).toBe(false);
});
