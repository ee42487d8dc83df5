import type { Service, System } from '../../compose/model.ts';
import { hostNames } from '../../compose/names.ts';
import { STORE_PORTS, storeOf } from '../../compose/store.ts';
import { HarnessError } from '../../core/errors.ts';
import { requestHttp } from '../dial/http.ts';
import type { Network, Toxic } from '../model.ts';
import type { Front } from './front.ts';
import { PROXY_API } from './front/protocol.ts';
import { type Run, frontName } from './run.ts';

/** A store as the others reach it: through the proxy of a front. */
export interface Link {
  readonly name: string;
  readonly port: number;
  /** Which front: two stores with the same port cannot share one. */
  readonly front: number;
}

export const linksOf = ({ services }: System): readonly Link[] => {
  const taken = new Map<number, number>();
  return services.flatMap((service) => {
    const kind = storeOf(service);
    if (kind === undefined) return [];
    const port = STORE_PORTS[kind];
    const front = taken.get(port) ?? 0;
    taken.set(port, front + 1);
    return [{ name: service.name, port, front }];
  });
};

/** How many fronts a system needs; one at least. */
export const frontCount = (links: readonly Link[]): number =>
  Math.max(1, ...links.map(({ front }) => front + 1));

/** The names by which a container of a service reaches the stores of a network, each leading to the proxy before it. */
export const linkAliases = (run: Run, system: System, network: string, service: string): readonly string[] =>
  linksOf(system)
    .filter(({ name }) => name !== service)
    .flatMap(({ name, front }) => {
      const store = serviceOf(system, name);
      if (!store.networks.some((one) => one.network === network)) return [];
      return hostNames(store, 1, network).map((alias) => `${frontName(run, front)}:${alias}`);
    });

const serviceOf = ({ services }: System, name: string): Service =>
  services.find((service) => service.name === name) as Service;

/** A store's proxy in one of its networks. The first has the store's name. */
interface Proxy {
  readonly name: string;
  readonly host: string;
}

const proxiesOf = ({ name }: Link, system: System, front: Front): readonly Proxy[] =>
  serviceOf(system, name).networks.map(({ network }, index) => ({
    name: index === 0 ? name : `${name}~${network}`,
    host: front.addressIn(network),
  }));

/** The proxies of the links. */
export class Links implements Network {
  readonly #links: readonly Link[];
  readonly #fronts: readonly Front[];
  readonly #system: System;

  private constructor(system: System, fronts: readonly Front[]) {
    this.#links = linksOf(system);
    this.#fronts = fronts;
    this.#system = system;
  }

  /** @param upstream a store's own name in the drill's network */
  static async open(
    fronts: readonly Front[],
    system: System,
    upstream: (link: Link) => string,
  ): Promise<Links> {
    const links = new Links(system, fronts);
    for (const link of links.#links) {
      await links.#each(
        link,
        'POST',
        () => '',
        ({ name, host }) => ({
          name,
          listen: `${host}:${link.port}`,
          upstream: `${upstream(link)}:${link.port}`,
          enabled: true,
        }),
      );
    }
    return links;
  }

  get links(): readonly string[] {
    return this.#links.map(({ name }) => name);
  }

  dial: Network['dial'] = (name, signal) => {
    const link = this.#link(name);
    const front = this.#front(link);
    const [{ host }] = proxiesOf(link, this.#system, front) as readonly [Proxy];
    return front.relay.dial(host, link.port, signal);
  };

  async addToxic(name: string, toxic: Toxic): Promise<void> {
    await this.#each(
      this.#link(name),
      'POST',
      (proxy) => `/${proxy}/toxics`,
      () => toxic,
    );
  }

  async removeToxic(name: string, toxic: string): Promise<void> {
    const gone = [404];
    await this.#each(this.#link(name), 'DELETE', (proxy) => `/${proxy}/toxics/${toxic}`, undefined, gone);
  }

  async setEnabled(name: string, enabled: boolean): Promise<void> {
    await this.#each(
      this.#link(name),
      'POST',
      (proxy) => `/${proxy}`,
      () => ({ enabled }),
    );
  }

  async setNamed(service: string): Promise<void> {
    throw new HarnessError(
      'name-not-removable',
      `the docker backend cannot take away the name of ${service}`,
    );
  }

  /** Asks the same of the link's proxy in each network. */
  async #each(
    link: Link,
    method: string,
    path: (proxy: string) => string,
    json: (proxy: Proxy) => unknown = () => undefined,
    fine: readonly number[] = [],
  ): Promise<void> {
    const front = this.#front(link);
    const asks = proxiesOf(link, this.#system, front).map((proxy) =>
      ask(front, method, `/proxies${path(proxy.name)}`, json(proxy), fine),
    );
    await Promise.all(asks);
  }

  /** @throws HarnessError for an unknown link */
  #link(name: string): Link {
    const link = this.#links.find((one) => one.name === name);
    if (link === undefined)
      throw new HarnessError('unknown-link', `there is no link ${name}; there is ${this.links.join(', ')}`);
    return link;
  }

  #front({ front }: Link): Front {
    return this.#fronts[front] as Front;
  }
}

const API_TIMEOUT = 10_000;

/** Over the relay, where the toxiproxy client cannot go. */
const ask = async (
  { relay }: Front,
  method: string,
  path: string,
  json?: unknown,
  fine: readonly number[] = [],
): Promise<unknown> => {
  const url = `http://${PROXY_API.host}:${PROXY_API.port}${path}`;
  const request = { url, method, ...(json !== undefined && { json }) };
  const { status, body } = await requestHttp(relay, request, AbortSignal.timeout(API_TIMEOUT));
  if (status >= 400 && !fine.includes(status))
    throw new HarnessError('proxy-refused', `the proxy refuses ${method} ${path}: ${body.trim()}`);
  return body === '' ? undefined : JSON.parse(body);
};
