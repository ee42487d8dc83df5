import { expect, test } from 'vitest';
import { environmentOf } from '../../test/support/environment.ts';
import { listen } from '../../test/support/sockets.ts';
import { tcpProbe } from './tcp.ts';

const sample = (tcp: string, ports: Readonly<Record<string, number>> = {}): Promise<string> =>
  tcpProbe.open({ tcp }, environmentOf(ports), 1000).sample(new AbortController().signal);

test('a port that takes connections holds', async () => {
  await using server = await listen();
  expect(await sample(`localhost:${server.port}`)).toBe('connected');
  expect(await sample('db:5432', { db: server.port })).toBe('connected');
});

test('a closed port is refused', async () => {
  await expect(sample('localhost:1')).rejects.toThrow('connection refused');
});

/** Longer than a forwarder is given, in ms. */
const STALL = 50;

test('a forwarder with nobody behind it does not count, also where a busy machine reads its end late', async () => {
  await using server = await listen((socket) => socket.destroy());
  const environment = environmentOf({});
  const dial: typeof environment.dial = async (...place) => {
    const socket = await environment.dial(...place);
    setImmediate(() => {
      for (const begun = performance.now(); performance.now() < begun + STALL;) continue;
    });
    return socket;
  };
  for (const each of [environment, { ...environment, dial }]) {
    const probe = tcpProbe.open({ tcp: `localhost:${server.port}` }, each, 1000);
    await expect(probe.sample(new AbortController().signal)).rejects.toThrow('connection closed at once');
  }
});

test.each(['localhost', '5432', 'http://localhost:80', 'localhost:99999', ':80'])('%j is no place', (tcp) => {
  expect(tcpProbe.schema.safeParse({ tcp }).success).toBe(false);
});
