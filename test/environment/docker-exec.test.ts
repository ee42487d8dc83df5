import type { Container, Exec } from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import { connectEngine } from '../../src/environment/docker/engine.ts';
import { startExec } from '../../src/environment/docker/exec.ts';
import { canRun } from '../support/require.ts';

const missing = await dockerBackend.missing();

/** Connections, pipes and sockets alike, that keep this process. */
const connections = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'PipeWrap' || name === 'TCPSocketWrap').length;

const scene = (): void => {
  let container: Container;

  beforeAll(async () => {
    const { docker } = await connectEngine();
    container = await docker.createContainer({ Image: 'node:24-slim', Cmd: ['sleep', '1000'] });
    await container.start();
  });

  afterAll(() => container.remove({ force: true }));

  test('a program that the engine no longer starts keeps no connection', async () => {
    // It ends just between the two requests that a program takes.
    const ending = Object.assign(Object.create(container) as Container, {
      exec: async (...asked: Parameters<Container['exec']>): Promise<Exec> => {
        const exec: Exec = await container.exec(...asked);
        await container.kill();
        return exec;
      },
    });
    const before = connections();
    await expect(startExec(ending, ['true'])).rejects.toThrow('cannot run true');
    await expect.poll(connections).toBeLessThanOrEqual(before);
  });
};

if (canRun('the docker backend', hasErrors(missing) ? missing[0]?.message : undefined)) scene();
