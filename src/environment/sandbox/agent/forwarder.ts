import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';

/** Passes connections on, byte for byte, until it is disposed of. */
export const forward = async (
  listen: { readonly host: string; readonly port: number },
  to: { readonly host: string; readonly port: number },
): Promise<AsyncDisposable> => {
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ ...to, allowHalfOpen: true, noDelay: true });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.pipe(other);
      // The other side sees the same end: a reset where there was an error.
      socket.on('error', () => other.resetAndDestroy());
      socket.on('close', () => {
        open.delete(socket);
        if (!other.destroyed && socket.errored === null) other.end();
      });
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
