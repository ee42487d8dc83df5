import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { request } from '../../core/http.ts';
import type { StartedEnvironment } from '../model.ts';

export interface HttpRequest {
  /** `http://localhost:8000/health`, or a service's name as host. */
  readonly url: string;
  /** GET when absent. */
  readonly method?: string;
  /** Sent as JSON. */
  readonly json?: unknown;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One HTTP request from the drill's host, over a connection of its own. Does not follow redirects.
 * @throws the connection error with its `code`, and the signal's reason
 */
export const requestHttp = async (
  environment: Pick<StartedEnvironment, 'dial'>,
  { url, method = 'GET', json }: HttpRequest,
  signal: AbortSignal,
): Promise<HttpAnswer> => {
  const { hostname, port } = new URL(url);
  const socket = await environment.dial(hostname, Number(port || 80), signal);
  try {
    const body = json === undefined ? undefined : JSON.stringify(json);
    const headers = {
      Connection: 'close',
      // An answer from a cache says nothing about the store behind it.
      'Cache-Control': 'no-cache',
      'User-Agent': 'drillbook',
      ...(body !== undefined && {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
      }),
    };
    const outgoing = request(url, { method, headers, signal, createConnection: () => socket });
    outgoing.end(body);
    const [response] = (await once(outgoing, 'response', { signal })) as [IncomingMessage];
    return { status: response.statusCode ?? 0, body: await text(response) };
  } finally {
    socket.destroy();
  }
};
