import type { Toxiproxy } from 'toxiproxy-node-client';
import { HarnessError } from '../../../core/errors.ts';
import type { Toxic } from '../../model.ts';
import type { InitialProxy } from '../../proxy/server.ts';
import type { Link } from './links-of.ts';
import { removeToxic } from '../../proxy/remove-toxic.ts';
import { startProxyServer } from './proxy-server.ts';

/** The proxies of the links. */
export class Links {
  readonly #links: readonly Link[];
  readonly #upstream: (link: Link) => string;
  readonly #api: Toxiproxy;

  private constructor(links: readonly Link[], upstream: (link: Link) => string, api: Toxiproxy) {
    this.#links = links;
    this.#upstream = upstream;
    this.#api = api;
  }

  /** @param upstream a store's own address */
  static async open(
    links: readonly Link[],
    upstream: (link: Link) => string,
    toxiproxy: string | undefined,
  ): Promise<Links> {
    const proxies = links.map((link) => proxyOf(link, upstream(link)));
    return new Links(links, upstream, await startProxyServer(toxiproxy, proxies));
  }

  get names(): readonly string[] {
    return this.#links.map(({ name }) => name);
  }

  /** @throws HarnessError for an unknown link */
  place(name: string): Link {
    const link = this.#links.find((one) => one.name === name);
    if (link === undefined)
      throw new HarnessError('unknown-link', `there is no link ${name}; there is ${this.names.join(', ')}`);
    return link;
  }

  async addToxic(link: string, toxic: Toxic): Promise<void> {
    const proxy = await this.#api.get(this.place(link).name);
    await proxy.addToxic({ ...toxic });
  }

  async removeToxic(link: string, name: string): Promise<void> {
    const proxy = await this.#api.get(this.place(link).name);
    await removeToxic(proxy, name);
  }

  async setEnabled(link: string, enabled: boolean): Promise<void> {
    const place = this.place(link);
    const proxy = await this.#api.get(place.name);
    await proxy.update({ ...proxyOf(place, this.#upstream(place)), enabled });
  }
}

const proxyOf = ({ name, address, port }: Link, upstream: string): InitialProxy => ({
  name,
  listen: `${address}:${port}`,
  upstream: `${upstream}:${port}`,
});
