import fc from 'fast-check';
import { ENDPOINTS } from '../../src/environment/docker/socket/endpoints.ts';

const METHODS = ['GET', 'POST', 'DELETE', 'PUT', 'HEAD', 'PATCH', 'OPTIONS', 'get'];
const FORBIDDEN = [
  '/containers/{container}/attach/ws',
  '/containers/{container}/checkpoints',
  '/containers/{container}/copy',
  '/commit',
  '/images/load',
  '/images/get',
  '/images/{image}/tag',
  '/images/{image}/push',
  '/images/{image}/get',
  '/auth',
  '/session',
  '/grpc',
  '/swarm/init',
  '/plugins/pull',
  '/services/create',
  '/secrets',
  '/distribution/{image}/json',
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
/** Fields of all kinds of bodies, and the worst that can be said in each. */
const HARMFUL = Object.entries<unknown>({
  Binds: ['/:/x'],
  CapAdd: ['ALL'],
  CgroupParent: '/',
  Container: 'canary',
  DeviceRequests: [{ Count: -1 }],
  Devices: [{ PathOnHost: '/dev/mem', PathInContainer: '/dev/mem' }],
  Driver: 'macvlan',
  DriverOpts: { type: 'none', o: 'bind', device: '/' },
  Image: 'drillbook/postgres',
  IpcMode: 'host',
  Labels: { 'drillbook.scope': 'other' },
  MaskedPaths: [],
  Mounts: [{ Source: '/', Target: '/x', Type: 'bind' }],
  Name: '../x',
  NetworkMode: 'host',
  Options: { 'com.docker.network.bridge.name': 'docker0' },
  PidMode: 'host',
  PortBindings: { '80/tcp': [{ HostPort: '80' }] },
  Privileged: true,
  Runtime: 'other',
  SecurityOpt: ['seccomp=unconfined'],
  Sysctls: { 'net.ipv4.ip_forward': '0' },
  UTSMode: 'host',
  UsernsMode: 'host',
  VolumesFrom: ['canary'],
  ['__proto__']: { Privileged: true },
});
const POSTED = [
  '/volumes/create',
  '/networks/create',
  '/networks/shop_default/connect',
  '/containers/shop-cache/update',
  '/containers/shop-cache/exec',
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

/** Mostly this, now and then that. */
const mostly = <T, U>(common: fc.Arbitrary<T>, odd: fc.Arbitrary<U>): fc.Arbitrary<T | U> =>
  fc.oneof({ weight: 4, arbitrary: common }, { weight: 1, arbitrary: odd });

/** Requests like those that a drill may make, with things of others in them, and written in odd ways. */
export const requests = (
  mine: Readonly<Record<'container' | 'network' | 'volume' | 'image', readonly string[]>>,
  theirs: readonly string[],
): fc.Arbitrary<string> => {
  const name = fc.constantFrom(...Object.values(mine).flat(), ...theirs);
  const names = fc.record(
    Object.fromEntries(
      Object.entries(mine).map(([kind, owned]) => [kind, mostly(fc.constantFrom(...owned), name)]),
    ),
  );
  const endpoint = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ENDPOINTS) },
    { weight: 1, arbitrary: fc.constantFrom(...ENDPOINTS.filter(({ body }) => body !== undefined)) },
    {
      weight: 1,
      arbitrary: fc.record({ method: fc.constantFrom(...METHODS), path: fc.constantFrom(...FORBIDDEN) }),
    },
  );
  const value = fc.oneof(name, fc.constantFrom('1', '', FILTERS, '/', '../..'));
  const query = fc
    .dictionary(fc.constantFrom(...PARAMETERS), value, { maxKeys: 2 })
    .map((pairs) => `?${new URLSearchParams(pairs).toString()}`);
  const fields = fc
    .array(fc.tuple(fc.constantFrom(...HARMFUL), fc.oneof(name, fc.boolean())), { maxLength: 2 })
    .map((chosen) => Object.fromEntries(chosen.map(([[field], value]) => [field, value])));
  const body = mostly(
    fields.map((HostConfig) => JSON.stringify({ Image: 'redis:8', Container: 'shop-cache', HostConfig })),
    fields.map((odd) => JSON.stringify({ Image: 'redis:8', ...odd, hostconfig: odd })),
  );
  return fc
    .record({
      endpoint,
      names,
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
    .map(({ endpoint, names, method = endpoint.method, version, twist, query, body, header }) => {
      const target = `${twist(version + endpoint.path.replaceAll(/\{(\w+)\}/g, (_, kind: string) => names[kind] ?? 'shop-cache'))}${query}`;
      const inChunks = header.startsWith('Transfer-Encoding');
      const framing = inChunks ? header : `Content-Length: ${Buffer.byteLength(body)}\r\n${header}`;
      return `${method} ${target} HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n${framing}\r\n${inChunks ? chunked(body) : body}`;
    });
};

/** Bodies that say one harmful thing, in a request that is well otherwise. */
export const harmfulBodies = fc
  .record({
    path: fc.oneof(fc.constant('/containers/create'), fc.constantFrom(...POSTED)),
    field: fc.constantFrom(...HARMFUL),
    lower: fc.boolean(),
    outside: fc.boolean(),
  })
  .map(({ path, field: [name, harm], lower, outside }) => {
    const said = { [lower ? name.toLowerCase() : name]: harm };
    const isContainer = path === '/containers/create';
    const body = JSON.stringify({
      ...(isContainer && { Image: 'redis:8' }),
      ...(isContainer && !outside ? { HostConfig: said } : said),
    });
    return `POST ${path} HTTP/1.1\r\nHost: docker\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  });
