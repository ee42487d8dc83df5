import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A TCP server on a free loopback port. */
export interface TcpServer extends AsyncDisposable {
  readonly port: number;
  readonly address: string;
  /** The next connection that nobody has taken yet. */
  accept(): Promise<Socket>;
}

/** Each connection is handed to `onConnection`, or else waits for `accept()`. */
export const listen = async (onConnection?: (socket: Socket) => void): Promise<TcpServer> => {
  const sockets = new Set<Socket>();
  const waiting: Socket[] = [];
  const takers: ((socket: Socket) => void)[] = [];
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (onConnection !== undefined) return onConnection(socket);
    const taker = takers.shift();
    if (taker === undefined) waiting.push(socket);
    else taker(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    address: `127.0.0.1:${port}`,
    accept: () => {
      const socket = waiting.shift();
      return socket === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(socket);
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
};

export const echo = (socket: Socket): void => void socket.pipe(socket);

/** A connected socket that does not end by itself when the other side does. */
export const dial = async (address: string): Promise<Socket> => {
  const [host = '', port = ''] = address.split(':');
  const socket = connect({ host, port: Number(port), allowHalfOpen: true, noDelay: true });
  await once(socket, 'connect');
  // Outcomes are read with `outcome()`; an error that nobody waits for is no failure of the test.
  socket.on('error', () => {});
  return socket;
};

/** Exactly the next `length` bytes. @throws Error when the connection is over before that */
export const receive = (socket: Socket, length: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let received = 0;
    const onData = (data: Buffer): void => {
      parts.push(data);
      received += data.length;
      if (received < length) return;
      socket.pause();
      socket.off('data', onData).off('end', onEnd).off('close', onEnd);
      const all = Buffer.concat(parts);
      if (received > length) socket.unshift(all.subarray(length));
      resolve(all.subarray(0, length));
    };
    const onEnd = (): void => reject(new Error(`over after ${received} of ${length} bytes`));
    socket.on('data', onData).once('end', onEnd).once('close', onEnd);
    socket.resume();
  });

export interface Outcome {
  /** All that came. */
  readonly data: Buffer;
  readonly how: 'end' | 'reset';
}

/** Reads until the other side is done: `end` for FIN, `reset` for RST. */
export const outcome = (socket: Socket): Promise<Outcome> =>
  new Promise((resolve) => {
    const parts: Buffer[] = [];
    socket.on('data', (data) => parts.push(data));
    const settle = (how: Outcome['how']) => (): void => resolve({ data: Buffer.concat(parts), how });
    if (socket.readableEnded) return settle('end')();
    socket.once('end', settle('end'));
    socket.once('error', settle('reset'));
    socket.resume();
  });

/** What came of trying to connect: `connected`, or the error's code. */
export const tryToConnect = async (address: string): Promise<string> => {
  try {
    (await dial(address)).destroy();
    return 'connected';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
};

/** How long something took, in ms. */
export const timed = async (action: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await action();
  return performance.now() - start;
};

/** The same with the result. */
export const measured = async <T>(action: () => Promise<T>): Promise<readonly [ms: number, result: T]> => {
  const start = performance.now();
  const result = await action();
  return [performance.now() - start, result];
};

/** Sends to a server that echoes, and waits for the echo. */
export const roundTrip = async (socket: Socket, text = 'ping'): Promise<void> => {
  socket.write(text);
  const echoed = String(await receive(socket, text.length));
  if (echoed !== text) throw new Error(`echoed ${echoed} for ${text}`);
};
