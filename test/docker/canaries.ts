import { readFile, writeFile } from 'node:fs/promises';
import { docker, removeByLabel } from '../support/docker.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** Things in the engine and on the machine that are not the drill's, some with the drill's own names. */
export interface Canaries extends AsyncDisposable {
  /** What a script calls them by. */
  readonly variables: Readonly<Record<string, string>>;
  /** Everything about them that something could have changed. */
  readonly state: () => Promise<unknown>;
}

/** The label of what belongs to a test, and to no drill. */
const LABEL = 'test.canary';

/** Canaries beside the drill `run` of the shop. */
export const hatch = async (run: string): Promise<Canaries> => {
  const label = `${LABEL}=${run}`;
  const own = ['--label', label];
  // Of tests that were killed.
  await removeCanaries(label);
  const folder = await temporaryFolder();
  const file = `${folder.path}/file`;
  await writeFile(file, 'precious');

  const image = `canary-${run}`;
  const anonymous = (await docker('volume', 'create', ...own)).trim();
  const volumes = [`canary-${run}-data`, `drillbook-${run}-canary-data`, anonymous];
  const networks = [`canary-${run}-net`, `drillbook-${run}-canary-net`];
  for (const volume of volumes) await docker('volume', 'create', ...own, volume);
  for (const network of networks) await docker('network', 'create', ...own, network);
  await docker('run', '--name', `canary-${run}-done`, ...own, '-v', `${volumes[0]}:/data`, ...filled);
  await docker('commit', '--change', `LABEL ${label}`, `canary-${run}-done`, image);
  await docker('commit', '--change', `LABEL ${label}`, `canary-${run}-done`);
  const names = [`canary-${run}`, `drillbook-${run}-shop-canary-1`];
  const running = ['-d', ...own, '--network', networks[0] ?? '', '-v', `${volumes[0]}:/data`, 'redis:8'];
  for (const name of names) await docker('run', '--name', name, ...running);
  const containers = [...names, `canary-${run}-done`];
  const images = await idsOf(label);

  return {
    variables: {
      CANARY: await docker('inspect', '-f', '{{.Id}}', names[0] ?? ''),
      CANARY_NAME: names[0] ?? '',
      CANARY_VOLUME: volumes[0] ?? '',
      CANARY_NETWORK: networks[0] ?? '',
      CANARY_IMAGE: image,
      CANARY_IMAGE_ID: images[0] ?? '',
      CANARY_FILE: file,
    },
    state: async () => ({
      containers: JSON.parse(await docker('inspect', ...containers)),
      changes: await Promise.all(containers.map((name) => docker('diff', name))),
      networks: JSON.parse(await docker('network', 'inspect', 'bridge', ...networks)).map(withoutContainers),
      volumes: JSON.parse(await docker('volume', 'inspect', ...volumes)),
      data: await docker(
        'run',
        '--rm',
        '--volumes-from',
        containers.at(-1) ?? '',
        'redis:8',
        'cat',
        '/data/file',
      ),
      images: await idsOf(label),
      shared: await docker('image', 'inspect', '-f', '{{.Id}} {{.RepoTags}}', 'redis:8', image),
      file: await readFile(file, 'utf8'),
    }),
    [Symbol.asyncDispose]: async () => {
      await removeCanaries(label);
      await folder[Symbol.asyncDispose]();
    },
  };
};

const removeCanaries = async (label: string): Promise<void> => {
  await removeByLabel(label);
  for (const id of await idsOf(label)) await docker('image', 'rm', '-f', id);
};

const filled = ['redis:8', 'sh', '-c', 'echo precious > /data/file'];

/** With those that have no name: what a prune takes first. */
const idsOf = async (label: string): Promise<readonly string[]> =>
  (await docker('images', '--no-trunc', '-q', '--filter', `label=${label}`))
    .split('\n')
    .filter((id) => id !== '')
    .sort();

/** The default bridge is everybody's. */
const withoutContainers = (network: { readonly Name: string; readonly Containers: unknown }): unknown =>
  network.Name === 'bridge' ? { ...network, Containers: undefined } : network;
