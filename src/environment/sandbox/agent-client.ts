import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { HarnessError } from '../../core/errors.ts';
import type { StartOptions } from '../model.ts';
import type { AgentApi, Method, RemoteError, Reply, Request, Setup } from './rpc.ts';

type Arguments<M extends Method> =
  Parameters<AgentApi[M]> extends [...infer Args, AbortSignal] ? Args : Parameters<AgentApi[M]>;

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Calls the agent over the channel of its process. Every open call fails when the process ends. */
export class AgentClient {
  readonly #process: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #ended: Error | undefined;

  constructor(
    process: ChildProcess,
    setup: Setup,
    { onService, onRefused }: Pick<StartOptions, 'onService' | 'onRefused'>,
  ) {
    this.#process = process;
    process.on('message', (reply, socket) => {
      const message = reply as Reply;
      if (message.type === 'service') onService(message.change);
      else if (message.type === 'refused') onRefused?.(message.refusal);
      else this.#settle(message, socket as Socket | undefined);
    });
    process.on('error', (error) => {
      this.end(
        new HarnessError('sandbox-not-started', `the sandbox was not started: ${error.message}`, {
          hint: 'drillbook doctor',
        }),
      );
    });
    this.#send({ type: 'setup', setup });
  }

  /** @throws what the agent threw, with its `code`; the signal's reason */
  async call<M extends Method>(
    method: M,
    args: Arguments<M>,
    signal?: AbortSignal,
  ): Promise<Awaited<ReturnType<AgentApi[M]>>> {
    signal?.throwIfAborted();
    if (this.#ended !== undefined) throw this.#ended;
    const id = ++this.#lastId;
    const answer = new Promise<unknown>((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    const abort = (): void => {
      this.#send({ type: 'abort', id });
      this.#pending.get(id)?.reject(signal?.reason);
      this.#pending.delete(id);
    };
    signal?.addEventListener('abort', abort, { once: true });
    this.#send({ type: 'call', id, method, args });
    try {
      return (await answer) as Awaited<ReturnType<AgentApi[M]>>;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /** Fails what is open and what is called later. */
  end(reason: Error): void {
    this.#ended ??= reason;
    for (const { reject } of this.#pending.values()) reject(this.#ended);
    this.#pending.clear();
  }

  #send(request: Request): void {
    if (this.#process.connected) this.#process.send(request, () => {});
  }

  #settle(reply: Exclude<Reply, { type: 'service' | 'refused' }>, socket: Socket | undefined): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (reply.type === 'socket') this.#send({ type: 'taken', id: reply.id });
    if (pending === undefined) socket?.destroy();
    else if (reply.type === 'result') pending.resolve(reply.value);
    else if (reply.type === 'error') pending.reject(toError(reply.error));
    else if (socket === undefined) pending.reject(closedOnTheWay());
    else pending.resolve(socket);
  }
}

/** Node sends the message alone when the socket has closed before its turn. */
const closedOnTheWay = (): Error =>
  Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' });

const toError = ({ name, message, code, hint, stack }: RemoteError): Error => {
  if (name === 'HarnessError' && code !== undefined) {
    return new HarnessError(code, message, hint === undefined ? {} : { hint });
  }
  return Object.assign(new Error(message), {
    name,
    ...(code !== undefined && { code }),
    ...(stack && { stack }),
  });
};
