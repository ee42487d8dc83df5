import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Engine, asked } from './engine.ts';
import { OWNER_LABEL, owner } from './run.ts';
import { RUN_LABEL } from './socket/names.ts';

/**
 * Runs a command of an image to its end, in a container that the engine removes then: also when Drillbook is killed meanwhile, for it may
 * belong to no drill yet.
 * @param place the only folder of the machine's that it sees, read-only, where it is run, and its variables
 * @returns what it wrote on its standard output
 */
export const runOnce = async (
  { docker }: Engine,
  image: string,
  argv: readonly string[],
  place?: { readonly folder: string; readonly env: Readonly<Record<string, string>> },
): Promise<string> => {
  const container = await asked(
    `cannot look into the image ${image}`,
    docker.createContainer({
      Image: image,
      Labels: { [RUN_LABEL]: randomBytes(5).toString('hex'), [OWNER_LABEL]: owner() },
      Entrypoint: [...argv],
      Cmd: [],
      AttachStdout: true,
      AttachStderr: true,
      ...(place !== undefined && {
        WorkingDir: place.folder,
        Env: Object.entries(place.env).map(([name, value]) => `${name}=${value}`),
      }),
      HostConfig: {
        NetworkMode: 'none',
        AutoRemove: true,
        ...(place !== undefined && { Binds: [`${place.folder}:${place.folder}:ro`] }),
      },
    }),
  );
  try {
    const attached = container.attach({ stream: true, stdout: true, stderr: true });
    const stream = await asked(`cannot look into the image ${image}`, attached);
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    container.modem.demuxStream(stream, stdout, stderr);
    stderr.resume();
    // What happens to the connection shows in its end.
    stream.on('error', () => {}).on('close', () => stdout.end());
    const said = text(stdout);
    await asked(`cannot look into the image ${image}`, container.start());
    return await said;
  } finally {
    await container.remove({ force: true, v: true }).catch(() => {});
  }
};
