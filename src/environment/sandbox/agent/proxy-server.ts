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

/** Toxiproxy where this machine has it, else the embedded server with the same HTTP API. */
export const startProxyServer = (
  program: string | undefined,
  proxies: readonly InitialProxy[],
): Promise<Toxiproxy> => (program === undefined ? startEmbedded(proxies) : startReal(program, proxies));

/** It takes its proxies with it: the client would load `fetch`, which takes longer than all else here. */
const startEmbedded = async (proxies: readonly InitialProxy[]): Promise<Toxiproxy> => {
  const { startProxyServer } = await import('../../proxy/server.ts');
  const { url } = await startProxyServer({ host: HOST, port: PORT, proxies });
  return new Toxiproxy(url);
};

const startReal = async (program: string, proxies: readonly InitialProxy[]): Promise<Toxiproxy> => {
  const child = spawn(program, ['-host', HOST, '-port', `${PORT}`], { stdio: 'ignore' });
  const failed = once(child, 'error').then(([error]) => {
    throw new HarnessError('proxy-not-started', `toxiproxy-server did not start: ${String(error)}`);
  });
  const api = new Toxiproxy(`http://${HOST}:${PORT}`);
  await Promise.race([failed, untilAnswer(api)]);
  if (proxies.length > 0) await api.populate([...proxies]);
  return api;
};

const untilAnswer = async (api: Toxiproxy): Promise<void> => {
  const giveUpAt = performance.now() + READY_WITHIN_MS;
  while (true) {
    try {
      return void (await api.getVersion());
    } catch (error) {
      if (performance.now() > giveUpAt) {
        throw new HarnessError('proxy-not-started', 'toxiproxy-server does not answer', { cause: error });
      }
      await systemClock.sleep(10);
    }
  }
};
