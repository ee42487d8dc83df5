import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, release, tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { System } from '../../src/compose/model.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { conformance } from './conformance.ts';
import { fixtureSystem } from './systems.ts';

conformance(sandboxBackend);

describe('what a step does stays in the sandbox', () => {
  let system: System;
  let environment: StartedEnvironment;
  let outside: string;
  beforeAll(async () => {
    outside = await mkdtemp(join(tmpdir(), 'outside-'));
    system = await fixtureSystem('sandbox-limits');
    environment = await sandboxBackend.start(system, {
      signal: new AbortController().signal,
      onService: () => {},
    });
  });
  afterAll(async () => {
    await environment[Symbol.asyncDispose]();
    await rm(outside, { recursive: true });
  });

  const run = async (script: string): Promise<string> => {
    const shell = environment.operator(['sh', '-c', `exec 2>&1\n${script}`]);
    shell.stdin?.end();
    return text(shell.stdout as NodeJS.ReadableStream);
  };

  test('the project’s files can be changed and deleted, and are not', async () => {
    const before = await readFile(system.file, 'utf8');
    expect(await run('echo > compose.yaml; touch new; ls; rm -rf ./*; ls')).toBe('compose.yaml\nnew\n');
    expect(await readFile(system.file, 'utf8')).toBe(before);
    expect(await readdir(dirname(system.file))).toEqual(['compose.yaml']);
  });

  test('the machine’s files cannot be changed', async () => {
    expect(await run('touch /etc/new /usr/new')).toMatch(/(Read-only file system.*){2}/s);
  });

  test('scratch files and the home folder are the sandbox’s own', async () => {
    await writeFile(join(outside, 'file'), '');
    expect(await run(`ls ${outside}`)).toContain('No such file');
    // A checkout, or a cache, that lies in /tmp is in sight there; the step's own files are not on the machine.
    const name = `drillbook-${randomUUID()}`;
    expect(await run(`touch /tmp/${name} ~/${name} && ls /tmp ~`)).toMatch(new RegExp(`${name}[^]*${name}`));
    expect([join('/tmp', name), join(homedir(), name)].filter((path) => existsSync(path))).toEqual([]);
  });

  test('no user’s own files are in sight, whatever HOME says', async () => {
    const { homedir: account } = userInfo();
    const own = (await readdir(account, { withFileTypes: true })).filter((entry) => entry.isFile());
    const seen = (await run(`touch ${account}/seen; ls -A ${account}`)).split('\n');
    expect(seen).toContain('seen');
    expect(own.filter(({ name }) => seen.includes(name))).toEqual([]);
  });

  test('no socket of the machine’s is in sight', async () => {
    const socket = join(outside, 'socket');
    const server = createServer((connection) => connection.end('reached'));
    server.listen(socket);
    await once(server, 'listening');
    expect(await run(`curl -s --unix-socket ${socket} http://localhost/; echo $?`)).toBe('7\n');
    server.close();
  });

  test('no port of the machine’s can be reached, and none is taken', async () => {
    const server = createServer((connection) => connection.end('reached'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    expect(await run(`curl -s http://127.0.0.1:${port}/; echo $?`)).toBe('7\n');
    server.close();
  });

  test('the drill’s host has an address of its own, not that of a container’s link, which goes with it', async () => {
    const ask = 'echo < /dev/tcp/172.18.0.1/1; cat /proc/net/arp';
    const { stdout } = await environment.exec('small', ['bash', '-c', ask]);
    expect(stdout).toMatch(/^172\.18\.0\.1 .* 02:42:ac:12:00:01 /m);
  });

  test('a container that is made anew from two sides is made anew twice', async () => {
    await Promise.all([
      environment.recreate('stubborn', { environment: { GREETING: 'hello' } }, 'fault'),
      run('docker compose up -d --force-recreate stubborn'),
      environment.recreate('stubborn', {}, 'heal'),
    ]);
    expect(
      await run('docker compose up -d stubborn; docker compose ps --format "{{.State}}" stubborn'),
    ).toMatch(/^running$/m);
    expect((await environment.exec('stubborn', ['true'])).exitCode).toBe(0);
  });

  test('a fork bomb fills the drill’s host, not the machine', async () => {
    const before = await readFile('/proc/sys/kernel/pid_max', 'utf8');
    const [, major = 0, minor = 0] = /^(\d+)\.(\d+)/.exec(release())?.map(Number) ?? [];
    const perNamespace = major > 6 || (major === 6 && minor >= 14);
    expect(await run('cat /proc/sys/kernel/pid_max')).toBe(perNamespace ? '4096\n' : before);
    expect(await readFile('/proc/sys/kernel/pid_max', 'utf8')).toBe(before);
  });

  test('a killed process of a container is its end, seen from the host', async () => {
    expect(await run("pgrep -fc '[t]rap'; pkill -KILL -f '[t]rap' && echo killed")).toBe('1\nkilled\n');
    await expect.poll(() => environment.status('stubborn')).toMatchObject({ state: 'exited', exitCode: 137 });
  });
});
