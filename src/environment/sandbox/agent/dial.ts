import { type Socket, connect } from 'node:net';
import { onAbort } from '../../../core/on-abort.ts';

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
    socket.once('error', reject);
    const settled = onAbort(signal, abort);
    socket.once('connect', () => {
      settled();
      socket.off('error', reject);
      resolve(socket);
    });
  });
};
