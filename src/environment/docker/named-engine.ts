import { readFile } from 'node:fs/promises';
import { homeFolder } from '../../core/home.ts';
import { join } from 'node:path';
import { execa } from 'execa';
import { HarnessError } from '../../core/errors.ts';

/** An engine that the user's settings name, and which of them does. */
export interface NamedEngine {
  /** `unix:///run/user/1000/podman/podman.sock`, `tcp://engine:2376` */
  readonly host: string;
  readonly by: string;
}

/**
 * The engine that the user has chosen, as the `docker` client finds it: `DOCKER_HOST`, or else a context.
 * @returns nothing where there is only the usual one
 * @throws HarnessError for a context that there is not
 */
export const namedEngine = async (): Promise<NamedEngine | undefined> => {
  const { DOCKER_HOST: host, DOCKER_CONTEXT: wanted } = process.env;
  if (host) return { host, by: 'DOCKER_HOST' };
  const context = wanted || (await currentContext());
  if (context === undefined || context === 'default') return undefined;
  const format = ['--format', '{{.Endpoints.docker.Host}}'];
  const said = await execa('docker', ['context', 'inspect', context, ...format], { reject: false });
  if (!said.failed) return { host: said.stdout.trim(), by: `the docker context ${context}` };
  throw new HarnessError('no-engine', `the docker context ${context} cannot be read: ${said.stderr.trim()}`, {
    hint: 'docker context ls; docker context use default',
  });
};

const currentContext = async (): Promise<string | undefined> => {
  const folder = process.env['DOCKER_CONFIG'] || join(homeFolder(), '.docker');
  const text = await readFile(join(folder, 'config.json'), 'utf8').catch(() => '{}');
  try {
    return (JSON.parse(text) as { readonly currentContext?: string }).currentContext;
  } catch {
    return undefined;
  }
};
