import { randomBytes } from 'node:crypto';
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import type { Bind, EngineAddress, Refusal, Scope } from '../../src/environment/docker/socket/model.ts';
import { RUN_LABEL } from '../../src/environment/docker/socket/names.ts';
import { startSocket } from '../../src/environment/docker/socket/start.ts';
import { KNOWS_START_INTERVAL } from '../../src/environment/docker/socket/versions.ts';
import { docker, ENGINE, removeByLabel } from '../support/docker.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** What the scene needs of `scripts/images`. */
export const IMAGES = ['redis:8', 'drillbook/operator'] as const;

const SHOP = fileURLToPath(new URL('../fixtures/docker/shop', import.meta.url));

/** A scoped socket before the real engine, and an operator's container that has nothing else. */
export interface Scene extends AsyncDisposable {
  readonly run: string;
  readonly socket: string;
  /** The id of the operator's container, which the drill must not see. */
  readonly operator: string;
  readonly refusals: readonly Refusal[];
  /** Runs a text in the operator's shell, in a folder with the Compose file; never throws for its exit code. */
  readonly type: (script: string, input?: string) => Promise<Typed>;
}

/** How a script ended. */
export interface Typed {
  readonly exitCode?: number | undefined;
  /** What it wrote, to either output. */
  readonly all: string;
}

export interface SceneOptions {
  readonly engine?: EngineAddress;
  readonly links?: Scope['links'];
  /** That of another scene, for a second socket of the same drill. */
  readonly run?: string;
}

/** A drill of the shop: `up` is for the test to type. */
export const startScene = async ({
  engine = { path: ENGINE },
  links,
  run = `test${randomBytes(4).toString('hex')}`,
}: SceneOptions = {}): Promise<Scene> => {
  const folder = await temporaryFolder();
  const socket = `${folder.path}/docker.sock`;
  const shop = `${folder.path}/shop`;
  await cp(SHOP, shop, { recursive: true });
  const refusals: Refusal[] = [];
  const binds = new Map<string, Bind>();
  const scope: Scope = {
    run,
    network: 'shop_default',
    images: new Map([
      ['redis:8', 'redis:8'],
      ['shop-tools', 'drillbook/operator:latest'],
    ]),
    binds,
    atLeastVersion: KNOWS_START_INTERVAL,
    ...(links !== undefined && { links }),
  };
  const started = await startSocket({
    engine,
    listen: socket,
    scope,
    onRefused: (refusal) => void refusals.push(refusal),
  });
  const options = [
    `run -d --init --network none --label ${RUN_LABEL}=${run}`,
    `-w ${shop} -v ${folder.path}:${folder.path} -e DOCKER_HOST=unix://${socket}`,
  ];
  const operator = await docker(...options.join(' ').split(' '), 'drillbook/operator', 'sleep', 'infinity');
  const path = `${shop}/settings`;
  binds.set(path, { path, readOnly: true, seen: { container: operator, path } });
  return {
    run,
    socket,
    operator,
    refusals,
    type: (script, input = '') =>
      execa('docker', ['-H', `unix://${ENGINE}`, 'exec', '-i', operator, 'bash', '-c', script], {
        input,
        all: true,
        reject: false,
        timeout: 60_000,
      }),
    [Symbol.asyncDispose]: async () => {
      await started[Symbol.asyncDispose]();
      await removeByLabel(`${RUN_LABEL}=${run}`);
      await folder[Symbol.asyncDispose]();
    },
  };
};
