import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createServer } from '../../core/http.ts';
import { asApiError, ROUTES } from './api.ts';
import type { Reply } from './api.ts';
import { ProxyCollection } from './collection.ts';

/** A running proxy server. Ends with all its proxies when closed or disposed of; closing twice is harmless. */
export interface ProxyServer extends AsyncDisposable {
  /** Of the HTTP API: `http://127.0.0.1:8474`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** As in the body of `POST /proxies`. */
export interface InitialProxy {
  readonly name: string;
  /** `127.0.0.1:5432`. */
  readonly listen: string;
  readonly upstream: string;
}

/**
 * Starts a TCP proxy that speaks the HTTP API of Toxiproxy 2.12 and has its toxics.
 * @param options where the API listens (port 0: any free one), and the proxies that it begins with, as Toxiproxy's `-config`
 * @throws Error when it cannot listen there
 */
export const startProxyServer = async (options: {
  readonly host: string;
  readonly port: number;
  readonly proxies?: readonly InitialProxy[];
}): Promise<ProxyServer> => {
  const proxies = new ProxyCollection();
  for (const proxy of options.proxies ?? []) await proxies.create(proxy);
  // One request at a time: two must not start the same proxy at once.
  let last = Promise.resolve();
  const server = createServer((request, response) => {
    last = last.then(() => answer(proxies, request, response));
  });
  server.listen(options.port, options.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const close = async (): Promise<void> => {
    await Promise.all(proxies.list().map(({ name }) => proxies.remove(name)));
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://${options.host}:${port}`, port, close, [Symbol.asyncDispose]: close };
};

const answer = async (
  proxies: ProxyCollection,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [match, methods] = route(pathname);
  if (match === undefined) return sendText(response, 404, '404 page not found');
  const handler = methods[request.method ?? ''];
  if (handler === undefined) return void response.writeHead(405).end();
  // Toxiproxy keeps web pages from driving it.
  if (request.headers['user-agent']?.startsWith('Mozilla/'))
    return sendText(response, 403, 'User agent not allowed');
  const { proxy = '', toxic = '' } = match.groups ?? {};
  try {
    const body = await text(request);
    const names = { proxy: decodeURIComponent(proxy), toxic: decodeURIComponent(toxic) };
    sendJson(response, await handler({ proxies, body, ...names }));
  } catch (error) {
    const failure = asApiError(error);
    sendText(response, failure.status, JSON.stringify(failure));
  }
};

const route = (
  path: string,
): readonly [RegExpExecArray, (typeof ROUTES)[number][1]] | readonly [undefined, undefined] => {
  for (const [pattern, methods] of ROUTES) {
    const match = pattern.exec(path);
    if (match !== null) return [match, methods];
  }
  return [undefined, undefined];
};

const sendJson = (response: ServerResponse, { status, json }: Reply): void => {
  if (json === undefined) return void response.writeHead(status).end();
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
};

/** What Go's `http.Error` sends, which the errors of the API go through, too. */
const sendText = (response: ServerResponse, status: number, message: string): void => {
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };
  response.writeHead(status, headers).end(`${message}\n`);
};
