import { ApiError, badRequestBody, missingField } from './api-error.ts';
import { readFields } from './body.ts';
import { Proxy } from './proxy.ts';

const PROXY_FIELDS = { name: 'string', listen: 'string', upstream: 'string', enabled: 'boolean' } as const;

/** All proxies of one server, by name. The bodies are those of the HTTP API. */
export class ProxyCollection {
  readonly #proxies = new Map<string, Proxy>();

  list(): readonly Proxy[] {
    return [...this.#proxies.values()];
  }

  get(name: string): Proxy {
    const proxy = this.#proxies.get(name);
    if (proxy === undefined) throw new ApiError(404, 'proxy not found');
    return proxy;
  }

  async create(body: unknown): Promise<Proxy> {
    const { proxy, enabled } = readProxy(body, '');
    if (this.#proxies.has(proxy.name)) throw new ApiError(409, 'proxy already exists');
    if (enabled) await proxy.start();
    this.#proxies.set(proxy.name, proxy);
    return proxy;
  }

  async update(name: string, body: unknown): Promise<Proxy> {
    const proxy = this.get(name);
    const { listen, upstream, enabled } = proxy;
    await proxy.update({ listen, upstream, enabled, ...readFields(body, PROXY_FIELDS) });
    return proxy;
  }

  async remove(name: string): Promise<void> {
    const proxy = this.get(name);
    this.#proxies.delete(name);
    await proxy.stop();
  }

  /** Creates or replaces them in order; `error` says why it stopped before the end. */
  async populate(body: unknown): Promise<{ readonly proxies: readonly Proxy[]; readonly error?: unknown }> {
    const proxies: Proxy[] = [];
    try {
      if (!Array.isArray(body)) throw badRequestBody('not an array');
      const wanted = body.map((entry, index) => readProxy(entry, ` at proxy ${index + 1}`));
      for (const { proxy, enabled } of wanted) proxies.push(await this.#replace(proxy, enabled));
      return { proxies };
    } catch (error) {
      return { proxies, error };
    }
  }

  async #replace(proxy: Proxy, enabled: boolean): Promise<Proxy> {
    const existing = this.#proxies.get(proxy.name);
    if (existing !== undefined) {
      if (!(await existing.differs(proxy))) return existing;
      await existing.stop();
    }
    if (enabled) await proxy.start();
    this.#proxies.set(proxy.name, proxy);
    return proxy;
  }
}

const readProxy = (body: unknown, where: string): { readonly proxy: Proxy; readonly enabled: boolean } => {
  const { name = '', listen = '', upstream = '', enabled = true } = readFields(body, PROXY_FIELDS);
  if (name === '') throw missingField(`name${where}`);
  if (upstream === '') throw missingField(`upstream${where}`);
  return { proxy: new Proxy(name, listen, upstream), enabled };
};
