import type { Service, System } from '../../compose/model.ts';
import { containerName, hostNames } from '../../compose/names.ts';
import { HarnessError } from '../../core/errors.ts';
import type { ServiceChange } from '../model.ts';
import { startInOrder } from '../start-order.ts';
import { Container } from './container.ts';
import type { ContainerEvent } from './events.ts';
import type { Engine } from './engine.ts';
import { publishedPorts } from './published-ports.ts';
import type { RelayClient } from './relay-client.ts';
import type { Run } from './run.ts';

export interface ServicesOptions {
  readonly engine: Engine;
  readonly run: Run;
  readonly system: System;
  readonly onService: (change: ServiceChange) => void;
  /** Creates and starts a service's container. */
  readonly launch: (service: Service, replica: number, volumes: readonly string[]) => Promise<void>;
  /** Aborted when the engine tells no more. */
  readonly gone: AbortSignal;
}

/** The containers of the system under drill. */
export class Services {
  readonly system: System;
  readonly #run: Run;
  readonly #containers: readonly Container[];
  readonly #front = Promise.withResolvers<RelayClient>();
  #relay: RelayClient | undefined;
  #publishing: Promise<void> = Promise.resolve();

  constructor({ engine, run, system, onService, launch, gone }: ServicesOptions) {
    this.system = system;
    this.#run = run;
    const onChange = (change: ServiceChange): void => {
      this.#publish();
      onService(change);
    };
    this.#containers = system.services.flatMap((service) =>
      Array.from(
        { length: service.replicas },
        (_, index) =>
          new Container({
            docker: engine.docker,
            service,
            replica: index + 1,
            onChange,
            gone,
            launch: (changed, volumes) => launch(changed, index + 1, volumes),
            opens: async (container, port, signal) => {
              const relay = await this.#front.promise;
              (await relay.dial(this.hostOf(container), port, signal)).destroy();
            },
          }),
      ),
    );
  }

  /** Starts them as their dependencies allow, and resolves when all are ready and published. */
  async start(before: (service: Service) => Promise<unknown>, signal: AbortSignal): Promise<void> {
    await startInOrder({
      start: this.#containers,
      all: this.#containers,
      before: async ({ service }) => void (await before(service)),
      cause: 'drillbook',
      wait: true,
      signal,
    });
    await this.#publishing;
  }

  /** From now on, the drill's network is reached by this, and published ports are open where it leads to. */
  reachBy(relay: RelayClient): void {
    this.#relay = relay;
    this.#front.resolve(relay);
    this.#publish();
  }

  /** @throws HarnessError when the system has no such service */
  container(service: string): Container {
    const found = this.#containers.find((one) => one.service.name === service && one.replica === 1);
    if (found === undefined)
      throw new HarnessError('unknown-service', `the system has no container of ${service}`);
    return found;
  }

  /** The service that others find by this name. */
  named(host: string): Container | undefined {
    return this.#containers.find(({ service, replica }) => hostNames(service, replica).includes(host));
  }

  /** The service that publishes this port, and its own port; of several, the one that runs. */
  publisher(port: number): { readonly container: Container; readonly target: number } | undefined {
    const publishers = this.#containers.flatMap((container) =>
      publishedPorts(container)
        .filter(({ published }) => published === port)
        .map(({ target }) => ({ container, target })),
    );
    return publishers.find(({ container }) => container.isRunning) ?? publishers[0];
  }

  /** The container's name in the engine, which is also one in the drill's network. */
  hostOf({ service, replica }: Container): string {
    return this.#run.name(containerName(service, replica));
  }

  async handle(event: ContainerEvent): Promise<void> {
    const { 'com.docker.compose.service': name, 'com.docker.compose.container-number': number } =
      event.attributes;
    if (event.attributes['com.docker.compose.oneoff'] === 'True') return;
    const container = this.#containers.find(
      ({ service, replica }) => service.name === name && `${replica}` === number,
    );
    await container?.handle(event);
  }

  /** Lets go of all of them: resolves when nothing is being done to any. */
  async release(): Promise<void> {
    await Promise.all(this.#containers.map((container) => container.release()));
  }

  #publish(): void {
    const relay = this.#relay;
    if (relay === undefined) return;
    const ports = this.#containers
      .filter(({ isRunning }) => isRunning)
      .flatMap((container) =>
        publishedPorts(container).map(({ listen, published, target }) => ({
          listen: { host: listen, port: published },
          to: { host: this.hostOf(container), port: target },
        })),
      );
    // The front is gone only when the drill is over.
    this.#publishing = this.#publishing.then(() => relay.publish(ports)).catch(() => {});
  }
}
