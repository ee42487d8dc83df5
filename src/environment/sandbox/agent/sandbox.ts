import { own } from '../../../core/own.ts';
import { setImmediate } from 'node:timers/promises';
import type { NamedVolume, Service, System } from '../../../compose/model.ts';
import { storeOf } from '../../../compose/store.ts';
import { HarnessError } from '../../../core/errors.ts';
import type { ControlAction, ServiceChange, ServiceChanges } from '../../model.ts';
import { Turns } from '../../../core/turns.ts';
import type { Setup } from '../rpc.ts';
import type {
  Container,
  ControlWithOptions,
  EntryOptions,
  LogLine,
  LogOptions,
  Process,
  Supervisor,
  UpOptions,
  Usage,
} from '../supervisor-model.ts';
import { drawBlueprint } from './blueprint.ts';
import { ServiceContainer } from './container.ts';
import { writeHostNames } from './host-names.ts';
import { ATTACHED, FILLED, type HostProgress, MOUNTED } from './host-progress.ts';
import { type Link, linksOf } from './links-of.ts';
import type { Links } from './links.ts';
import { mountAll } from './mounts.ts';
import { attach, containerAddress, detach } from './network.ts';
import { FIRST_NUMBER, type Replica, firstReplicas, replicasOf } from './prelude.ts';
import { PublishedPorts } from './published-ports.ts';
import { runScript } from './run.ts';
import { changed } from '../../changed.ts';
import { startInOrder } from '../../start-order.ts';
import { listProcesses, readUsage } from './statistics.ts';
import { Volumes } from './volumes.ts';

/** All containers of the drill. */
export class Sandbox implements Supervisor {
  readonly system: System;
  readonly #setup: Setup;
  readonly #host: HostProgress;
  readonly #onChange: (change: ServiceChange) => void;
  readonly #volumes: Volumes;
  readonly ports = new PublishedPorts();
  /** `service/replica` → the number of its address, the same when it is created again. */
  readonly #numbers = new Map<string, number>();
  /** Services whose names the others do not find. */
  readonly #nameless = new Set<string>();
  #containers: readonly ServiceContainer[] = [];
  /** Containers go and come one change after the other: two would take the same one away, or make it twice. */
  readonly #changes = new Turns();
  #links: Links | undefined;

  constructor(setup: Setup, host: HostProgress, onChange: (change: ServiceChange) => void) {
    this.system = setup.system;
    this.#setup = setup;
    this.#host = host;
    this.#onChange = onChange;
    this.#volumes = new Volumes(setup.system);
  }

  get links(): Links {
    if (this.#links === undefined) throw new TypeError('the sandbox is not open yet');
    return this.#links;
  }

  /**
   * Creates the containers; their networks are made meanwhile.
   */
  async open(): Promise<void> {
    const wanted = firstReplicas(this.system);
    for (const { service, replica } of wanted) this.#number(service.name, replica);
    await this.#host.reached(MOUNTED);
    // The prelude has mounted them.
    for (const { service, replica } of wanted) this.#volumes.take(service, replica);
    await this.#create(wanted);
  }

  /** Starts everything, and resolves when everything is ready. */
  async start(signal: AbortSignal): Promise<void> {
    // After the stores were told to start, since loading the proxy takes the agent as long as they take.
    const opened = this.#host
      .reached(ATTACHED)
      .then(() => setImmediate())
      .then(() => this.#openLinks())
      .then((links) => void (this.#links = links));
    const ready = startInOrder({
      start: this.#containers,
      all: this.#containers,
      before: async ({ service }) => {
        await Promise.all([
          this.#host.reached(ATTACHED),
          own(this.#setup.templates, service.name) && this.#host.reached(FILLED),
          storeOf(service) === undefined && opened,
        ]);
      },
      cause: 'drillbook',
      wait: true,
      signal,
    });
    await Promise.all([opened, ready]);
  }

  /** Newest first. */
  containers(): readonly ServiceContainer[] {
    return this.#containers.toReversed();
  }

  /** @throws HarnessError when the service has no container */
  container(service: string): ServiceContainer {
    const found = this.#containers.find((container) => container.service.name === service);
    if (found === undefined)
      throw new HarnessError('unknown-service', `the system has no container of ${service}`);
    return found;
  }

  control(container: Container, action: ControlAction | ControlWithOptions, cause: string): Promise<void> {
    return this.#own(container).control(action, cause);
  }

  async up(names: readonly string[], options: UpOptions, cause: string): Promise<void> {
    const chosen = withDependencies(this.system, names, options.noDeps);
    const wanted = chosen.flatMap((service) =>
      replicasOf(service, options.scale[service.name] ?? service.replicas),
    );
    await this.#changes.take(async () => {
      const existing = this.#containers.filter(({ service }) =>
        chosen.some(({ name }) => name === service.name),
      );
      // Dependencies are made anew only where they differ (docker/compose pkg/compose/convergence.go).
      const anew = options.forceRecreate ? names : [];
      const others = existing.filter(
        (one) => anew.includes(one.service.name) || !wanted.some((replica) => isReplica(one, replica)),
      );
      await this.#discard(others, 'stop', cause);
      await this.#make(wanted.filter((replica) => !this.#containers.some((one) => isReplica(one, replica))));
    });
    const start = chosen.flatMap((service) => this.#containers.filter((one) => one.service === service));
    const { signal } = new AbortController();
    await startInOrder({ start, all: this.#containers, cause, wait: options.wait, mayEnd: false, signal });
  }

  /** Its container is another one then, with the same address, volumes and name. */
  async recreate(name: string, changes: ServiceChanges, cause: string): Promise<void> {
    const declared = this.#declared(name);
    const service = changed(declared, changes);
    await this.#changes.take(async () => {
      const existing = this.#containers.filter((container) => container.service.name === name);
      await this.#discard(existing, 'stop', cause);
      await this.#make(replicasOf(service, Math.max(1, existing.length)));
    });
    const created = this.#containers.filter((container) => container.service === service);
    await Promise.all(created.map((container) => container.control('start', cause)));
  }

  setNamed(name: string, named: boolean): void {
    if (named) this.#nameless.delete(this.#declared(name).name);
    else this.#nameless.add(this.#declared(name).name);
    this.#writeHostNames();
  }

  async remove(
    containers: readonly Container[],
    { volumes, force }: { readonly volumes: boolean; readonly force: boolean },
    cause: string,
  ): Promise<void> {
    await this.#changes.take(async () => {
      const gone = containers.map((container) => this.#own(container));
      await this.#discard(gone, force ? 'kill' : 'stop', cause);
      const scripts = gone.map(({ service, replica }) => this.#volumes.remove(service, replica, volumes));
      await runScript(scripts.join('\n'));
    });
  }

  volumes(): readonly NamedVolume[] {
    return this.#volumes.named;
  }

  async removeVolumes(volumes: readonly NamedVolume[]): Promise<void> {
    await this.#changes.take(() => runScript(this.#volumes.removeNamed(volumes)));
  }

  logs(container: Container, options: LogOptions): AsyncIterable<LogLine> {
    return this.#own(container).log.follow(options);
  }

  async processes(container: Container): Promise<readonly Process[]> {
    const { pid, spec } = this.#own(container);
    return pid === undefined ? [] : listProcesses(pid, spec.user);
  }

  async usage(container: Container): Promise<Usage> {
    return readUsage(container);
  }

  entry(container: Container, { argv, env, workingDir }: EntryOptions): readonly string[] {
    return this.#own(container).entry(argv, env, workingDir);
  }

  /** Ends containers and forgets them; their volumes stay. */
  async #discard(
    containers: readonly ServiceContainer[],
    action: 'stop' | 'kill',
    cause: string,
  ): Promise<void> {
    await Promise.all(containers.map((container) => container.remove(action, cause)));
    this.#containers = this.#containers.filter((container) => !containers.includes(container));
    await runScript(containers.flatMap(({ spec }) => [detach(spec.number), spec.removal]).join('\n'));
  }

  #own({ id, name }: Container): ServiceContainer {
    const found = this.#containers.find((container) => container.id === id);
    if (found === undefined) throw new Error(`No such container: ${name}`);
    return found;
  }

  async #openLinks(): Promise<Links> {
    const { Links } = await import('./links.ts');
    const upstream = ({ name }: Link): string => containerAddress(this.#number(name, 1));
    return await Links.open(linksOf(this.system.services), upstream, this.#setup.machine.toxiproxy);
  }

  /** With their networks. */
  async #make(wanted: readonly Replica[]): Promise<void> {
    await runScript(attach(wanted.map(({ service, replica }) => this.#number(service.name, replica))));
    await this.#create(wanted);
  }

  async #create(wanted: readonly Replica[]): Promise<void> {
    const blueprints = wanted.map(({ service, replica }) =>
      drawBlueprint(service, replica, this.#number(service.name, replica), this.#setup, this.#volumes),
    );
    await runScript(mountAll(blueprints.flatMap(({ systems }) => systems)));
    const created = blueprints.map(({ spec }) => {
      const container: ServiceContainer = new ServiceContainer(spec, (change) => {
        this.ports.follow(container);
        this.#onChange(change);
      });
      return container;
    });
    this.#containers = [...this.#containers, ...created];
    this.#writeHostNames();
  }

  #writeHostNames(): void {
    writeHostNames(this.#containers, linksOf(this.system.services), this.#nameless);
  }

  #declared(name: string): Service {
    const service = this.system.services.find((one) => one.name === name);
    if (service === undefined) throw new HarnessError('unknown-service', `the system has no service ${name}`);
    return service;
  }

  #number(service: string, replica: number): number {
    const key = `${service}/${replica}`;
    const number = this.#numbers.get(key) ?? FIRST_NUMBER + this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}

const isReplica = (container: ServiceContainer, { service, replica }: Replica): boolean =>
  container.service === service && container.replica === replica;

/** The services of these names (none: all) and, unless told otherwise, those that they depend on. */
const withDependencies = (system: System, names: readonly string[], noDeps: boolean): readonly Service[] => {
  const chosen = new Set(names.length === 0 ? system.services.map(({ name }) => name) : names);
  // In start order, a service comes after those that it depends on.
  for (const { name, dependsOn } of noDeps ? [] : system.services.toReversed()) {
    if (chosen.has(name)) for (const { service } of dependsOn) chosen.add(service);
  }
  return system.services.filter(({ name }) => chosen.has(name));
};
