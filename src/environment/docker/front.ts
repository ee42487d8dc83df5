import { randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Container } from 'dockerode';
import { GenericContainer, Wait } from 'testcontainers';
import { networkName } from '../../compose/names.ts';
import type { System } from '../../compose/model.ts';
import { systemClock } from '../../core/clock.ts';
import { HarnessError } from '../../core/errors.ts';
import { type Engine, asked } from './engine.ts';
import type { FrontSettings } from './front/protocol.ts';
import { NODE_IMAGE } from './images.ts';
import { lastLines } from './logs.ts';
import { connect, frontNetworks } from './networks.ts';
import { RelayClient } from './relay-client.ts';
import { type Run, frontName } from './run.ts';

/** A container between Drillbook and the services: see `front/main.ts`. */
export interface Front {
  readonly id: string;
  /** Its name in the engine, by which links lead to it. */
  readonly name: string;
  /** Its address in a network of the Compose file. */
  readonly addressIn: (network: string) => string;
  readonly relay: RelayClient;
  /**
   * Resolves when its relay answers; its volumes are mounted before.
   * @throws HarnessError with its last words
   */
  readonly answers: Promise<void>;
}

/** In the container. */
const CODE = '/drillbook';

/** What runs there: the embedded proxy, and the front itself, at the same places to each other as here. */
const FOLDERS = ['environment/proxy', 'environment/docker/front'] as const;
const FILES = [`core/http${extname(import.meta.url)}`] as const;

const MAIN = `${CODE}/environment/docker/front/main${extname(import.meta.url)}`;

const copied = (path: string): { readonly source: string; readonly target: string } => ({
  source: fileURLToPath(new URL(`../../${path}`, import.meta.url)),
  target: `${CODE}/${path}`,
});

/** Where the front has the nth volume that it holds. */
export const heldAt = (index: number): string => `${CODE}/held/${index}`;

/** The relay's port is one that no service publishes. */
const FIRST_RELAY_PORT = 47_470;

/**
 * @param index 0 is the one whose network the operator shares
 * @param holds volumes that must stay mounted, by their names in the engine
 */
export const startFront = async (
  engine: Engine,
  run: Run,
  system: System,
  index: number,
  holds: readonly string[],
): Promise<Front> => {
  const settings: FrontSettings = { token: randomBytes(16).toString('hex'), relayPort: relayPort(system) };
  const name = frontName(run, index);
  const container = new FrontContainer(engine, run, system, name, settings, holds);
  const started = await asked('cannot start the front', container.start());
  const address = { host: started.getHost(), port: started.getMappedPort(settings.relayPort) };
  const relay = new RelayClient(address, settings.token);
  const answers = untilAnswer(relay, engine.docker.getContainer(started.getId()));
  answers.catch(() => {});
  return {
    id: started.getId(),
    name,
    addressIn: (network) => started.getIpAddress(run.name(networkName(system, network))),
    relay,
    answers,
  };
};

/** How long its program may need to come up, in ms. */
const PATIENCE = 30_000;

/** A connection that is made before the container's network is may wait for ever, in ms. */
const ONE_TRY = 1000;

const untilAnswer = async (relay: RelayClient, container: Container): Promise<void> => {
  const giveUpAt = performance.now() + PATIENCE;
  for (;;) {
    const tried = relay.publish([], AbortSignal.timeout(ONE_TRY));
    const hasAnswered = await tried.then(
      () => true,
      () => false,
    );
    if (hasAnswered) return;
    if (performance.now() > giveUpAt) break;
    await systemClock.sleep(10);
  }
  const log = (await lastLines(container, 20)).join('\n');
  throw new HarnessError('front-not-ready', `the drill’s front does not answer; it wrote: ${log}`, {
    hint: 'a container’s published port must be reachable from here: docker network inspect bridge',
  });
};

class FrontContainer extends GenericContainer {
  readonly #engine: Engine;
  readonly #further: readonly string[];

  constructor(
    engine: Engine,
    run: Run,
    system: System,
    name: string,
    settings: FrontSettings,
    holds: readonly string[],
  ) {
    super(NODE_IMAGE);
    const [network, ...further] = frontNetworks(run, system);
    this.#engine = engine;
    this.#further = further;
    this.withName(name)
      .withLabels({ ...run.labels })
      .withEnvironment({ FRONT: JSON.stringify(settings) })
      .withEntrypoint(['node', MAIN])
      .withCommand([])
      .withNetworkMode(network)
      .withExposedPorts(settings.relayPort)
      .withBindMounts(holds.map((volume, index) => ({ source: volume, target: heldAt(index) })))
      .withCopyDirectoriesToContainer(FOLDERS.map(copied))
      .withCopyFilesToContainer(FILES.map(copied))
      .withCopyContentToContainer([
        { content: JSON.stringify({ type: 'module' }), target: `${CODE}/package.json` },
      ])
      .withWaitStrategy(Wait.forAll([]))
      .withAutoCleanup(false);
    // testcontainers would publish it on all of the machine's addresses.
    const hostIp = engine.host === 'localhost' ? '127.0.0.1' : '';
    this.hostConfig.PortBindings = { [`${settings.relayPort}/tcp`]: [{ HostIp: hostIp, HostPort: '0' }] };
    this.hostConfig.Init = true;
  }

  protected override async containerCreated(id: string): Promise<void> {
    const endpoints = this.#further.map((network) => ({ network, aliases: [], links: [] }));
    await connect(this.#engine, id, endpoints);
  }
}

const relayPort = ({ services }: System): number => {
  const taken = new Set(services.flatMap(({ ports }) => ports.map(({ published }) => published)));
  let port = FIRST_RELAY_PORT;
  while (taken.has(port)) port += 1;
  return port;
};
