import { EventEmitter, once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type Server, type Socket, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import { connectEngine } from '../../src/environment/docker/engine.ts';
import { owner } from '../../src/environment/docker/run.ts';
import { descendants, stillAlive } from '../environment/process-tree.ts';
import { drillbook } from '../support/cli.ts';
import { ofOwner } from '../support/of-owner.ts';
import { canRun } from '../support/require.ts';

const missing = await dockerBackend.missing();
const reason = hasErrors(missing) ? missing[0]?.message : undefined;

/** The machine's engine, as a way to it that can be cut and mended. */
class Way {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #tries = new EventEmitter();
  #isCut = false;

  constructor(engine: string) {
    this.#server = createServer({ allowHalfOpen: true }, (near) => {
      if (this.#isCut) {
        near.destroy();
        this.#tries.emit('try');
        return;
      }
      const far = connect({ path: engine, allowHalfOpen: true });
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(socket);
        socket.pipe(other);
        socket.on('error', () => other.destroy()).on('close', () => this.#sockets.delete(socket));
      }
    });
  }

  async open(path: string): Promise<void> {
    this.#server.listen(path);
    await once(this.#server, 'listening');
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Resolves when somebody next tries to get through in vain. */
  async tried(): Promise<void> {
    await once(this.#tries, 'try');
  }

  mend(): void {
    this.#isCut = false;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}

const scene = (): void => {
  test('an engine that ends in the middle of a drill: inconclusive, and nothing is left once it is back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'drillbook-test-'));
    const { address } = await connectEngine();
    if (!('path' in address)) throw new TypeError('the engine has no Unix socket');
    const way = new Way(address.path);
    await way.open(join(folder, 'engine.sock'));
    try {
      const journal = join(folder, 'journal.jsonl');
      const drill = 'test/fixtures/drills/docker/cache-down.yaml';
      const run = drillbook(['run', '--backend', 'docker', '--journal-path', journal, drill], {
        env: { DOCKER_HOST: `unix://${join(folder, 'engine.sock')}`, TMPDIR: folder },
      });
      const mark = owner(run.pid);
      for await (const line of createInterface(run.stdout)) {
        if (line.trimStart().startsWith('steady')) break;
      }
      expect((await ofOwner(mark)).length).toBeGreaterThan(3);
      const reapers = descendants(run.pid ?? 0).filter(({ command }) => /\breaper\b/.test(command));
      expect(reapers).toHaveLength(1);
      way.cut();
      const { exitCode, stderr } = await run;
      expect(exitCode).toBe(2);
      // A warning that an image is built first may stand there, and nothing of a bug.
      expect(stderr).not.toMatch(/^error|^\s+at |bug/m);
      expect(await readFile(journal, 'utf8')).toMatch(/"type":"harness-error".*the Docker engine/);
      // Who cleans up must not have given up, nor have taken another engine.
      await way.tried();
      expect((await ofOwner(mark)).length).toBeGreaterThan(3);
      way.mend();
      // To its end: where the way is cut before, it goes on for minutes, and keeps what it had not come to.
      await expect.poll(() => stillAlive(reapers), { timeout: 30_000, interval: 100 }).toEqual([]);
      expect(await ofOwner(mark)).toEqual([]);
    } finally {
      way.close();
      await rm(folder, { recursive: true });
    }
  });
};

if (canRun('the docker backend', reason)) scene();
