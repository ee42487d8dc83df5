import { expect, test } from 'vitest';
import { environmentOf } from '../../test/support/environment.ts';
import { listen } from '../../test/support/sockets.ts';
import { tcpProbe } from './tcp.ts';

const sample = (tcp: string, ports: Readonly<Record<string, number>> = {}): Promise<string> =>
  tcpProbe.open({ tcp }, environmentOf(ports)).sample(new AbortController().signal);

test('a port that takes connections holds', async () => {
  await using server = await listen();
  expect(await sample(`localhost:${server.port}`)).toBe('connected');
  expect(await sample('db:5432', { db: server.port })).toBe('connected');
});

test('a closed port is refused', async () => {
  await expect(sample('localhost:1')).rejects.toThrow('connection refused');
});

test('a forwarder with nobody behind it does not count', async () => {
  await using server = await listen((socket) => socket.destroy());
  await expect(sample(`localhost:${server.port}`)).rejects.toThrow('connection closed at once');
});

test.each(['localhost', '5432', 'http://localhost:80', 'localhost:99999', ':80'])('%j is no place', (tcp) => {
  expect(tcpProbe.schema.safeParse({ tcp }).success).toBe(false);
});
