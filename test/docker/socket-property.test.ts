import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../src/environment/docker/socket/endpoints.ts';
import { docker, dockerMissing } from '../support/docker.ts';
import { canRun } from '../support/require.ts';
import { objection, type Owned } from './allowed.ts';
import { hatch } from './canaries.ts';
import { LOOKS, startRecordingEngine } from './recording-engine.ts';
import { IMAGES, startScene } from './socket-scene.ts';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 600);

describe.runIf(canRun('the scoped socket', dockerMissing(...IMAGES)))('the scoped socket', () => {
  test('passes nothing on that is not allowed, whatever is asked', async () => {
    await using engine = await startRecordingEngine();
    await using real = await startScene();
    await using scene = await startScene({ engine, run: real.run });
    await using canaries = await hatch(scene.run);
    await real.type('docker compose up -d');
    const owned = await ownedBy(scene.run);
    const mine = ['shop-cache', 'shop_default', 'shop_cache-data', 'redis:8', ...owned.containers];

    let through = 0;
    await fc.assert(
      fc.asyncProperty(requests(mine, Object.values(canaries.variables)), async (request) => {
        engine.passed.length = 0;
        await send(scene.socket, request);
        if (engine.passed.some(({ path }) => !LOOKS.test(path))) through += 1;
        expect(
          engine.passed.map((passed) => objection(passed, owned)).filter((found) => found !== undefined),
        ).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    // The control: many of them were requests that a drill may make.
    expect(through).toBeGreaterThan(RUNS / 10);
  });
});

const ownedBy = async (run: string): Promise<Owned> => {
  const ids = async (list: string): Promise<readonly string[]> =>
    (await docker(...list.split(' '), '-q', '--filter', `label=drillbook.scope=${run}`)).split('\n');
  return {
    run,
    containers: await ids('ps -a --no-trunc'),
    networks: await ids('network ls --no-trunc'),
    volumes: await ids('volume ls'),
    images: ['redis:8', 'drillbook/operator:latest'],
  };
};

/** Mostly this, now and then that. */
const mostly = <T, U>(common: fc.Arbitrary<T>, odd: fc.Arbitrary<U>): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 4, arbitrary: common }, { weight: 1, arbitrary: odd });

/** Requests like those that a drill may make, with things of others in them, and written in odd ways. */
const requests = (mine: readonly string[], theirs: readonly string[]): fc.Arbitrary<string> => {
  const name = fc.oneof(fc.constantFrom(...mine), fc.constantFrom(...theirs));
  const endpoint = mostly(
    fc.constantFrom(...ENDPOINTS),
    fc.record({ method: fc.constantFrom(...METHODS), path: fc.constantFrom(...FORBIDDEN) }),
  );
  const value = fc.oneof(name, fc.constantFrom('1', '', FILTERS, '/', '../..'));
  const query = fc
    .dictionary(fc.constantFrom(...PARAMETERS), value, { maxKeys: 2 })
    .map((pairs) => `?${new URLSearchParams(pairs).toString()}`);
  const field = fc.oneof(
    name,
    fc.boolean(),
    fc.constantFrom<unknown>([], {}, ['/:/x'], 'host', ['ALL'], { Source: '/', Target: '/x', Type: 'bind' }),
  );
  const fields = fc.dictionary(fc.constantFrom(...FIELDS), field, { maxKeys: 2 });
  const body = mostly(
    fields.map((HostConfig) => JSON.stringify({ Image: 'redis:8', Container: mine[0], HostConfig })),
    fields.map((odd) => JSON.stringify({ Image: 'redis:8', ...odd, hostconfig: odd })),
  );
  return fc
    .record({
      endpoint,
      name,
      method: mostly(fc.constant(undefined), fc.constantFrom(...METHODS)),
      version: mostly(
        fc.constantFrom('', '/v1.24', '/v1.41'),
        fc.constantFrom('/v1.53', '/v1.12', '/V1.41', '/v2'),
      ),
      twist: mostly(
        fc.constant((path: string) => path),
        fc.constantFrom(...TWISTS),
      ),
      query: mostly(fc.constant(''), query),
      body,
      header: mostly(fc.constant(''), fc.constantFrom(...HEADERS)),
    })
    .map(({ endpoint, name, method = endpoint.method, version, twist, query, body, header }) => {
      const target = `${twist(version + endpoint.path.replaceAll(/\{\w+\}/g, () => name))}${query}`;
      const inChunks = header.startsWith('Transfer-Encoding');
      const framing = inChunks ? header : `Content-Length: ${Buffer.byteLength(body)}\r\n${header}`;
      return `${method} ${target} HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n${framing}\r\n${inChunks ? chunked(body) : body}`;
    });
};

const METHODS = ['GET', 'POST', 'DELETE', 'PUT', 'HEAD', 'PATCH', 'OPTIONS', 'get'];
const FORBIDDEN = [
  '/containers/{c}/attach/ws',
  '/containers/{c}/checkpoints',
  '/containers/{c}/copy',
  '/commit',
  '/images/load',
  '/images/get',
  '/images/{i}/tag',
  '/images/{i}/push',
  '/images/{i}/get',
  '/auth',
  '/session',
  '/grpc',
  '/swarm/init',
  '/plugins/pull',
  '/services/create',
  '/secrets',
  '/distribution/{i}/json',
  '/debug/pprof/',
  '/',
];
const PARAMETERS = [
  'filters',
  'name',
  'force',
  'container',
  'repo',
  'path',
  'all',
  'ps_args',
  'fromImage',
  'name',
];
const FILTERS = JSON.stringify({ label: ['drillbook.scope=other'], name: { '^/?.*': true } });
const FIELDS = [
  'Privileged',
  'privileged',
  'Binds',
  'binds',
  'NetworkMode',
  'PidMode',
  'VolumesFrom',
  'CapAdd',
  'Labels',
  'Name',
  'Container',
  'Mounts',
  'Image',
  'Driver',
  'DriverOpts',
  'Options',
  '__proto__',
];
const TWISTS: readonly ((path: string) => string)[] = [
  (path) => `http://docker${path}`,
  (path) => path.replace(/.$/, (last) => `%${last.charCodeAt(0).toString(16)}`),
  (path) => path.replaceAll('/', '//'),
  (path) => path.replace('/', '/x/../'),
  (path) => path.replace('/', '/%2e%2e/'),
  (path) => path.replaceAll('/', '%2f'),
  (path) => `${path}/`,
  (path) => `${path};a=b`,
  (path) => `${path}%00`,
  (path) => `${path}/..`,
  (path) => path.toUpperCase(),
];
const HEADERS = [
  '',
  'Content-Type: application/json\r\n',
  'Content-Type: application/x-www-form-urlencoded\r\n',
  'Transfer-Encoding: chunked\r\n',
  'Connection: Upgrade\r\nUpgrade: tcp\r\n',
  'X-HTTP-Method-Override: DELETE\r\n',
];
const chunked = (body: string): string => `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`;

/** Sends bytes, and reads until the connection ends. */
const send = async (socket: string, bytes: string): Promise<string> => {
  const connection = connect(socket);
  connection.write(bytes);
  return text(connection).catch(() => '');
};
