import { Socket } from 'node:net';
import { HarnessError } from '../../../core/errors.ts';
import type { AgentApi, RemoteError, Reply, Request } from '../rpc.ts';
import { SocketQueue } from './socket-queue.ts';

/** Answers Drillbook's calls, each with a signal of its own that is aborted when Drillbook gives up on it. */
export const serveRpc = (api: AgentApi): ((request: Request) => void) => {
  const running = new Map<number, AbortController>();
  const sockets = new SocketQueue((id, socket) => send({ type: 'socket', id }, socket));
  return (request) => {
    if (request.type === 'abort') running.get(request.id)?.abort();
    if (request.type === 'taken') sockets.taken(request.id);
    if (request.type !== 'call') return;
    const { id, method, args } = request;
    const abort = new AbortController();
    running.set(id, abort);
    const call = api[method] as (...args: unknown[]) => Promise<unknown>;
    call
      .call(api, ...args, abort.signal)
      .then(
        (value) =>
          value instanceof Socket
            ? sockets.pass(id, value, abort.signal)
            : send({ type: 'result', id, value }),
        (error: unknown) => send({ type: 'error', id, error: toRemote(error) }),
      )
      .finally(() => running.delete(id));
  };
};

/** Without a channel there is nobody left to tell. */
export const send = (reply: Reply, socket?: Socket): void => {
  if (process.connected) process.send?.(reply, socket, {}, () => {});
};

const toRemote = (error: unknown): RemoteError => {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { code } = error as NodeJS.ErrnoException;
  return {
    name: error.name,
    message: error.message,
    ...(code !== undefined && { code }),
    ...(error instanceof HarnessError && error.hint !== undefined && { hint: error.hint }),
    ...(error.stack !== undefined && { stack: error.stack }),
  };
};
