import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type Server, type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import { connectEngine } from '../../src/environment/docker/engine.ts';
import { OWNER_LABEL, owner } from '../../src/environment/docker/run.ts';
import { drillbook } from '../support/cli.ts';
import { canRun } from '../support/require.ts';

const missing = await dockerBackend.missing();
const reason = hasErrors(missing) ? missing[0]?.message : undefined;

/** The machine's engine, as a way to it that can be cut. */
class Way {
  readonly #path: string;
  readonly #engine: string;
  readonly #open = new Set<Socket>();
  #server: Server | undefined;

  constructor(path: string, engine: string) {
    this.#path = path;
    this.#engine = engine;
  }

  async open(): Promise<void> {
    this.#server = createServer({ allowHalfOpen: true }, (near) => {
      const far = connect({ path: this.#engine, allowHalfOpen: true });
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#open.add(socket);
        socket.pipe(other);
        socket.on('error', () => other.destroy()).on('close', () => this.#open.delete(socket));
      }
    }).listen(this.#path);
    await once(this.#server, 'listening');
  }

  cut(): void {
    this.#server?.close();
    for (const socket of this.#open) socket.destroy();
  }
}

const scene = (): void => {
  test('an engine that ends in the middle of a drill: inconclusive, and nothing is left once it is back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'drillbook-test-'));
    const { docker, address } = await connectEngine();
    if (!('path' in address)) throw new TypeError('the engine has no Unix socket');
    const way = new Way(join(folder, 'engine.sock'), address.path);
    await way.open();
    try {
      const journal = join(folder, 'journal.jsonl');
      const drill = 'test/fixtures/drills/docker/cache-down.yaml';
      const run = drillbook(['run', '--backend', 'docker', '--journal-path', journal, drill], {
        env: { DOCKER_HOST: `unix://${join(folder, 'engine.sock')}`, TMPDIR: folder },
      });
      const label = [`${OWNER_LABEL}=${owner(run.pid)}`];
      const left = () => docker.listContainers({ all: true, filters: { label } });
      for await (const line of createInterface(run.stdout)) {
        if (line.trimStart().startsWith('steady')) break;
      }
      expect((await left()).length).toBeGreaterThan(3);
      way.cut();
      const { exitCode, stderr } = await run;
      expect(exitCode).toBe(2);
      // A warning that an image is built first may stand there, and nothing of a bug.
      expect(stderr).not.toMatch(/^error|^\s+at |bug/m);
      expect(await readFile(journal, 'utf8')).toMatch(/"type":"harness-error".*the Docker engine/);
      await way.open();
      await expect.poll(left, { timeout: 30_000, interval: 100 }).toEqual([]);
    } finally {
      way.cut();
      await rm(folder, { recursive: true });
    }
  });
};

if (canRun('the docker backend', reason)) scene();
