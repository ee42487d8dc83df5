import { randomUUID } from 'node:crypto';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import { connectEngine } from '../../src/environment/docker/engine.ts';
import { type Image, ensureServiceImage, imageOf } from '../../src/environment/docker/images.ts';
import { removeDead, removeRun } from '../../src/environment/docker/leftovers.ts';
import { OWNER_LABEL, owner } from '../../src/environment/docker/run.ts';
import { RUN_LABEL } from '../../src/environment/docker/socket/names.ts';
import { drillbook, repository } from '../support/cli.ts';
import { ofOwner } from '../support/of-owner.ts';
import { ownEngine } from '../support/own-engine.ts';
import { descendants } from './process-tree.ts';
import { canRun } from '../support/require.ts';
import { service, system } from '../support/system.ts';
import { fixtureSystem } from './systems.ts';

type Built = Image & { readonly file: string };

const OWNER = fileURLToPath(new URL('owner.ts', import.meta.url));

const missing = await dockerBackend.missing();
const reason = hasErrors(missing) ? missing[0]?.message : undefined;

/** All of the engine's: one without a label would be nobody's for ever. */
const allVolumes = async (): Promise<readonly string[]> => {
  const { docker } = await connectEngine();
  return (await docker.listVolumes()).Volumes.map(({ Name }) => Name).sort();
};

/** Runs `owner.ts` until it says this line. */
const ownerAt = async (line: string, folder: string): Promise<{ child: ChildProcess; mark: string }> => {
  const child = spawn(process.execPath, [OWNER, 'sandbox-stores', 'docker'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: folder },
    detached: true,
  });
  const mark = owner(child.pid);
  for await (const said of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    if (said === line) return { child, mark };
  }
  throw new Error(`the owner ended before it said "${line}"`);
};

const REAPED = { timeout: 30_000, interval: 100 };

const scene = (): void => {
  let folder: string;
  let canaries: readonly string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docker-test-'));
    const { docker } = await connectEngine();
    // Of tests that were killed: the next drill would remove it in the midst of a test.
    await removeDead(docker);
    // One that nobody knows, and one of a drill that is alive.
    const labels = [{}, { [RUN_LABEL]: 'alive', [OWNER_LABEL]: owner() }];
    canaries = await Promise.all(
      labels.map(async (Labels) => (await docker.createContainer({ Image: 'node:24-slim', Labels })).id),
    );
  });
  afterEach(async () => {
    const { docker } = await connectEngine();
    // Each is there still, or this fails.
    for (const id of canaries) await docker.getContainer(id).remove({ force: true });
    await rm(folder, { recursive: true });
  });

  test.each(['begins', 'postgres created', 'app starting', 'ready'])(
    'kill -9 of the owner at "%s" leaves nothing in the engine',
    async (line) => {
      const volumes = await allVolumes();
      const { child, mark } = await ownerAt(line, folder);
      if (line !== 'begins') expect((await ofOwner(mark)).length).toBeGreaterThan(3);
      // With all of its group: only who has left that can still clean up.
      process.kill(-(child.pid as number), 'SIGKILL');
      await expect.poll(() => ofOwner(mark), REAPED).toEqual([]);
      await expect.poll(() => readdir(folder), REAPED).toEqual([]);
      expect(await allVolumes()).toEqual(volumes);
    },
  );

  test('what is left of a run whose reaper was killed, too, goes with the next one; the living stay', async () => {
    const { child, mark } = await ownerAt('postgres created', folder);
    const { docker } = await connectEngine();
    // It takes its title only once it has loaded: before, it goes by its file.
    const reapers = descendants(child.pid as number).filter(({ command }) => /\breaper\b/.test(command));
    expect(reapers).toHaveLength(1);
    for (const { pid } of reapers) process.kill(pid, 'SIGKILL');
    expect((await removeDead(docker)).filter(({ what }) => what.includes('alive'))).toEqual([]);
    expect((await ofOwner(mark)).length).toBeGreaterThan(3);
    process.kill(-(child.pid as number), 'SIGKILL');
    await once(child, 'exit');
    await expect.poll(async () => [await removeDead(docker), await ofOwner(mark)], REAPED).toEqual([[], []]);
  });

  test('clean says what it cannot remove, and why', async () => {
    const { docker } = await connectEngine();
    const dead = owner(99_999_999);
    const network = await docker.createNetwork({ Name: 'drillbook-dead', Labels: { [OWNER_LABEL]: dead } });
    const inUse = await docker.createContainer({
      Image: 'node:24-slim',
      Cmd: ['sleep', '60'],
      HostConfig: { NetworkMode: 'drillbook-dead' },
    });
    try {
      await inUse.start();
      const { exitCode, stderr, stdout } = await drillbook(['clean']);
      // What others have left may go, too.
      expect(exitCode).toBe(2);
      expect(stdout).not.toContain('drillbook-dead');
      expect(stderr).toMatch(/network drillbook-dead could not be removed: .*active endpoints/);
      await inUse.remove({ force: true });
      expect(await drillbook(['clean'])).toMatchObject({
        exitCode: 0,
        stdout: expect.stringMatching(/^removed network drillbook-dead$/m),
      });
    } finally {
      await inUse.remove({ force: true }).catch(() => {});
      await network.remove().catch(() => {});
    }
  });

  test('an image that was built goes when its Compose file has gone, or something newer has its name', async () => {
    const engine = await connectEngine();
    const names = ['there', 'gone', 'renewed'].map((name) => `${name}-${randomUUID()}`);
    const [there, gone, renewed] = (await Promise.all(
      names.map(async (project) => {
        const file = join(folder, project, 'compose.yaml');
        await mkdir(dirname(file));
        await writeFile(file, '');
        await writeFile(join(dirname(file), 'Dockerfile'), 'FROM redis:8');
        const app = service('app', { build: { context: dirname(file), args: {} } });
        const { signal } = new AbortController();
        const name = await ensureServiceImage(engine, { ...system(app), file, project }, app, signal);
        onTestFinished(() =>
          engine.docker
            .getImage(name)
            .remove()
            .catch(() => {}),
        );
        return { file, ...(await imageOf(engine, name)) };
      }),
    )) as [Built, Built, Built];
    const [repo, tag] = renewed.name.split(':') as [string, string];
    await engine.docker.getImage('redis:8').tag({ repo, tag });
    await rm(gone.file);
    const { stdout } = await drillbook(['clean']);
    const removed = stdout.split('\n');
    expect(removed).toContain(`removed image ${gone.name}`);
    expect(removed).toContain(`removed image ${renewed.id}`);
    const left = (await engine.docker.listImages()).map(({ Id }) => Id);
    expect(left).toContain(there.id);
    expect(left).not.toContain(gone.id);
    expect(left).not.toContain(renewed.id);
  });

  test('what is still in use is told, and goes as soon as it is not', async () => {
    const { docker } = await connectEngine();
    const run = randomUUID();
    const network = await docker.createNetwork({ Name: run, Labels: { [RUN_LABEL]: run } });
    onTestFinished(() => network.remove().catch(() => {}));
    const user = await docker.createContainer({
      Image: 'node:24-slim',
      Cmd: ['sleep', '60'],
      HostConfig: { NetworkMode: run },
    });
    await user.start();
    await expect(removeRun(docker, run)).rejects.toMatchObject({
      code: 'not-removed',
      message: expect.stringMatching(new RegExp(`network ${run}: .*active endpoints`)),
    });
    await Promise.all([removeRun(docker, run), user.stop({ t: 1 }).then(() => user.remove())]);
    await expect(network.inspect()).rejects.toThrow('not found');
  });

  test('a volume that only the image asks for keeps its data in a container’s successor, and goes with the drill', async () => {
    const before = await allVolumes();
    await using environment = await dockerBackend.start(await fixtureSystem('sandbox-stores'), {
      signal: new AbortController().signal,
      onService: () => {},
    });
    await environment.exec('redis', ['touch', '/data/kept']);
    await environment.recreate('redis', { environment: { GREETING: 'hello' } }, 'fault');
    expect((await environment.exec('redis', ['ls', '/data'])).stdout).toMatch(/kept/);
    expect((await allVolumes()).length).toBeGreaterThan(before.length);
    await environment[Symbol.asyncDispose]();
    expect(await allVolumes()).toEqual(before);
  });

  test('an abort ends the start, and everything', async () => {
    const abort = new AbortController();
    const before = await ofOwner(owner());
    let during: readonly string[] = [];
    const start = dockerBackend.start(await fixtureSystem('sandbox-stores'), {
      signal: abort.signal,
      onService: ({ service, state }) => {
        if (`${service} ${state}` !== 'redis starting') return;
        void ofOwner(owner()).then((found) => {
          during = found;
          abort.abort(new Error('enough'));
        });
      },
    });
    await expect(start).rejects.toThrow('enough');
    expect(during.length).toBeGreaterThan(before.length);
    expect(await ofOwner(owner())).toEqual(before);
  });
};

const sharedEngine = (): void => {
  // An engine of its own: were it not so, the runs of others would be removed.
  test('clean in another PID namespace, as in a CI job’s container, leaves living runs alone', async () => {
    await using engine = await ownEngine('100m', []);
    await engine.docker('volume', 'create', `--label=${OWNER_LABEL}=${owner()}`, 'living');
    await engine.docker('volume', 'create', `--label=${OWNER_LABEL}=${owner(99_999_999)}`, 'dead');
    const clean = [repository('bin/drillbook'), 'clean'];
    const env = { DOCKER_HOST: engine.host };
    const elsewhere = await execa('unshare', ['--pid', '--fork', '--mount-proc', ...clean], { env });
    expect(elsewhere.stdout).not.toContain('volume');
    expect(await engine.docker('volume', 'ls', '-q')).toBe('dead\nliving');
    expect((await drillbook(['clean'], { env })).stdout).toMatch(/^removed volume dead$/m);
    expect(await engine.docker('volume', 'ls', '-q')).toBe('living');
  });
};

if (canRun('the docker backend', reason)) scene();
if (canRun('an engine of its own', reason ?? (process.getuid?.() === 0 ? undefined : 'only root may mount')))
  sharedEngine();
