import type { Service } from '../../../compose/model.ts';
import { Turns } from '../../../core/turns.ts';
import type { ServiceContainer } from './container.ts';
import { forward } from '../../proxy/forwarder.ts';
import { GATEWAY } from './network.ts';

/**
 * The ports of the Compose file on the drill's host. As with Docker, a port is open exactly while its container runs: a
 * stopped service refuses connections.
 */
export class PublishedPorts {
  readonly #open = new Map<ServiceContainer, AsyncDisposable>();
  /** Those whose ports somebody else on the drill's host has. */
  readonly #taken = new Set<ServiceContainer>();
  readonly #adjustments = new Turns();

  /** Called after each change of a container. */
  follow(container: ServiceContainer): void {
    const adjusted = this.#adjustments.take(() => this.#adjust(container));
    adjusted.catch((error: unknown) => {
      this.#taken.add(container);
      container.log.note(`cannot publish a port: ${String(error)}`);
    });
  }

  /** Whether somebody else answers on its ports. */
  isTaken(container: ServiceContainer): boolean {
    return this.#taken.has(container);
  }

  async #adjust(container: ServiceContainer): Promise<void> {
    const open = this.#open.get(container);
    const running = container.pid !== undefined;
    if (running && open === undefined) {
      this.#open.set(container, await openPorts(container));
      this.#taken.delete(container);
    }
    if (!running && open !== undefined) {
      this.#open.delete(container);
      await open[Symbol.asyncDispose]();
    }
  }
}

const openPorts = async ({ service, replica, ipAddress }: ServiceContainer): Promise<AsyncDisposable> => {
  // As Docker, a second replica cannot have the same port.
  const ports = replica === 1 ? tcpPorts(service) : [];
  await using opened = new AsyncDisposableStack();
  for (const { hostIp = '0.0.0.0', published = 0, target } of ports)
    for (const host of hostAddresses(hostIp))
      opened.use(await forward({ host, port: published }, { host: ipAddress, port: target }));
  return opened.move();
};

export const tcpPorts = (service: Service): Service['ports'] =>
  service.ports.filter(({ protocol }) => protocol === 'tcp');

/** Not the wildcard itself: on the bridge's other addresses, the proxies have the stores' ports. */
const hostAddresses = (hostIp: string): readonly string[] =>
  hostIp === '0.0.0.0' || hostIp === '::' ? ['127.0.0.1', GATEWAY] : [hostIp];
