import { mkdir, writeFile } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { renderDiagnostics } from '../core/squiggle.ts';
import { loadSystem } from './load.ts';
import type { Service, System } from './model.ts';

const fixtures = resolve(import.meta.dirname, '../../test/fixtures/compose');
const bad = join(fixtures, 'bad');

const load = async (name: string, env: Record<string, string> = {}): Promise<System> => {
  const result = await loadSystem(join(fixtures, 'good', name, 'compose.yaml'), { env });
  expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!result.ok) throw new Error('not loaded');
  return result.value;
};

const service = (system: System, name: string): Service => {
  const found = system.services.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no service ${name}`);
  return found;
};

const plain = (text: string): string => text;
const style = { bad: plain, unsure: plain, faint: plain, strong: plain };

describe('everything that is wrong is told at once, each with its place and remedy', () => {
  test.each(readdirSync(bad).filter((name) => name.endsWith('.yaml')))('%s', async (name) => {
    const result = await loadSystem(join(bad, name), { env: {} });
    const text = renderDiagnostics(result.diagnostics, style, (file) => readFileSync(file, 'utf8'), bad);
    expect(result.ok).toBe(false);
    await expect(text.replaceAll(`${bad}/`, '')).toMatchFileSnapshot(
      join(bad, `${basename(name, '.yaml')}.txt`),
    );
  });

  test('a file that is not there is told where it was asked for', async () => {
    const location = { file: '/drills/a.yaml', line: 2, column: 14 };
    const result = await loadSystem(join(bad, 'nowhere.yaml'), { env: {}, location });
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'unreadable-compose', location }] });
  });
});

describe('basic', () => {
  test('services come after those that they depend on, with merge keys resolved', async () => {
    const system = await load('basic');
    expect(system).toMatchObject({ project: 'shop', volumes: [{ name: 'data', sizeBytes: 64 * 2 ** 20 }] });
    expect(system.services.map(({ name }) => name)).toEqual(['postgres', 'web']);
    expect(service(system, 'postgres')).toMatchObject({
      containerName: 'shop-db',
      command: ['postgres', '-c', 'max_connections=30'],
      restart: { name: 'unless-stopped' },
      healthcheck: { test: { shell: 'pg_isready -U $POSTGRES_USER' }, interval: 1000, timeout: 30_000 },
    });
  });

  test('a service of a profile is there when the profile is asked for', async () => {
    const system = await load('basic', { COMPOSE_PROFILES: 'debug' });
    expect(system.services.map(({ name }) => name)).toContain('debug');
    expect(system.inactive).toEqual({});
    expect((await load('basic')).inactive).toEqual({
      debug: { profiles: ['debug'], containerName: 'shop-debug-1' },
    });
  });

  test('a variable of the caller wins over the default', async () => {
    const system = await load('basic', { DB_USER: 'else' });
    expect(service(system, 'postgres').environment.POSTGRES_USER).toBe('else');
  });
});

describe('environment', () => {
  test('.env, env_file and environment, the later winning', async () => {
    const system = await load('environment');
    expect(service(system, 'db')).toMatchObject({ image: 'postgres:17', containerName: 'env-demo-db' });
    expect(service(system, 'db').environment).toEqual({
      USER_NAME: '$literal # kept',
      GREETING: 'hello\n17',
      MULTI: 'two\nlines',
      NUMBER: '42',
      YES: 'true',
      DOLLAR: '$5',
    });
    expect(service(system, 'app')).toMatchObject({ image: 'app:17-x' });
    expect(service(system, 'app').environment).toEqual({
      LEVEL: 'debug',
      URL: 'postgres://17/app',
      OVERRIDDEN: 'own',
      YAML_STYLE: 'fine',
    });
  });

  test('profiles of .env are active; an optional dependency of another profile is left out', async () => {
    const system = await load('environment');
    expect(system.services.map(({ name }) => name)).toEqual(['db', 'app', 'debugger']);
    expect(service(system, 'app').dependsOn).toEqual([{ service: 'db', condition: 'service_started' }]);
  });
});

describe('extends', () => {
  const folder = join(fixtures, 'good/extends');

  test('from another file: paths are relative to that file', async () => {
    const api = service(await load('extends'), 'api');
    expect(api).toMatchObject({
      image: 'node:24',
      command: ['node', 'api.js'],
      build: { context: join(folder, 'base'), dockerfile: 'App.dockerfile' },
      environment: { LEVEL: 'info', COLOUR: 'red', NAME: 'api', FROM_COMMON: 'yes' },
      dependsOn: [{ service: 'postgres', condition: 'service_started', restart: true }],
    });
    expect(api.mounts).toEqual([
      {
        type: 'bind',
        source: join(folder, 'base/scripts'),
        target: '/scripts',
        readOnly: true,
        location: expect.objectContaining({ file: join(folder, 'base/common.yaml') }),
      },
      { type: 'volume', source: 'shared', target: '/shared', readOnly: false },
      {
        type: 'bind',
        source: join(folder, 'own'),
        target: '/data',
        readOnly: false,
        location: expect.objectContaining({ file: join(folder, 'compose.yaml') }),
      },
    ]);
  });

  test('from the same file: mappings are merged key by key', async () => {
    const worker = service(await load('extends'), 'worker');
    expect(worker).toMatchObject({
      containerName: 'shop-worker',
      healthcheck: {
        test: { argv: ['curl', '-f', 'http://localhost/health'] },
        interval: 90_000,
        retries: 9,
      },
    });
  });
});

test('short and long forms mean the same', async () => {
  const system = await load('forms');
  expect(service(system, 'long')).toMatchObject({
    ports: [{ hostIp: '127.0.0.1', published: 16_379, target: 6379, protocol: 'tcp' }, { target: 8001 }],
    mounts: [
      { type: 'volume', source: 'cache', target: '/data', readOnly: true },
      { type: 'tmpfs', target: '/tmp', sizeBytes: 16 * 2 ** 20 },
      { type: 'volume', target: '/anonymous', readOnly: false },
      { type: 'tmpfs', target: '/run', sizeBytes: 2 ** 20 },
      { type: 'tmpfs', target: '/var/run' },
    ],
    healthcheck: {
      test: { shell: 'redis-cli ping' },
      interval: 500,
      timeout: 2000,
      startPeriod: 60_000,
      startInterval: 100,
      retries: 4,
    },
    replicas: 2,
    cpuLimit: 0.5,
    memoryLimit: 64 * 2 ** 20,
    restart: { name: 'on-failure', maxRetries: 3 },
    stopGraceMs: 90_000,
    stopSignal: 'SIGINT',
    expose: [6379, 7000, 7001],
    workingDir: '/data',
    user: '999:999',
  });
  const short = service(system, 'short');
  expect(short).toMatchObject({
    command: ['sh', '-c', "echo 'a b' && sleep 1", 'c d'],
    entrypoint: [],
    ports: [
      { target: 3000 },
      { published: 4000, target: 5000, protocol: 'udp' },
      { published: 4001, target: 5001, protocol: 'udp' },
      { hostIp: '::1', published: 6000, target: 6000 },
    ],
    memoryLimit: 2 ** 30,
    cpuLimit: 2,
    restart: { name: 'on-failure' },
  });
  expect(short.healthcheck).toBeUndefined();
});

describe('a Dockerfile', () => {
  const context = join(fixtures, 'good/image');

  test('says what its last stage runs, with what the stages before it have', async () => {
    const app = service(await load('image'), 'app');
    expect(app.build?.image).toMatchObject({
      base: 'node:22-slim',
      workingDir: '/srv/app',
      user: 'node',
      environment: { NODE_ENV: 'production', PATH_PREFIX: '/api v1', PORT: '8000' },
      expose: [8000, 9229],
      stopSignal: 'SIGINT',
      entrypoint: ['docker-entrypoint.sh'],
      command: ['/bin/sh', '-c', 'node server.js --port $PORT'],
      copies: [
        { source: join(context, 'package.json'), target: '/srv/app/' },
        { source: join(context, 'package-lock.json'), target: '/srv/app/' },
        { source: context, target: '/srv/app/' },
      ],
    });
    expect(app.healthcheck).toMatchObject({
      test: { shell: 'wget -qO- http://localhost:8000/health || exit 1' },
      interval: 1000,
      retries: 5,
    });
  });

  test('has a stage that can be the target; its ENTRYPOINT takes the CMD before it away', async () => {
    const tools = service(await load('image'), 'tools');
    expect(tools.build?.image?.entrypoint).toEqual(['/bin/bash', '-c', 'echo $NODE_ENV   && sleep 1']);
    expect(tools.build?.image?.command).toBeUndefined();
    expect(tools.healthcheck).toBeUndefined();
  });
});

const environmentOf = async (env: Record<string, string>): Promise<unknown> => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'app.env'), 'LISTED=file\nPLAIN=file\n');
  await writeFile(
    join(folder.path, 'compose.yaml'),
    `services:
  base: { image: 'node:24', environment: { KEEP: base, OTHER: base }, build: { context: ., args: { ARG: base } } }
  app:
    extends: base
    build: { args: [ARG, NEW] }
    env_file: app.env
    environment: [API_KEY, KEEP, LISTED, constructor]
`,
  );
  await writeFile(join(folder.path, 'Dockerfile'), 'FROM node:24\n');
  const read = await loadSystem(join(folder.path, 'compose.yaml'), { env });
  if (!read.ok) throw new Error('not loaded');
  const { environment, unset, build } = service(read.value, 'app');
  return { ...environment, unset, args: build?.args };
};

describe('a variable that is named without a value', () => {
  test('has the one of the surroundings, whatever the base and the env_file say', async () => {
    const env = { API_KEY: 'secret', KEEP: 'mine', LISTED: 'mine', ARG: 'mine', NEW: 'new' };
    expect(await environmentOf(env)).toEqual({
      API_KEY: 'secret',
      KEEP: 'mine',
      LISTED: 'mine',
      OTHER: 'base',
      PLAIN: 'file',
      unset: ['constructor'],
      args: { ARG: 'mine', NEW: 'new' },
    });
  });

  test('is not there where the surroundings have none', async () => {
    const unset = ['KEEP', 'API_KEY', 'LISTED', 'constructor'];
    expect(await environmentOf({})).toEqual({ OTHER: 'base', PLAIN: 'file', unset, args: {} });
  });
});

test('the surroundings are what was looked up there, by the file or by what it names, and no more', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, '.env'), 'TAG=24\nFROM_ENV=${DEEP}\n');
  await writeFile(join(folder.path, 'app.env'), 'LISTED\n');
  await writeFile(
    join(folder.path, 'compose.yaml'),
    "services: { app: { image: 'node:${TAG}', command: 'echo ${OTHER:-none} $$HOME', environment: [API_KEY, MISSING], env_file: app.env, profiles: [a] } }\n",
  );
  const used = { API_KEY: 'secret', COMPOSE_PROFILES: 'a', DEEP: 'd', LISTED: 'l', OTHER: 'o', TAG: '22' };
  const env = { ...used, HOME: '/home/me', FROM_ENV: 'x', UNUSED: 'u' };
  const read = await loadSystem(join(folder.path, 'compose.yaml'), { env });
  if (!read.ok) throw new Error('not loaded');
  expect(read.value.surroundings).toEqual(used);
  expect(service(read.value, 'app')).toMatchObject({
    image: 'node:22',
    environment: { API_KEY: 'secret', LISTED: 'l' },
  });
});

test('a .env that cannot be read is told beside what else is wrong', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'compose.yaml');
  await mkdir(join(folder.path, '.env'));
  await writeFile(file, 'services: { web: {} }\n');
  const system = await loadSystem(file, { env: {} });
  expect(system.ok).toBe(false);
  expect(system.diagnostics.map(({ message }) => message)).toEqual([
    `cannot read ${folder.path}/.env: it is a folder`,
    '"web" has neither "image" nor "build"',
  ]);
});
