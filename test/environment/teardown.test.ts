import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { removeFolder } from '../../src/core/remove-folder.ts';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { removeLeftovers } from '../../src/environment/sandbox/clean.ts';
import { type Seen, descendants, stillAlive } from './process-tree.ts';
import { fixtureSystem } from './systems.ts';

const OWNER = fileURLToPath(new URL('owner.ts', import.meta.url));

/** Of the sandbox's processes; a server alone would not do. */
const FEWEST = 5;

let scratch: string;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'sandbox-test-'));
});
afterEach(() => removeFolder(scratch));

/** Our mounts on the machine, and temporary files of the owner. */
const traces = async (): Promise<readonly string[]> => {
  const mounts = (await readFile('/proc/self/mountinfo', 'utf8')).split('\n');
  return [...mounts.filter((mount) => mount.includes('/run/drillbook')), ...(await readdir(scratch))];
};

/** Runs `owner.ts` until it says this line. */
const ownerAt = async (line: string, env: NodeJS.ProcessEnv = {}): Promise<ChildProcess> => {
  const owner = spawn(process.execPath, [OWNER, 'sandbox-stores'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: scratch, ...env },
  });
  for await (const said of createInterface({ input: owner.stdout as NodeJS.ReadableStream })) {
    if (said === line) return owner;
  }
  throw new Error(`the owner ended before it said "${line}"`);
};

/** Those that are still there after a while. */
const survivors = async (processes: readonly Seen[]): Promise<readonly Seen[]> => {
  await vi
    .waitUntil(() => stillAlive(processes).length === 0, { timeout: 30_000, interval: 10 })
    .catch(() => {});
  return stillAlive(processes);
};

test.each(['begins', 'redis starting', 'postgres starting', 'app starting', 'ready'])(
  'kill -9 of the owner at "%s" leaves nothing running',
  async (line) => {
    const owner = await ownerAt(line);
    const processes = descendants(owner.pid as number);
    if (line === 'ready') expect(processes.length).toBeGreaterThan(FEWEST);
    owner.kill('SIGKILL');
    expect(await survivors(processes)).toEqual([]);
    expect(await traces()).toEqual([]);
  },
);

test('kill -9 while PostgreSQL is initialised leaves a folder that the next run removes, and no other', async () => {
  const cache = join(scratch, 'cache');
  vi.stubEnv('XDG_CACHE_HOME', cache);
  try {
    const owner = await ownerAt('begins', { XDG_CACHE_HOME: cache });
    const making = async (): Promise<readonly string[]> =>
      (await readdir(join(cache, 'drillbook/postgres')).catch(() => [])).filter((name) =>
        name.includes('making'),
      );
    await expect.poll(making, { interval: 5 }).toHaveLength(1);
    expect(await removeLeftovers()).toEqual([]);
    const processes = descendants(owner.pid as number);
    owner.kill('SIGKILL');
    expect(await survivors(processes)).toEqual([]);
    await expect.poll(removeLeftovers).not.toEqual([]);
    expect(await making()).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
  }
});

test('disposing ends all processes before it resolves', async () => {
  const environment = await sandboxBackend.start(await fixtureSystem('sandbox-stores'), {
    signal: new AbortController().signal,
    onService: () => {},
  });
  const processes = descendants(process.pid).filter(({ command }) => !command.includes('vitest'));
  expect(processes.length).toBeGreaterThan(FEWEST);
  await environment[Symbol.asyncDispose]();
  expect(stillAlive(processes)).toEqual([]);
});

test.each(['redis starting', 'postgres starting', 'app starting'])(
  'an abort at "%s" ends the start, and everything',
  async (line) => {
    const abort = new AbortController();
    let processes: readonly Seen[] = [];
    const start = sandboxBackend.start(await fixtureSystem('sandbox-stores'), {
      signal: abort.signal,
      onService: ({ service, state }) => {
        if (`${service} ${state}` !== line) return;
        processes = descendants(process.pid).filter(({ command }) => !command.includes('vitest'));
        abort.abort(new Error('enough'));
      },
    });
    await expect(start).rejects.toThrow('enough');
    expect(processes.length).toBeGreaterThan(1);
    expect(stillAlive(processes)).toEqual([]);
  },
);
