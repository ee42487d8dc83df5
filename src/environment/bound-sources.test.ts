import { once } from 'node:events';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { loadSystem } from '../compose/load.ts';
import { boundSources } from './bound-sources.ts';

const compose = (volumes: readonly string[], more = ''): string =>
  `services:\n  web:\n    image: node:24\n    volumes:\n${volumes.map((each) => `      - ${each}\n`).join('')}${more}`;

/** What is told of these volumes, beside a folder `there`, a file `there.sql` and a socket `there.sock`: `SEVERITY LINE`. */
const told = async (volumes: readonly string[], more?: string): Promise<readonly string[]> => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'compose.yaml');
  await mkdir(join(folder.path, 'there'));
  await writeFile(join(folder.path, 'there.sql'), 'SELECT 1;');
  const server = createServer().listen(join(folder.path, 'there.sock'));
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  await symlink('round', join(folder.path, 'round'));
  await writeFile(file, compose(volumes, more));
  const system = await loadSystem(file, { env: {} });
  if (!system.ok) throw new TypeError(JSON.stringify(system.diagnostics));
  return boundSources(system.value, 'engine').map(({ severity, location, message }) => {
    expect(location?.file).toBe(file);
    expect(message).toContain(`"web" binds ${folder.path}/`);
    return `${severity} ${location?.line}`;
  });
};

test('what is there, and what is no bind, is in order', async () => {
  const named = 'volumes: { data: {} }\n';
  expect(await told(['./there:/data', './there.sql:/init.sql:ro', 'data:/kept', '/tmp/x'], named)).toEqual(
    [],
  );
});

test.each([
  './init.sql:/docker-entrypoint-initdb.d/init.sql:ro',
  './gone:/etc/nginx/nginx.conf',
  './gone:/app/.env.local',
  './gone:/etc/caddy/Caddyfile',
  './gone:/run/secrets/password',
  '{ type: bind, source: ./gone, target: /app/server.mjs }',
])('%s: a file that is not there is an error at its line', async (volume) => {
  expect(await told(['./there:/data', volume])).toEqual(['error 6']);
});

test.each([
  './data:/var/lib/postgresql/data',
  './gone:/etc/nginx/conf.d',
  './gone:/opt/app-1.2',
  './gone:/root/.cache',
])('%s: a folder that is not there is made, and told', async (volume) => {
  expect(await told([volume])).toEqual(['warning 5']);
});

test('a socket of the machine’s is told: nothing answers there', async () => {
  expect(await told(['./there:/data', './there.sock:/var/run/docker.sock'])).toEqual(['warning 6']);
});

test('what cannot be looked at is an error', async () => {
  expect(await told(['./round:/data'])).toEqual(['error 5']);
});

test('a service that the drill does not start may bind what it likes', async () => {
  const more = '  tools:\n    image: node:24\n    profiles: [tools]\n    volumes: ["./gone.sql:/x.sql"]\n';
  expect(await told(['./there:/data'], more)).toEqual([]);
});
