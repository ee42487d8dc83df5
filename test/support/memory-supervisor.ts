import { createHash } from 'node:crypto';
import type { NamedVolume, Service, System } from '../../src/compose/model.ts';
import type { ServiceStatus } from '../../src/environment/model.ts';
import type {
  Container,
  ControlWithOptions,
  LogLine,
  LogOptions,
  Process,
  Supervisor,
  UpOptions,
} from '../../src/environment/sandbox/supervisor-model.ts';

/** A service with everything that a Compose file may leave out left out. */
export const service = (name: string, more: Partial<Service> = {}): Service => ({
  name,
  location: { file: '/srv/preskool/compose.yaml', line: 1, column: 1 },
  containerName: `preskool-${name}`,
  environment: {},
  ports: [],
  expose: [],
  dependsOn: [],
  mounts: [],
  networks: [{ network: 'default', aliases: [] }],
  restart: { name: 'no' },
  stopGraceMs: 10_000,
  replicas: 1,
  ...more,
});

export const preskool: System = {
  file: '/srv/preskool/compose.yaml',
  project: 'preskool',
  networks: [{ key: 'default', name: 'preskool_default' }],
  surroundings: {},
  services: [
    service('postgres', {
      image: 'postgres:16',
      containerName: 'preskool-db',
      ports: [
        {
          location: { file: '/srv/preskool/compose.yaml', line: 1, column: 1 },
          published: 5432,
          target: 5432,
          protocol: 'tcp',
        },
      ],
      mounts: [{ type: 'volume', source: 'pgdata', target: '/var/lib/postgresql/data', readOnly: false }],
      environment: { POSTGRES_USER: 'preskool' },
    }),
    service('redis', { image: 'redis:7', expose: [6379] }),
    service('backend', {
      dependsOn: [{ service: 'postgres', condition: 'service_healthy' }],
      memoryLimit: 512 * 1024 ** 2,
    }),
  ],
  volumes: [{ name: 'pgdata' }],
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The supervisor as a state machine without processes: what the front ends tell it, it does at once. */
export class MemorySupervisor implements Supervisor {
  readonly system: System;
  /** The causes and what was done, in order. */
  readonly done: string[] = [];
  readonly lines = new Map<string, LogLine[]>();
  #containers: Mutable<Container>[] = [];
  #volumes: readonly NamedVolume[];
  #created = 0;

  readonly #now: () => Date;

  constructor(system: System = preskool, now = () => new Date()) {
    this.system = system;
    this.#volumes = system.volumes;
    this.#now = now;
    for (const each of system.services) this.#create(each, 1);
    for (const container of this.#containers) this.#start(container);
  }

  /** Live, and without properties of their own, as the sandbox's are: a copy of one would be empty. */
  containers(): readonly Container[] {
    return this.#containers.map((container) => Object.create(container) as Container);
  }

  /** The container of a service, to set its state for a test. */
  change(name: string, status: Partial<ServiceStatus>): void {
    const container = this.#containers.find((each) => each.service.name === name);
    if (container === undefined) throw new Error(`no container of ${name}`);
    container.status = { ...container.status, ...status };
    if (status.state === 'exited') this.#end(container, status.exitCode ?? 0);
  }

  async control(
    container: Container,
    action: Parameters<Supervisor['control']>[1],
    cause: string,
  ): Promise<void> {
    const target = this.#containers.find(({ id }) => id === container.id);
    if (target === undefined) throw new Error(`No such container: ${container.id}`);
    this.done.push(`${describe(action)} ${target.name} (${cause})`);
    const name = typeof action === 'string' ? action : action.action;
    if (name === 'stop') this.#end(target, 0);
    else if (name === 'kill') this.#end(target, 137);
    else if (name === 'pause') target.status = { ...target.status, state: 'paused' };
    else if (name === 'unpause') target.status = { ...target.status, state: 'running' };
    else this.#start(target);
  }

  async up(services: readonly string[], options: UpOptions, cause: string): Promise<void> {
    this.done.push(`up ${services.join(' ')} ${JSON.stringify(options)} (${cause})`);
    const wanted = options.noDeps ? services : this.#withDependencies(services);
    for (const each of this.system.services.filter(({ name }) => wanted.includes(name))) {
      const replicas = options.scale[each.name] ?? each.replicas;
      const isAnew = options.forceRecreate && services.includes(each.name);
      for (let replica = 1; replica <= replicas; replica += 1) this.#bringUp(each, replica, isAnew);
      this.#containers = this.#containers.filter(
        (container) => container.service.name !== each.name || container.replica <= replicas,
      );
    }
  }

  async remove(
    containers: readonly Container[],
    options: { readonly volumes: boolean; readonly force: boolean },
    cause: string,
  ): Promise<void> {
    this.done.push(
      `remove ${containers.map(({ name }) => name).join(' ')} ${JSON.stringify(options)} (${cause})`,
    );
    this.#containers = this.#containers.filter(
      ({ id }) => !containers.some((container) => container.id === id),
    );
    if (options.volumes) this.#volumes = [];
  }

  volumes(): readonly NamedVolume[] {
    return this.#volumes;
  }

  async removeVolumes(volumes: readonly NamedVolume[]): Promise<void> {
    this.done.push(`remove volumes ${volumes.map(({ name }) => name).join(' ')}`);
    this.#volumes = this.#volumes.filter((volume) => !volumes.includes(volume));
  }

  async *logs(container: Container, { tail, since, follow, signal }: LogOptions): AsyncGenerator<LogLine> {
    const lines = this.lines.get(container.service.name) ?? [];
    const recent = lines.filter(({ time }) => since === undefined || time >= since);
    yield* tail === undefined ? recent : recent.slice(recent.length - Math.min(tail, recent.length));
    if (follow && container.status.state !== 'exited' && !signal.aborted)
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
  }

  async processes(container: Container): Promise<readonly Process[]> {
    const [command = ''] = container.argv;
    const startedAt = container.startedAt ?? container.createdAt;
    return [{ pid: container.pid ?? 0, parent: 1, user: 'postgres', cpuMs: 61_000, startedAt, command }];
  }

  async usage() {
    return {
      cpuPercent: 1.234,
      memoryBytes: 25.5 * 1024 ** 2,
      memoryLimitBytes: 512 * 1024 ** 2,
      networkReceivedBytes: 1200,
      networkSentBytes: 640,
      blockReadBytes: 0,
      blockWrittenBytes: 2_500_000,
      processes: 7,
    };
  }

  entry(container: Container, options: Parameters<Supervisor['entry']>[1]): readonly string[] {
    const environment = Object.entries(options.env).map(([name, value]) => `${name}=${value}`);
    return ['/usr/bin/env', `CONTAINER=${container.name}`, ...environment, ...options.argv];
  }

  #withDependencies(services: readonly string[]): readonly string[] {
    const dependencies = this.system.services
      .filter(({ name }) => services.includes(name))
      .flatMap(({ dependsOn }) => dependsOn.map((dependency) => dependency.service));
    const missing = dependencies.filter((name) => !services.includes(name));
    return missing.length === 0 ? services : this.#withDependencies([...services, ...new Set(missing)]);
  }

  #bringUp(of: Service, replica: number, isAnew: boolean): void {
    const existing = this.#containers.find(
      (container) => container.service.name === of.name && container.replica === replica,
    );
    if (existing !== undefined && !isAnew) {
      if (existing.status.state === 'exited' || existing.status.state === 'created') this.#start(existing);
      return;
    }
    this.#containers = this.#containers.filter((container) => container !== existing);
    this.#start(this.#create(of, replica));
  }

  #create(of: Service, replica: number): Mutable<Container> {
    this.#created += 1;
    const container: Mutable<Container> = {
      id: createHash('sha256').update(`${of.name} ${this.#created}`).digest('hex'),
      name: replica === 1 ? of.containerName : `preskool-${of.name}-${replica}`,
      service: of,
      replica,
      status: { state: 'created', oomKilled: false, restarts: 0 },
      createdAt: this.#now(),
      argv: [`${of.name}-server`, '--port', '5432', '--verbose'],
    };
    this.#containers = [container, ...this.#containers];
    return container;
  }

  #start(container: Mutable<Container>): void {
    container.status = { ...container.status, state: 'running' };
    container.startedAt = this.#now();
    container.pid = 4000 + this.#created;
    container.ipAddress = '172.20.0.2';
  }

  #end(container: Mutable<Container>, exitCode: number): void {
    container.status = { ...container.status, state: 'exited', exitCode };
    container.finishedAt = this.#now();
    delete container.pid;
  }
}

const describe = (action: string | ControlWithOptions): string => {
  if (typeof action === 'string') return action;
  return action.action === 'kill' ? `kill ${action.signal}` : `${action.action} ${action.timeoutMs}ms`;
};
