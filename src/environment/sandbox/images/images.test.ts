import { expect, test } from 'vitest';
import type { Service } from '../../../compose/model.ts';
import type { Machine } from '../machine.ts';
import { asBuilt } from '../../../compose/as-built.ts';
import { imageTag } from './image.ts';
import { imageOf } from './images.ts';
import { dataDirectory } from './postgres.ts';
import { hiddenTools } from './tools.ts';
import { userOf } from './user.ts';

const service = (more: Partial<Service>): Service =>
  ({ name: 'x', environment: {}, mounts: [], ...more }) as Service;
const machine: Machine = { node: '/opt/node', postgres: { bin: '/pg/bin', major: 15 } };
const argv = (more: Partial<Service>) => imageOf(service(more))?.argv(service(more), machine);

test.each([
  [{ image: 'redis:7' }, ['redis-server', '--protected-mode', 'no']],
  [
    { image: 'redis:7', command: ['redis-server', '/etc/redis.conf', '--port', '1'] },
    ['redis-server', '/etc/redis.conf', '--protected-mode', 'no', '--port', '1'],
  ],
  [
    { image: 'valkey/valkey:8', command: ['--appendonly', 'yes'] },
    ['redis-server', '--protected-mode', 'no', '--appendonly', 'yes'],
  ],
  [{ image: 'redis', command: ['sh', '-c', 'x'] }, ['sh', '-c', 'x']],
  [{ image: 'postgres:17' }, ['docker-entrypoint.sh', 'postgres']],
  [{ image: 'postgres', command: ['-c', 'a=1'] }, ['docker-entrypoint.sh', 'postgres', '-c', 'a=1']],
  [{ image: 'node:24', entrypoint: ['node'], command: ['x.js'] }, ['node', 'x.js']],
])('%j runs %j', (more, expected) => {
  expect(argv(more)).toEqual(expected);
});

test('an image that nothing stands for is none', () => {
  expect(imageOf(service({ image: 'mongo:7' }))).toBeUndefined();
  expect(imageOf(service({ image: 'constructor' }))).toBeUndefined();
  expect(imageOf(service({}))).toBeUndefined();
});

test('from PostgreSQL 18 on, the data folder names the version', () => {
  expect(dataDirectory(service({ image: 'postgres:17' }))).toBe('/var/lib/postgresql/data');
  expect(dataDirectory(service({ image: 'postgres:18-alpine' }))).toBe('/var/lib/postgresql/18/docker');
  expect(dataDirectory(service({ image: 'postgres', environment: { PGDATA: '/x' } }))).toBe('/x');
});

test.each([
  ['node:24-slim', '24-slim'],
  ['registry:5000/node', 'latest'],
  ['node:24@sha256:abc', '24'],
])('the tag of %s is %s', (image, tag) => {
  expect(imageTag(image)).toBe(tag);
});

const build = (image: object) => ({
  context: '/x',
  args: {},
  image: { base: 'node:24', environment: {}, expose: [], copies: [], ...image },
});

test('what the Compose file says wins over the Dockerfile', () => {
  const built = asBuilt(
    service({
      build: build({ command: ['a'], workingDir: '/w', environment: { A: '1', B: '1' } }),
      environment: { B: '2' },
    }),
  );
  expect(built).toMatchObject({
    image: 'node:24',
    command: ['a'],
    workingDir: '/w',
    environment: { A: '1', B: '2' },
  });
  expect(asBuilt(service({ build: build({ command: ['a'] }), command: ['b'] })).command).toEqual(['b']);
});

test('a variable that the Compose file takes away is not the Dockerfile’s', () => {
  const image = { environment: { A: '1', B: '1' } };
  expect(asBuilt(service({ build: build(image), unset: ['A'] })).environment).toEqual({ B: '1' });
});

test('an entrypoint of the Compose file’s own does not get the image’s command', () => {
  expect(asBuilt(service({ build: build({ command: ['a'] }), entrypoint: ['e'] })).command).toBeUndefined();
});

test('hides the programs of other images', () => {
  const programs = ['ls', 'psql', 'pg_dump', 'redis-cli', 'curl', 'python3.11'];
  expect(hiddenTools(programs, ['redis', 'curl'])).toEqual(['psql', 'pg_dump', 'python3.11']);
});

test.each([
  [undefined, { name: 'root', uid: 0 }],
  ['node', { name: 'node', uid: 1000 }],
  ['1000:1000', { name: 'node', uid: 1000 }],
  ['70', { name: 'user70', uid: 70 }],
  ['deploy', { name: 'deploy', uid: 1000 }],
  ['constructor', { name: 'constructor', uid: 1000 }],
])('user %s is %j', (user, expected) => {
  const image = imageOf(service({ image: 'node' }));
  expect(image && userOf(service({ ...(user !== undefined && { user }) }), image)).toEqual(expected);
});
