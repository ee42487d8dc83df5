import { randomBytes } from 'node:crypto';
import { type Engine, asked } from './engine.ts';
import { logOf } from './logs.ts';
import { OWNER_LABEL, owner } from './run.ts';
import { RUN_LABEL } from './socket/names.ts';

/**
 * Runs a command of an image to its end, in a container that leaves nothing.
 * @param folder the only one of the machine's that it sees, read-only; it is run there
 * @returns what it wrote on its standard output
 */
export const runOnce = async (
  { docker }: Engine,
  image: string,
  argv: readonly string[],
  folder?: string,
): Promise<string> => {
  const container = await asked(
    `cannot look into the image ${image}`,
    docker.createContainer({
      Image: image,
      Labels: { [RUN_LABEL]: randomBytes(5).toString('hex'), [OWNER_LABEL]: owner() },
      Entrypoint: [...argv],
      Cmd: [],
      ...(folder !== undefined && { WorkingDir: folder }),
      HostConfig: {
        NetworkMode: 'none',
        LogConfig: { Type: 'json-file', Config: {} },
        ...(folder !== undefined && { Binds: [`${folder}:${folder}:ro`] }),
      },
    }),
  );
  try {
    await asked(`cannot look into the image ${image}`, container.start());
    await container.wait();
    return (await logOf(container)).stdout;
  } finally {
    await container.remove({ force: true }).catch(() => {});
  }
};
