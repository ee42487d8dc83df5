import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';

export interface Place {
  readonly host: string;
  readonly port: number;
}

/** Passes connections on, byte for byte, until it is disposed of. */
export const forward = async (listen: Place, to: Place): Promise<AsyncDisposable> => {
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ ...to, allowHalfOpen: true, noDelay: true });
    join(near, far);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    }
  });
  server.listen(listen);
  await once(server, 'listening');
  return {
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};

/** Makes two sockets one connection: each sees the end of the other, a reset where there was an error. */
export const join = (near: Socket, far: Socket): void => {
  for (const [socket, other] of [
    [near, far],
    [far, near],
  ] as const) {
    socket.pipe(other);
    socket.on('error', () => other.resetAndDestroy());
    socket.on('close', () => {
      if (!other.destroyed && socket.errored === null) other.end();
    });
  }
};
