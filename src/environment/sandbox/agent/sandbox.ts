import type { Service, System } from '../../../compose/model.ts';
import { HarnessError } from '../../../core/errors.ts';
import type { ServiceChange } from '../../model.ts';
import type { Setup } from '../rpc.ts';
import { hostOverlays } from './binds.ts';
import { drawBlueprint } from './blueprint.ts';
import { ServiceContainer } from './container.ts';
import { openLinks } from './forwarding-links.ts';
import { writeHostNames } from './host-names.ts';
import { type Links, linksOf } from './links.ts';
import { attach, containerAddress, hostNetwork } from './network.ts';
import { PublishedPorts } from './published-ports.ts';
import { runScript } from './run.ts';
import { startInOrder } from './start-order.ts';
import { Volumes } from './volumes.ts';

/** First of the numbers that containers' addresses are made of; 1 is the bridge. */
const FIRST_NUMBER = 2;

interface Replica {
  readonly service: Service;
  readonly replica: number;
}

/** All containers of the drill. */
export class Sandbox {
  readonly system: System;
  readonly #setup: Setup;
  readonly #onChange: (change: ServiceChange) => void;
  readonly #volumes: Volumes;
  readonly #ports = new PublishedPorts();
  /** `service/replica` → the number of its address, the same when it is created again. */
  readonly #numbers = new Map<string, number>();
  #containers: readonly ServiceContainer[] = [];
  #links: Links | undefined;

  constructor(setup: Setup, onChange: (change: ServiceChange) => void) {
    this.system = setup.system;
    this.#setup = setup;
    this.#onChange = onChange;
    this.#volumes = new Volumes(setup.system);
  }

  get links(): Links {
    if (this.#links === undefined) throw new TypeError('the sandbox is not open yet');
    return this.#links;
  }

  /** Makes the drill's host and creates the containers. */
  async open(): Promise<void> {
    const links = linksOf(this.system.services);
    const wanted = this.system.services.flatMap((service) => replicasOf(service, service.replicas));
    await runScript(`${hostOverlays(this.system)}\n${hostNetwork(links.length)}`);
    const upstream = ({ name }: { readonly name: string }): string => containerAddress(this.#number(name, 1));
    [this.#links] = await Promise.all([openLinks(links, upstream), this.#create(wanted)]);
    writeHostNames(this.#containers, this.#links);
  }

  /** Starts everything, and resolves when everything is ready. */
  start(signal: AbortSignal): Promise<void> {
    return startInOrder(this.#containers, signal);
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

  async #create(wanted: readonly Replica[]): Promise<void> {
    const numbers = wanted.map(({ service, replica }) => this.#number(service.name, replica));
    const blueprints = wanted.map(({ service, replica }) =>
      drawBlueprint(service, replica, this.#number(service.name, replica), this.#setup, this.#volumes),
    );
    await Promise.all([
      runScript(attach(numbers)),
      runScript(blueprints.map(({ script }) => script).join('\n')),
    ]);
    const created = blueprints.map(({ spec }) => {
      const container: ServiceContainer = new ServiceContainer(spec, (change) => {
        this.#ports.follow(container);
        this.#onChange(change);
      });
      return container;
    });
    this.#containers = [...this.#containers, ...created];
  }

  #number(service: string, replica: number): number {
    const key = `${service}/${replica}`;
    const number = this.#numbers.get(key) ?? FIRST_NUMBER + this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}

const replicasOf = (service: Service, count: number): readonly Replica[] =>
  Array.from({ length: count }, (_, index) => ({ service, replica: index + 1 }));
