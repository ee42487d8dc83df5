import { Readable } from 'node:stream';
import { GenericContainer, Wait } from 'testcontainers';
import type { Healthcheck, Mount, Service, System } from '../../compose/model.ts';
import { containerName } from '../../compose/names.ts';
import { CLOCK_ENV } from './clock.ts';
import type { Engine } from './engine.ts';
import type { Image } from './images.ts';
import { type Endpoint, connect, endpointsOf } from './networks.ts';
import type { Run } from './run.ts';
import { type SharedFolder, enginePath } from './shared-files.ts';
import { uncovered } from './socket/mounts.ts';
import { realVolume, tmpfsOf } from './volumes.ts';

/** What a service's container is made from. */
export interface ServiceContainerOptions {
  readonly engine: Engine;
  readonly run: Run;
  readonly system: System;
  readonly service: Service;
  readonly replica: number;
  readonly image: Image;
  /** By which Compose sees that the file has changed since. */
  readonly configHash: string;
  readonly shared: readonly SharedFolder[];
  /** For one whose clock can be moved: see `clock.ts`. */
  readonly faketime?: Buffer;
  /** Further volumes: `NAME:TARGET`. */
  readonly volumes: readonly string[];
}

const NANOSECONDS_PER_MS = 1_000_000;

/**
 * A service's container. What it sets in `createOpts` and `hostConfig` itself has no method in testcontainers: restart policy, stop
 * signal and grace period, swap, anonymous volumes, and a network that the container is in from the start, with links (testcontainers
 * would put it on the default bridge, too, where it meets containers that are not the drill's).
 */
export class ServiceContainer extends GenericContainer {
  readonly #engine: Engine;
  readonly #further: readonly Endpoint[];

  constructor(options: ServiceContainerOptions) {
    super(options.image.name);
    const { engine, run, system, service, replica, image, configHash } = options;
    this.withName(run.name(containerName(service, replica)));
    this.withLabels({
      ...run.composeLabels({ service: service.name, replica, configHash, image: image.id }),
    });
    // To the engine, a name alone takes away what the image says.
    this.createOpts.Env = [...(service.unset ?? [])];
    this.withEnvironment({ ...service.environment });
    if (options.faketime !== undefined) {
      this.withEnvironment({ ...CLOCK_ENV });
      this.withCopyArchivesToContainer([{ tar: Readable.from(options.faketime), target: '/' }]);
    }
    this.withTmpFs({ ...tmpfsOf(service.mounts) });
    this.withDefaultLogDriver();
    // Whether it is ready depends on who asks: the order of starts decides that.
    this.withWaitStrategy(Wait.forAll([]));
    // By us (`reaper.ts`): testcontainers' own way is an image to be pulled, and a container with all rights on the engine.
    this.withAutoCleanup(false);
    if (service.command !== undefined) this.withCommand([...service.command]);
    if (service.entrypoint !== undefined) this.withEntrypoint([...service.entrypoint]);
    if (service.workingDir !== undefined) this.withWorkingDir(service.workingDir);
    if (service.user !== undefined) this.withUser(service.user);
    const [{ network, aliases, links }, ...further] = endpointsOf(run, system, service, replica);
    this.#engine = engine;
    this.#further = further;
    this.withNetworkMode(network);
    Object.assign(this.createOpts, {
      StopTimeout: Math.ceil(service.stopGraceMs / 1000),
      ...(service.stopSignal !== undefined && { StopSignal: service.stopSignal }),
      ...(service.keepsInput && { OpenStdin: true }),
      ...(service.terminal && { Tty: true }),
      ...(service.healthcheck !== undefined && { Healthcheck: engineHealthcheck(service.healthcheck) }),
      ExposedPorts: Object.fromEntries(exposedPorts(service).map((port) => [port, {}])),
      NetworkingConfig: {
        EndpointsConfig: { [network]: { Aliases: [...aliases], Links: [...links] } },
      },
    });
    Object.assign(this.hostConfig, {
      ...(service.init && { Init: true }),
      Binds: [...bindsOf(options), ...options.volumes],
      Mounts: anonymousVolumes(options),
      RestartPolicy: {
        Name: service.restart.name,
        MaximumRetryCount: service.restart.maxRetries ?? 0,
      },
      ...(service.sharedMemory !== undefined && { ShmSize: service.sharedMemory }),
      ...(service.memoryLimit !== undefined && {
        Memory: service.memoryLimit,
        // No more than that: else the rest would be swapped out, and nothing killed.
        MemorySwap: service.memoryLimit,
      }),
      ...(service.cpuLimit !== undefined && { NanoCpus: Math.round(service.cpuLimit * 1e9) }),
    });
  }

  /** Engines before 25.0 create a container in one network only. */
  protected override async containerCreated(id: string): Promise<void> {
    await connect(this.#engine, id, this.#further);
  }
}

/** The volumes without a name that the service or its image asks for: with labels, they go with the drill, whoever used them last. */
const anonymousVolumes = ({ run, service: { mounts }, image, volumes }: ServiceContainerOptions) => {
  const wanted = [...mounts.filter(isAnonymous).map(({ target }) => target), ...image.volumes];
  const covered = [
    ...mounts.filter((mount) => !isAnonymous(mount)).map(({ target }) => target),
    ...volumes.map((volume) => volume.slice(volume.indexOf(':') + 1)),
  ];
  return uncovered(wanted, covered).map((target) => ({
    Type: 'volume',
    Target: target,
    ReadOnly: mounts.some((mount) => mount.target === target && mount.type === 'volume' && mount.readOnly),
    VolumeOptions: { Labels: { ...run.composeLabels({ volume: target }) } },
  }));
};

const isAnonymous = (mount: Mount): boolean => mount.type === 'volume' && mount.source === undefined;

const bindsOf = ({ run, system, service, shared }: ServiceContainerOptions): readonly string[] =>
  service.mounts.flatMap((mount) => {
    if (mount.type === 'tmpfs' || mount.source === undefined) return [];
    const source =
      mount.type === 'bind' ? enginePath(shared, mount.source) : realVolume(run, system, mount.source);
    return [`${source}:${mount.target}:${mount.readOnly ? 'ro' : 'rw'}`];
  });

const exposedPorts = ({ expose, ports }: Service): readonly string[] => [
  ...expose.map((port) => `${port}/tcp`),
  ...ports.map(({ target, protocol }) => `${target}/${protocol}`),
];

const engineHealthcheck = ({
  test,
  interval,
  timeout,
  startPeriod,
  startInterval,
  retries,
}: Healthcheck): object => ({
  Test: 'shell' in test ? ['CMD-SHELL', test.shell] : ['CMD', ...test.argv],
  Interval: interval * NANOSECONDS_PER_MS,
  Timeout: timeout * NANOSECONDS_PER_MS,
  StartPeriod: startPeriod * NANOSECONDS_PER_MS,
  // Engines before 25.0 pass over it.
  ...(startInterval !== undefined && { StartInterval: startInterval * NANOSECONDS_PER_MS }),
  Retries: retries,
});
