import type { Service } from '../../../compose/model.ts';
import type { ServiceContainer } from './container.ts';
import { forward } from '../../proxy/forwarder.ts';
import { GATEWAY } from './network.ts';

/**
 * The ports of the Compose file on the drill's host. As with Docker, a port is open exactly while its container runs: a
 * stopped service refuses connections.
 */
export class PublishedPorts {
  readonly #open = new Map<ServiceContainer, readonly AsyncDisposable[]>();
  #queue: Promise<void> = Promise.resolve();

  /** Called after each change of a container. */
  follow(container: ServiceContainer): void {
    this.#queue = this.#queue
      .then(() => this.#adjust(container))
      // Someone on the drill's host has taken the port.
      .catch((error: unknown) => container.log.note(`cannot publish a port: ${String(error)}`));
  }

  async #adjust(container: ServiceContainer): Promise<void> {
    const open = this.#open.get(container);
    const running = container.pid !== undefined;
    if (running && open === undefined) this.#open.set(container, await openPorts(container));
    if (!running && open !== undefined) {
      this.#open.delete(container);
      await Promise.all(open.map((port) => port[Symbol.asyncDispose]()));
    }
  }
}

const openPorts = async ({
  service,
  replica,
  ipAddress,
}: ServiceContainer): Promise<readonly AsyncDisposable[]> => {
  // As Docker, a second replica cannot have the same port.
  const ports = replica === 1 ? tcpPorts(service) : [];
  return Promise.all(
    ports.flatMap(({ hostIp = '0.0.0.0', published = 0, target }) =>
      hostAddresses(hostIp).map((host) =>
        forward({ host, port: published }, { host: ipAddress, port: target }),
      ),
    ),
  );
};

export const tcpPorts = (service: Service): Service['ports'] =>
  service.ports.filter(({ protocol }) => protocol === 'tcp');

/** Not the wildcard itself: on the bridge's other addresses, the proxies have the stores' ports. */
const hostAddresses = (hostIp: string): readonly string[] =>
  hostIp === '0.0.0.0' || hostIp === '::' ? ['127.0.0.1', GATEWAY] : [hostIp];
