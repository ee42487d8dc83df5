/**
 * The embedded proxy against the real Toxiproxy: bytes a second on one connection, and the round trip of a short message, in
 * one run. Each proxy is a process of its own; source, sink and echo are this one.
 *
 *     scripts/node node bench/proxy.ts [rounds]
 */
import { Buffer } from 'node:buffer';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Toxiproxy } from 'toxiproxy-node-client';
import { startProxyServer } from '../src/environment/proxy/server.ts';
import { dial, echo, listen, receive, timed } from '../test/support/sockets.ts';
import { findToxiproxy, startToxiproxy } from '../test/support/toxiproxy.ts';
import { median, percentile } from '../src/core/statistics.ts';

const ROUNDS = Number(process.argv[2] ?? 7);
const CHUNK = Buffer.alloc(64 * 1024, 'x');
const CHUNKS = 8192;
const MESSAGES = 3000;
const MESSAGE = Buffer.alloc(100, 'y');

interface Contender {
  readonly name: string;
  /** The address through which the upstream is reached. */
  through(upstream: string): Promise<string>;
}

const viaProxy = (name: string, url: string): Contender => ({
  name,
  through: async (upstream) => {
    const api = new Toxiproxy(url);
    const proxies = await api.populate([{ name: upstream, listen: '127.0.0.1:0', upstream }]);
    return proxies[upstream]?.listen ?? '';
  },
});

/** Bytes a second. */
const throughput = async (contender: Contender): Promise<number> => {
  let seen = 0;
  const done = Promise.withResolvers<void>();
  await using sink = await listen((socket) =>
    socket.on('data', ({ length }) => {
      seen += length;
      if (seen === CHUNKS * CHUNK.length) done.resolve();
    }),
  );
  const socket = await dial(await contender.through(sink.address));
  const ms = await timed(async () => {
    for (let count = 0; count < CHUNKS; count += 1) if (!socket.write(CHUNK)) await once(socket, 'drain');
    await done.promise;
  });
  socket.destroy();
  return (CHUNKS * CHUNK.length * 1000) / ms;
};

/** For each contender the round trips of a short message, in ms; in turn, so that all meet the same moments of the machine. */
const roundTrips = async (contenders: readonly Contender[]): Promise<readonly (readonly number[])[]> => {
  await using echoing = await listen(echo);
  const sockets = await Promise.all(
    contenders.map(async (contender) => dial(await contender.through(echoing.address))),
  );
  const times = sockets.map((): number[] => []);
  for (let count = 0; count < MESSAGES; count += 1) {
    for (const [index, socket] of sockets.entries()) {
      const roundTrip = async (): Promise<void> => {
        socket.write(MESSAGE);
        await receive(socket, MESSAGE.length);
      };
      times[index]?.push(await timed(roundTrip));
    }
  }
  for (const socket of sockets) socket.destroy();
  return times;
};

const asRate = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB/s`;
const asMicroseconds = (ms: number): string => `${(ms * 1000).toFixed(0)} µs`;

const compare = async (program: string): Promise<void> => {
  await using real = await startToxiproxy(program);
  const child = fork(import.meta.filename, ['serve']);
  const [url] = (await once(child, 'message')) as [string];
  const contenders = [
    { name: 'direct', through: (upstream: string) => Promise.resolve(upstream) },
    viaProxy('Toxiproxy', real.url),
    viaProxy('embedded', url),
  ];
  const times = await roundTrips(contenders);
  for (const share of [0.5, 0.99]) {
    const [without = 0, them = 0, us = 0] = times.map((each) => percentile(each, share));
    console.log(
      `added p${share * 100} of a round trip: Toxiproxy ${asMicroseconds(them - without)}, embedded ${asMicroseconds(us - without)}; ` +
        `embedded/Toxiproxy ${((us - without) / (them - without)).toFixed(2)}`,
    );
  }
  const rates = contenders.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, contender] of contenders.entries()) rates[index]?.push(await throughput(contender));
  }
  const [direct = 0, theirs = 0, ours = 0] = rates.map(median);
  console.log(
    `one connection: direct ${asRate(direct)}, Toxiproxy ${asRate(theirs)}, embedded ${asRate(ours)}; ` +
      `embedded/Toxiproxy ${(ours / theirs).toFixed(2)}`,
  );
  child.kill();
};

if (process.argv[2] === 'serve') {
  const { url } = await startProxyServer({ host: '127.0.0.1', port: 0 });
  process.send?.(url);
} else {
  const toxiproxy = findToxiproxy();
  if ('missing' in toxiproxy) throw new Error(toxiproxy.missing);
  await compare(toxiproxy.program);
}
