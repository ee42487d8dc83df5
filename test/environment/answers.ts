import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import type { StartedEnvironment } from '../../src/environment/model.ts';

/** Body of an HTTP answer. */
export const get = async (socket: Socket, path: string): Promise<string> => {
  socket.write(`GET ${path} HTTP/1.0\r\n\r\n`);
  return (await text(socket)).split('\r\n\r\n')[1] ?? '';
};

/** Whether the app can connect to another service. */
export const peer = async (environment: StartedEnvironment, host: string, port: number): Promise<string> =>
  get(await environment.dial('app', 3000), `/peer/${host}/${port}`);
