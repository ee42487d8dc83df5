import { request, type ClientRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { EngineAddress } from './model.ts';

/** The engine behind the scoped socket. */
export interface Engine {
  /** A request whose body the caller writes, and whose answer it streams. */
  open(method: string, target: string, headers?: OutgoingHttpHeaders): ClientRequest;
  /**
   * A request of the filter's own.
   * @returns the status, and the body read as JSON; nothing for an empty one
   */
  ask<T>(
    method: string,
    target: string,
    body?: unknown,
  ): Promise<{ readonly status: number; readonly body: T }>;
  /** Whether a connection to it is open: else it may have ended. */
  isThere(): boolean;
  close(): void;
}

/** Connects to an engine; connections are kept and used again. */
export const engineAt = (address: EngineAddress): Engine => {
  const agent = new Agent({ keepAlive: true });
  const open = (method: string, target: string, headers: OutgoingHttpHeaders = {}): ClientRequest => {
    const upgrade = headers['upgrade'] !== undefined;
    return request({
      method,
      path: target,
      headers: { host: 'docker', ...headers },
      ...('path' in address ? { socketPath: address.path } : address),
      // Both directions of a hijacked connection end each for itself: `echo x | docker exec -i c cat`.
      ...(upgrade ? { createConnection: () => connect({ ...address, allowHalfOpen: true }) } : { agent }),
    });
  };
  return {
    open,
    ask: async <T>(method: string, target: string, body?: unknown) => {
      const given = body === undefined ? undefined : JSON.stringify(body);
      const asked = open(
        method,
        target,
        given === undefined
          ? { 'content-length': 0 }
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(given) },
      );
      const answered = new Promise<IncomingMessage>((resolve, reject) => {
        asked.on('response', resolve).on('error', reject);
      });
      asked.end(given);
      const response = await answered;
      const status = response.statusCode ?? 0;
      const said = await text(response);
      return { status, body: (said === '' ? undefined : JSON.parse(said)) as T };
    },
    isThere: () =>
      Object.values(agent.freeSockets).some((sockets) => sockets?.some(({ destroyed }) => !destroyed)),
    close: () => agent.destroy(),
  };
};
