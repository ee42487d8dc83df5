import { type Socket, connect } from 'node:net';

/**
 * Connects, and reads nothing: the socket goes on to another process with every byte.
 * @throws the connection error with its `code`
 */
export const dial = (host: string, port: number, signal: AbortSignal): Promise<Socket> => {
  const socket = connect({ host, port, noDelay: true });
  socket.pause();
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      socket.destroy(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      signal.removeEventListener('abort', abort);
      socket.off('error', reject);
      resolve(socket);
    });
  });
};
