import { execFileSync } from 'node:child_process';
import { execa } from 'execa';

/** Where the engine listens. */
export const ENGINE = '/var/run/docker.sock';

const HOST = ['-H', `unix://${ENGINE}`];

/** Why tests with a Docker engine cannot run here. */
export const dockerMissing = (...images: readonly string[]): string | undefined => {
  try {
    execFileSync('docker', [...HOST, 'image', 'inspect', ...images], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    const { stderr, message } = error as { readonly stderr?: Buffer; readonly message: string };
    return `Docker or an image is missing (scripts/images): ${(stderr?.toString() ?? message).trim()}`;
  }
};

/**
 * `docker`, as the machine's own user types it: past every filter.
 * @returns what it wrote
 */
export const docker = async (...argv: readonly string[]): Promise<string> =>
  (await execa('docker', [...HOST, ...argv])).stdout;

/** Removes everything in the engine that carries a label. */
export const removeByLabel = async (label: string): Promise<void> => {
  const filter = ['--filter', `label=${label}`];
  const each = async (list: readonly string[], remove: readonly string[]): Promise<void> => {
    const found = (await docker(...list, ...filter, '-q')).split('\n').filter((id) => id !== '');
    if (found.length > 0) await docker(...remove, ...found);
  };
  await each(['ps', '-a'], ['rm', '-fv']);
  await each(['network', 'ls'], ['network', 'rm']);
  await each(['volume', 'ls'], ['volume', 'rm']);
};
