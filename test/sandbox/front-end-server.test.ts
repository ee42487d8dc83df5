import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemorySupervisor } from '../support/memory-supervisor.ts';
import type { FrontEndCall } from '../../src/environment/sandbox/supervisor-model.ts';
import { installFrontEnds } from '../../src/environment/sandbox/front-end/install.ts';
import { serveFrontEnds } from '../../src/environment/sandbox/front-end/server.ts';

const run = promisify(execFile);

let folder: string;
let supervisor: MemorySupervisor;
let server: AsyncDisposable;
let calls: FrontEndCall[];
let bugs: unknown[];
let docker: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'front-end-'));
  supervisor = new MemorySupervisor();
  calls = [];
  bugs = [];
  const socket = join(folder, 'front-end.sock');
  server = await serveFrontEnds(socket, supervisor, {
    onCall: (call) => calls.push(call),
    onError: (error) => bugs.push(error),
  });
  await installFrontEnds(join(folder, 'bin'), socket);
  docker = join(folder, 'bin', 'docker');
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

test('a program on the PATH reaches the supervisor, with its place and its exit status', async () => {
  const { stdout, stderr } = await run(docker, ['restart', 'preskool-db'], { cwd: folder });
  expect({ stdout, stderr }).toEqual({ stdout: 'preskool-db\n', stderr: '' });
  expect(supervisor.done).toEqual(['restart preskool-db (docker restart preskool-db)']);
  expect(calls[0]).toMatchObject({ cwd: folder, stdinIsTerminal: false, stdoutIsTerminal: false });
  await expect(run(docker, ['restart', 'nope'])).rejects.toMatchObject({ code: 1 });
});

test('exec becomes the program: its input, output, environment and exit status are its own', async () => {
  const line = 'read -r word; echo "$word $A $CONTAINER"; exit 7';
  const child = run(docker, ['exec', '-i', '-e', 'A=b', 'preskool-db', 'sh', '-c', line]);
  child.child.stdin?.end('typed\n');
  await expect(child).rejects.toMatchObject({ code: 7, stdout: 'typed b preskool-db\n', stderr: '' });
});

test('exec without -i leaves the input alone', async () => {
  const loop = `printf 'one\\ntwo\\n' | while read -r word; do echo "$word $(${docker} exec preskool-db cat)"; done`;
  expect((await run('sh', ['-c', loop])).stdout).toBe('one \ntwo \n');
});

test('exec runs programs that the shell has too', async () => {
  expect((await run(docker, ['exec', 'preskool-db', 'echo', 'up'])).stdout).toBe('up\n');
});

test('exec of a program that is not there ends as in a container', async () => {
  await expect(run(docker, ['exec', 'preskool-db', 'no-such-program'])).rejects.toMatchObject({
    code: 127,
    stderr: expect.stringContaining('executable file not found in $PATH') as string,
  });
});

test('exec -d leaves the program running', async () => {
  const mark = join(folder, 'mark');
  await run('mkfifo', [mark]);
  await run(docker, ['exec', '-d', 'preskool-db', 'sh', '-c', `echo done >${mark}`]);
  expect(await readFile(mark, 'utf8')).toBe('done\n');
});

test('a question is answered by the caller', async () => {
  supervisor.change('redis', { state: 'exited' });
  const child = run(docker, ['container', 'prune']);
  child.child.stdin?.end('y\n');
  expect((await child).stdout).toContain('Deleted Containers:');
  expect(supervisor.containers()).toHaveLength(2);
});

test('cp goes in and out, keeping or changing the name', async () => {
  await writeFile(join(folder, 'a'), 'text');
  await mkdir(join(folder, 'into'));
  await run(docker, ['cp', join(folder, 'a'), `preskool-db:${folder}/into`]);
  await run(docker, ['cp', `preskool-db:${folder}/into/a`, 'b'], { cwd: folder });
  expect(await readFile(join(folder, 'b'), 'utf8')).toBe('text');
  await expect(run(docker, ['cp', 'preskool-db:/nope', folder])).rejects.toMatchObject({
    code: 1,
    stderr: 'Error response from daemon: Could not find the file /nope in container preskool-db\n',
  });
});

test('a signal ends the program itself', async () => {
  const child = spawn(docker, ['exec', 'preskool-db', 'sh', '-c', 'echo up; exec sleep 60']);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGTERM');
  expect(await new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))).toBe('SIGTERM');
});

test('following ends when the caller goes', async () => {
  supervisor.lines.set('postgres', [{ stream: 'stdout', time: new Date(), text: 'ready' }]);
  const child = spawn(docker, ['logs', '-f', 'preskool-db']);
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGINT');
  const { signal } = calls[0] ?? {};
  if (signal?.aborted === false) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  expect(signal?.aborted).toBe(true);
});

test('a caller that is ended in the midst of a line is no bug', async () => {
  supervisor.change('redis', { state: 'exited' });
  const call = JSON.stringify({ program: 'docker', args: ['container', 'prune'], cwd: folder, env: {} });
  for (const said of [call.slice(0, 30), `${call}\n{"stdin":"eQ`]) {
    const caller = connect(join(folder, 'front-end.sock'));
    caller.end(said);
    caller.resume();
    await once(caller, 'close');
  }
  expect(bugs).toEqual([]);
  expect(supervisor.containers()).toHaveLength(3);
});

test('a sandbox that is gone is said so', async () => {
  await server[Symbol.asyncDispose]();
  await expect(run(docker, ['ps'])).rejects.toMatchObject({
    code: 125,
    stderr: expect.stringMatching(/^docker: cannot reach the sandbox/) as string,
  });
});
