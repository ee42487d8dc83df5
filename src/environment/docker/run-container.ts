import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type Dockerode from 'dockerode';
import { onAbort } from '../../core/on-abort.ts';
import type { ExecResult } from '../model.ts';
import { asked } from './engine.ts';

/**
 * Runs a container to its end, without a network. The engine removes it then, also when Drillbook is killed meanwhile, for it may belong to
 * no drill yet.
 * @param what for messages: `cannot look into the image …`
 * @param signal removes it at once
 */
export const runContainer = async (
  docker: Dockerode,
  what: string,
  { HostConfig: host, ...options }: Dockerode.ContainerCreateOptions,
  signal?: AbortSignal,
): Promise<ExecResult> => {
  signal?.throwIfAborted();
  const container = await asked(
    what,
    docker.createContainer({
      Cmd: [],
      ...options,
      AttachStdout: true,
      AttachStderr: true,
      HostConfig: { NetworkMode: 'none', ...host, AutoRemove: true },
    }),
  );
  const remove = (): Promise<void> => container.remove({ force: true, v: true }).catch(() => {});
  const settled = onAbort(signal, () => void remove());
  const over = new AbortController();
  try {
    const stream = await asked(what, container.attach({ stream: true, stdout: true, stderr: true }));
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    container.modem.demuxStream(stream, stdout, stderr);
    // What happens to the connection shows in its end.
    stream
      .on('error', () => {})
      .on('close', () => {
        stdout.end();
        stderr.end();
      });
    // Asked before it is started: once it has ended, the engine does not know it any more.
    const ended = container.wait({ condition: 'next-exit', abortSignal: over.signal });
    const all = Promise.all([asked(what, ended), text(stdout), text(stderr)]);
    all.catch(() => {});
    await asked(what, container.start());
    const [{ StatusCode: exitCode }, out, err] = await all;
    signal?.throwIfAborted();
    return { exitCode, stdout: out, stderr: err };
  } finally {
    over.abort();
    settled();
    await remove();
  }
};
