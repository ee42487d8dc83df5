import { Readable } from 'node:stream';
import { GenericContainer, Wait } from 'testcontainers';
import type { Healthcheck, Mount, Service, System } from '../../compose/model.ts';
import { CLOCK_ENV } from './clock.ts';
import { type Run, containerName, networkName } from './run.ts';
import { type SharedFolder, enginePath } from './shared-files.ts';
import { realVolume, tmpfsOf } from './volumes.ts';

/** What a service's container is made from. */
export interface ServiceContainerOptions {
  readonly run: Run;
  readonly system: System;
  readonly service: Service;
  readonly replica: number;
  /** Its image's name in the engine, and its id there. */
  readonly image: { readonly name: string; readonly id: string };
  /** By which Compose sees that the file has changed since. */
  readonly configHash: string;
  readonly shared: readonly SharedFolder[];
  /** `CONTAINER:NAME`: names that lead this container, and no other, elsewhere. */
  readonly links: readonly string[];
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
  constructor(options: ServiceContainerOptions) {
    super(options.image.name);
    const { run, system, service, replica, links, image, configHash } = options;
    const name = containerName(service, replica);
    this.withName(run.name(name));
    this.withLabels({
      ...run.composeLabels({ service: service.name, replica, configHash, image: image.id }),
    });
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
    const network = run.name(networkName(system));
    this.withNetworkMode(network);
    Object.assign(this.createOpts, {
      StopTimeout: Math.ceil(service.stopGraceMs / 1000),
      ...(service.stopSignal !== undefined && { StopSignal: service.stopSignal }),
      ...(service.healthcheck !== undefined && { Healthcheck: engineHealthcheck(service.healthcheck) }),
      ExposedPorts: Object.fromEntries(exposedPorts(service).map((port) => [port, {}])),
      NetworkingConfig: {
        EndpointsConfig: { [network]: { Aliases: [service.name, name], Links: [...links] } },
      },
    });
    Object.assign(this.hostConfig, {
      Binds: [...bindsOf(options), ...options.volumes],
      Mounts: anonymousVolumes(service).map(({ target, readOnly }) => ({
        Type: 'volume',
        Target: target,
        ReadOnly: readOnly,
        VolumeOptions: { Labels: { ...run.composeLabels({ volume: target }) } },
      })),
      RestartPolicy: {
        Name: service.restart.name,
        MaximumRetryCount: service.restart.maxRetries ?? 0,
      },
      ...(service.memoryLimit !== undefined && {
        Memory: service.memoryLimit,
        // No more than that: else the rest would be swapped out, and nothing killed.
        MemorySwap: service.memoryLimit,
      }),
      ...(service.cpuLimit !== undefined && { NanoCpus: Math.round(service.cpuLimit * 1e9) }),
    });
  }
}

const anonymousVolumes = ({ mounts }: Service): readonly Extract<Mount, { type: 'volume' }>[] =>
  mounts.filter((mount) => mount.type === 'volume').filter(({ source }) => source === undefined);

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
