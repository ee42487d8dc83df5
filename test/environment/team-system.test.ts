import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { System } from '../../src/compose/model.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { fixtureSystem } from './systems.ts';

let system: System;
let environment: StartedEnvironment;

beforeAll(async () => {
  system = await fixtureSystem('sandbox-team');
  environment = await sandboxBackend.start(system, {
    signal: new AbortController().signal,
    onService: () => {},
  });
});
afterAll(() => environment[Symbol.asyncDispose]());

const operator = async (script: string): Promise<string> => {
  const shell = environment.operator(['sh', '-c', `exec 2>&1\n${script}`]);
  shell.stdin?.end();
  return text(shell.stdout as NodeJS.ReadableStream);
};

const inService = async (service: string, ...argv: string[]): Promise<string> =>
  (await environment.exec(service, argv)).stdout;

// curl says each time that it tries again, unless it is quiet: the program may listen a moment after it was started.
test('a program stands where its Dockerfile puts it, with its modules, and finds the store by its alias', async () => {
  expect(await operator('curl -s --retry 20 --retry-all-errors --retry-delay 1 localhost:3000')).toBe(
    'hello from /usr/src/app',
  );
});

test('what is bound where the machine has nothing is there, and the machine’s own is there too', async () => {
  expect(await inService('db', 'ls', '/opt/shop/tools')).toContain('server.js');
  expect(await inService('db', 'ls', '/run/shop')).toContain('server.js');
  expect(await inService('web', 'ls', '/usr/share/shop', '/usr/bin/env')).toBe(
    '/usr/bin/env\n\n/usr/share/shop:\nserver.js\n',
  );
});

test('an anonymous volume begins with what the image has there', async () => {
  expect(await inService('web', 'sh', '-c', 'touch modules/own && ls modules')).toBe('greeting\nown\n');
});

test('a command that is ended at its time limit takes no server with it', async () => {
  const before = await environment.logs('db', 1000);
  for (const command of ['exec sleep 30', 'sleep 30', '(sleep 30; true) | cat; true']) {
    const { exitCode } = await environment.exec('db', ['sh', '-c', command], { timeoutMs: 300 });
    expect(exitCode).toBe(124);
  }
  expect(await inService('db', 'ps', 'ax')).not.toContain('sleep');
  expect((await environment.logs('db', 1000)).slice(before.length)).not.toMatch(
    /terminated by signal|recovery/,
  );
});

test('PostgreSQL keeps its data in a bound folder, of which nothing reaches the machine', async () => {
  expect(await operator('ls data/db/PG_VERSION')).toBe('data/db/PG_VERSION\n');
  expect(existsSync(join(dirname(system.file), 'data'))).toBe(false);
});

test('a tmpfs mount does not outlive the process, as in Docker; the container’s other files do', async () => {
  await inService('web', 'touch', '/scratch/file', '/tmp/file');
  await environment.control('web', 'kill', 'test');
  await environment.control('web', 'start', 'test');
  expect(await inService('web', 'ls', '/scratch', '/tmp')).toBe('/scratch:\n\n/tmp:\nfile\n');
});

test('what runs beside a service is told all that it prints, as it was printed', async () => {
  const { stdout, stderr } = await environment.runBeside('web', ['sh', '-c', 'seq 30000 >&2; printf abc']);
  expect(stdout).toBe('abc');
  expect(stderr).toHaveLength(Array.from({ length: 30_000 }, (_, index) => `${index + 1}\n`).join('').length);
});

test('a service has the shared memory and the open input that the file gives it', async () => {
  expect(await environment.status('console')).toMatchObject({ state: 'running', restarts: 0 });
  expect(await inService('console', 'df', '--output=size', '/dev/shm')).toMatch(/\n\s*8192\n$/);
  expect(await inService('web', 'df', '--output=size', '/dev/shm')).toMatch(/\n\s*65536\n$/);
  expect(await environment.runBeside('console', ['cat'])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
});

test('a port is published on the address that the file names, which is another host’s', async () => {
  expect(await operator('curl -s 10.9.9.9:3001')).toBe('hello from /usr/src/app');
  expect(await operator('curl -s 127.0.0.1:3001 || echo refused')).toBe('refused\n');
});
