import { chmod } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import { understand } from './asked.ts';
import { drillIn } from './drill.ts';
import { engineAt } from './engine.ts';
import { exchange, message } from './exchange.ts';
import { hijack, plainAnswer } from './hijack.ts';
import type { ScopedSocket, SocketOptions } from './model.ts';
import { Refused } from './refused.ts';

/**
 * Starts the scoped socket of a drill. The engine need not answer yet.
 * @throws the system's error (`EADDRINUSE`, `EACCES` …) when it cannot listen there
 */
export const startSocket = async (options: SocketOptions): Promise<ScopedSocket> => {
  const engine = engineAt(options.engine);
  const drill = drillIn(engine, options.scope);
  const connections = new Set<Duplex>();

  /** What a client is told when something is not passed on, or the engine is gone. */
  const answerTo = (request: IncomingMessage, error: unknown): { status: number; body: string } => {
    const text = message(error, drill);
    const status = error instanceof Refused ? error.status : 502;
    if (error instanceof Refused) {
      options.onRefused?.({ request: `${request.method} ${request.url}`, status, message: text });
    }
    const told = error instanceof Refused ? text : `drillbook: the engine does not answer: ${text}`;
    return { status, body: `${JSON.stringify({ message: told })}\n` };
  };

  const server = createServer(
    { requestTimeout: 0, keepAliveTimeout: 0 },
    (request, response: ServerResponse) => {
      understand(request, drill)
        .then((asked) => exchange(request, response, asked, drill))
        .catch((error: unknown) => {
          request.resume();
          if (response.headersSent) return response.destroy();
          const { status, body } = answerTo(request, error);
          return response.writeHead(status, { 'content-type': 'application/json' }).end(body);
        });
    },
  );
  server.on('upgrade', (request, client: Duplex, head: Buffer) => {
    client.on('error', () => client.destroy());
    understand(request, drill)
      .then((asked) => hijack(request, client, head, asked, drill))
      .catch((error: unknown) => {
        const { status, body } = answerTo(request, error);
        client.end(plainAnswer(status, body));
      });
  });
  server.on('connection', (connection: Duplex) => {
    connections.add(connection);
    connection.on('close', () => connections.delete(connection));
  });
  server.listen(options.listen);
  await once(server, 'listening');
  // The operator's user is not always root.
  await chmod(options.listen, 0o666);

  return {
    path: options.listen,
    forget: drill.forget,
    [Symbol.asyncDispose]: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      for (const connection of connections) connection.destroy();
      engine.close();
      await closed;
    },
  };
};
