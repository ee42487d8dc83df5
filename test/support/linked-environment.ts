import { Toxiproxy } from 'toxiproxy-node-client';
import type { System } from '../../src/compose/model.ts';
import type { StartedEnvironment } from '../../src/environment/model.ts';
import { removeToxic } from '../../src/environment/proxy/remove-toxic.ts';
import { startProxyServer } from '../../src/environment/proxy/server.ts';
import { environmentOf } from './environment.ts';

/** Servers of a test as services, each with a link through an embedded proxy. */
export const startLinkedEnvironment = async (
  ports: Readonly<Record<string, number>>,
  system: System,
): Promise<StartedEnvironment> => {
  const server = await startProxyServer({ host: '127.0.0.1', port: 0 });
  const api = new Toxiproxy(server.url);
  const proxies = await api.populate(
    Object.entries(ports).map(([name, port]) => ({
      name,
      listen: '127.0.0.1:0',
      upstream: `127.0.0.1:${port}`,
    })),
  );
  const proxyOf = (link: string) => {
    const proxy = proxies[link];
    if (proxy === undefined) throw new Error(`no link ${link}`);
    return proxy;
  };
  const environment = environmentOf(ports, system);
  return {
    ...environment,
    network: {
      links: Object.keys(ports),
      dial: (link, signal) =>
        environment.dial('localhost', Number(proxyOf(link).listen.split(':')[1]), signal),
      addToxic: async (link, toxic) => void (await proxyOf(link).addToxic({ ...toxic })),
      removeToxic: (link, name) => removeToxic(proxyOf(link), name),
      setEnabled: async (link, enabled) => {
        const { listen, upstream } = proxyOf(link);
        await proxyOf(link).update({ listen, upstream, enabled });
      },
      setNamed: () => Promise.resolve(),
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
};
