import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Refusal } from '../../model.ts';
import type { FrontEndCall, FrontEndReply, Supervisor } from '../supervisor-model.ts';
import { FRONT_END_NAMES } from './names.ts';

export interface FrontEndServerOptions {
  /** Called for each call before it is answered. */
  readonly onCall?: (call: FrontEndCall) => void;
  /** Called with a bug in a front end; its caller is told, and the others are served on. */
  readonly onError?: (error: unknown) => void;
  /** Called with what the real program can do and the sandbox cannot. */
  readonly onRefused?: (refusal: Refusal) => void;
}

/** First line of a connection. The caller then sends `{ stdin }` lines once it is asked to by `{ read: true }`. */
type CallLine = Omit<FrontEndCall, 'stdin' | 'signal'>;

/** Base64; `null` at the end of the caller's input. */
interface StdinLine {
  readonly stdin: string | null;
}

/**
 * Answers the calls of `client.mjs` on a Unix socket: one JSON object a line, in both directions. Each connection is one call.
 * Disposing of it aborts the calls that are under way.
 * @throws the error of `listen` (`EADDRINUSE`, a path of more than 107 bytes).
 */
export const serveFrontEnds = async (
  socketPath: string,
  supervisor: Supervisor,
  options: FrontEndServerOptions = {},
): Promise<AsyncDisposable> => {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    serve(socket, supervisor, options).catch((error: unknown) => {
      options.onError?.(error);
      send(socket, { write: 'stderr', text: `drillbook: a bug in this front end: ${String(error)}\n` });
      socket.end(`${JSON.stringify({ exit: 125 })}\n`);
    });
  });
  server.listen(socketPath);
  await once(server, 'listening');
  return {
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
};

const serve = async (
  socket: Socket,
  supervisor: Supervisor,
  { onCall, onRefused }: FrontEndServerOptions,
): Promise<void> => {
  const gone = new AbortController();
  socket.on('close', () => gone.abort());
  // A caller that goes away while it is written to is no error.
  socket.on('error', () => gone.abort());
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  const line = await nextOf<CallLine>(lines);
  if (line === undefined) return;
  const call: FrontEndCall = { ...line, stdin: callerStdin(socket, lines), signal: gone.signal };
  onCall?.(call);
  for await (const reply of await answer(call, supervisor)) {
    if (gone.signal.aborted) return;
    if ('refused' in reply) {
      onRefused?.({ request: [call.program, ...call.args].join(' '), message: reply.refused });
    } else if (!send(socket, reply)) await drained(socket, gone.signal);
  }
  socket.end();
};

/** What the caller says next; nothing once it has gone, be it in the midst of a line. */
const nextOf = async <Line>(lines: AsyncIterator<string>): Promise<Line | undefined> => {
  try {
    const { done, value } = await lines.next();
    return done ? undefined : (JSON.parse(value) as Line);
  } catch {
    return undefined;
  }
};

/** The front ends are many files, loaded for the first call. */
const answer = async (call: FrontEndCall, supervisor: Supervisor): Promise<AsyncIterable<FrontEndReply>> => {
  const name = FRONT_END_NAMES.find((each) => each === call.program);
  if (name === undefined) throw new TypeError(`no front end ${call.program}`);
  const { frontEnds } = await import('./programs.ts');
  return frontEnds[name](call, supervisor);
};

const send = (socket: Socket, message: FrontEndReply | { readonly read: true }): boolean =>
  socket.write(`${JSON.stringify(message)}\n`);

const drained = async (socket: Socket, signal: AbortSignal): Promise<void> => {
  await once(socket, 'drain', { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
};

/** The caller's input, asked for at the first read. */
const callerStdin = (socket: Socket, lines: AsyncIterator<string>): Readable => {
  let asked = false;
  return new Readable({
    async read() {
      if (!asked) send(socket, { read: true });
      asked = true;
      const { stdin } = (await nextOf<StdinLine>(lines)) ?? { stdin: null };
      this.push(stdin === null ? null : Buffer.from(stdin, 'base64'));
    },
  });
};
