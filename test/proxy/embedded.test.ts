import { expect, test } from 'vitest';
import { startProxyServer } from '../../src/environment/proxy/server.ts';
import { dial, listen, outcome, tryToConnect } from '../support/sockets.ts';
import { proxyConformance } from './conformance.ts';

proxyConformance('embedded', () => startProxyServer({ host: '127.0.0.1', port: 0 }));

test('closing ends the API, the proxies and their connections; twice is harmless', async () => {
  await using upstream = await listen();
  await using server = await startProxyServer({ host: '127.0.0.1', port: 0 });
  const body = JSON.stringify({ name: 'link', listen: '127.0.0.1:0', upstream: upstream.address });
  const created = await fetch(`${server.url}/proxies`, { method: 'POST', body });
  const proxy = (await created.json()) as { listen: string };
  const near = await dial(proxy.listen);
  const end = outcome(near);
  await upstream.accept();
  await server.close();
  await server.close();
  expect((await end).how).toBe('end');
  near.destroy();
  expect(await tryToConnect(proxy.listen)).toBe('ECONNREFUSED');
  expect(await tryToConnect(`127.0.0.1:${server.port}`)).toBe('ECONNREFUSED');
});

test('says why it cannot listen', async () => {
  await using taken = await listen();
  await expect(startProxyServer({ host: '127.0.0.1', port: taken.port })).rejects.toThrow('EADDRINUSE');
});
