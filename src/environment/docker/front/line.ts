import type { Socket } from 'node:net';

/**
 * Reads up to the first line feed, and leaves what follows in the socket.
 * @throws Error when the connection ends before that
 */
export const readLine = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) => {
    let before = '';
    const finish = (): void => {
      socket.off('readable', read).off('close', ended).off('end', ended).off('error', reject);
    };
    const ended = (): void => {
      finish();
      reject(Object.assign(new Error('the connection ended'), { code: 'ECONNRESET' }));
    };
    const read = (): void => {
      const chunk = socket.read() as Buffer | null;
      if (chunk === null) return;
      const end = chunk.indexOf('\n');
      before += chunk.subarray(0, end < 0 ? undefined : end).toString();
      if (end < 0) return;
      finish();
      if (end + 1 < chunk.length) socket.unshift(chunk.subarray(end + 1));
      resolve(before);
    };
    socket.on('readable', read).once('close', ended).once('end', ended).once('error', reject);
  });
