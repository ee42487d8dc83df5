import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ENGINE } from '../support/docker.ts';
import { temporaryFolder } from '../support/temporary.ts';

/** A request that came through to the engine. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
}

/** Stands before the real engine and writes down what arrives. It passes on what only looks, and answers the rest itself. */
export interface RecordingEngine extends AsyncDisposable {
  readonly path: string;
  readonly passed: Passed[];
}

/** What the filter itself asks, to know what is the drill's. */
export const LOOKS =
  /^\/(containers\/json|networks|volumes(\/[^/]+)?|images\/json|images\/.+\/json|exec\/\w+\/json)$/;

export const startRecordingEngine = async (): Promise<RecordingEngine> => {
  const folder = await temporaryFolder();
  const path = `${folder.path}/engine.sock`;
  const passed: Passed[] = [];
  const note = (method: string, raw: string, body: string): Passed => {
    const [target = '', query = ''] = raw.replace(/^\/v1\.\d+(?=\/)/, '').split('?');
    const entry = { method, path: target, query: new URLSearchParams(query), body };
    passed.push(entry);
    return entry;
  };
  const server = createServer(async (incoming, response) => {
    const { method = '', url = '' } = incoming;
    const entry = note(method, url, await text(incoming));
    response.on('error', () => undefined);
    if (method !== 'GET' || !LOOKS.test(entry.path)) return response.end('{}');
    const asked = request({ socketPath: ENGINE, path: url }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/json' });
      answer.pipe(response);
    });
    return asked.end();
  });
  server.on('upgrade', ({ method = '', url = '' }, socket: Duplex) => {
    note(method, url, '');
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
  });
  server.listen(path);
  await once(server, 'listening');
  return {
    path,
    passed,
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      await folder[Symbol.asyncDispose]();
    },
  };
};
