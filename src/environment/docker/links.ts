import type { Service, System } from '../../compose/model.ts';
import { STORE_PORTS, storeOf } from '../../compose/store.ts';
import { HarnessError } from '../../core/errors.ts';
import { requestHttp } from '../dial/http.ts';
import type { Network, Toxic } from '../model.ts';
import type { Front } from './front.ts';
import { PROXY_API } from './front/protocol.ts';
import { type Run, frontName, hostNames } from './run.ts';

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

/** The names by which a service reaches the stores, each leading to the proxy before it. */
export const linkAliases = (run: Run, system: System, service: Service): readonly string[] =>
  linksOf(system)
    .filter(({ name }) => name !== service.name)
    .flatMap(({ name, front }) => {
      const store = system.services.find((one) => one.name === name) as Service;
      return hostNames(store, 1).map((alias) => `${frontName(run, front)}:${alias}`);
    });

/** The proxies of the links. */
export class Links implements Network {
  readonly server: string;
  readonly #links: readonly Link[];
  readonly #fronts: readonly Front[];

  private constructor(server: string, links: readonly Link[], fronts: readonly Front[]) {
    this.server = server;
    this.#links = links;
    this.#fronts = fronts;
  }

  /** @param upstream a store's own name in the drill's network */
  static async open(
    fronts: readonly Front[],
    system: System,
    upstream: (link: Link) => string,
    isToxiproxy: boolean,
  ): Promise<Links> {
    const { version } = (await ask(fronts[0] as Front, 'GET', '/version')) as { readonly version: string };
    const links = new Links(
      isToxiproxy ? `toxiproxy-server ${version}` : 'embedded',
      linksOf(system),
      fronts,
    );
    for (const link of links.#links) {
      const front = links.#front(link);
      await ask(front, 'POST', '/proxies', {
        name: link.name,
        listen: `${front.ipAddress}:${link.port}`,
        upstream: `${upstream(link)}:${link.port}`,
        enabled: true,
      });
    }
    return links;
  }

  get links(): readonly string[] {
    return this.#links.map(({ name }) => name);
  }

  dial: Network['dial'] = (name, signal) => {
    const link = this.#link(name);
    const { relay, ipAddress } = this.#front(link);
    return relay.dial(ipAddress, link.port, signal);
  };

  async addToxic(name: string, toxic: Toxic): Promise<void> {
    const link = this.#link(name);
    await ask(this.#front(link), 'POST', `/proxies/${link.name}/toxics`, toxic);
  }

  async removeToxic(name: string, toxic: string): Promise<void> {
    const link = this.#link(name);
    await ask(this.#front(link), 'DELETE', `/proxies/${link.name}/toxics/${toxic}`, undefined, [404]);
  }

  async setEnabled(name: string, enabled: boolean): Promise<void> {
    const link = this.#link(name);
    await ask(this.#front(link), 'POST', `/proxies/${link.name}`, { enabled });
  }

  async setNamed(service: string): Promise<void> {
    throw new HarnessError(
      'name-not-removable',
      `the docker backend cannot take away the name of ${service}`,
    );
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
