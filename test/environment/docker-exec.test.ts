import { randomUUID } from 'node:crypto';
import type Dockerode from 'dockerode';
import type { Container, Exec } from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasErrors } from '../../src/core/diagnostic.ts';
import { dockerBackend } from '../../src/environment/docker/backend.ts';
import { connectEngine } from '../../src/environment/docker/engine.ts';
import { startExec } from '../../src/environment/docker/exec.ts';
import { runContainer } from '../../src/environment/docker/run-container.ts';
import type { ExecResult } from '../../src/environment/model.ts';
import { canRun } from '../support/require.ts';

const missing = await dockerBackend.missing();

/** Connections, pipes and sockets alike, that keep this process. */
const connections = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'PipeWrap' || name === 'TCPSocketWrap').length;

const scene = (): void => {
  let docker: Dockerode;
  let container: Container;

  beforeAll(async () => {
    ({ docker } = await connectEngine());
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

  test('a container that is run to its end leaves nothing behind, however it ended', async () => {
    const label = `drillbook.test=${randomUUID()}`;
    const run = (argv: readonly string[], signal?: AbortSignal): Promise<ExecResult> => {
      const [name = '', value = ''] = label.split('=');
      const options = { Image: 'node:24-slim', Labels: { [name]: value }, Entrypoint: [...argv] };
      return runContainer(docker, 'cannot run it', options, signal);
    };
    const said = await run(['sh', '-c', 'echo out; echo err >&2; exit 3']);
    expect(said).toEqual({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' });
    const before = connections();
    await expect(run(['no-such-program'])).rejects.toThrow(/cannot run it: .*no-such-program/);
    await expect(run(['sleep', '1000'], AbortSignal.timeout(1000))).rejects.toThrow(/timeout/);
    await expect.poll(connections).toBeLessThanOrEqual(before);
    expect(await docker.listContainers({ all: true, filters: { label: [label] } })).toEqual([]);
  });
};

if (canRun('the docker backend', hasErrors(missing) ? missing[0]?.message : undefined)) scene();
