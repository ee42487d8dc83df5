import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Toxiproxy } from 'toxiproxy-node-client';
import { systemClock } from '../../../core/clock.ts';
import { HarnessError } from '../../../core/errors.ts';
import type { InitialProxy } from '../../proxy/server.ts';

/** A loopback address of its own, so that a service may publish the port on the usual one. */
const HOST = '127.0.0.2';
const PORT = 8474;

const READY_WITHIN_MS = 5000;

export interface StartedProxyServer {
  /** `toxiproxy-server 2.12.0` or `embedded`. */
  readonly name: string;
  readonly api: Toxiproxy;
}

/** Toxiproxy where this machine has it, else the embedded server with the same HTTP API. */
export const startProxyServer = (
  program: string | undefined,
  proxies: readonly InitialProxy[],
): Promise<StartedProxyServer> =>
  program === undefined ? startEmbedded(proxies) : startReal(program, proxies);

/** It takes its proxies with it: the client would load `fetch`, which takes longer than all else here. */
const startEmbedded = async (proxies: readonly InitialProxy[]): Promise<StartedProxyServer> => {
  const { startProxyServer } = await import('../../proxy/server.ts');
  const { url } = await startProxyServer({ host: HOST, port: PORT, proxies });
  return { name: 'embedded', api: new Toxiproxy(url) };
};

const startReal = async (program: string, proxies: readonly InitialProxy[]): Promise<StartedProxyServer> => {
  const child = spawn(program, ['-host', HOST, '-port', `${PORT}`], { stdio: 'ignore' });
  const failed = once(child, 'error').then(([error]) => {
    throw new HarnessError('proxy-not-started', `toxiproxy-server did not start: ${String(error)}`);
  });
  const api = new Toxiproxy(`http://${HOST}:${PORT}`);
  const version = await Promise.race([failed, versionOf(api)]);
  if (proxies.length > 0) await api.populate([...proxies]);
  return { name: `toxiproxy-server ${version}`, api };
};

const versionOf = async (api: Toxiproxy): Promise<string> => {
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  while (true) {
    try {
      return (JSON.parse(await api.getVersion()) as { readonly version: string }).version;
    } catch (error) {
      if (performance.now() > giveUpAt) {
        throw new HarnessError('proxy-not-started', 'toxiproxy-server does not answer', { cause: error });
      }
      await systemClock.sleep(10);
    }
  }
};
