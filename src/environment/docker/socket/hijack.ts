import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Asked } from './asked.ts';
import type { Drill } from './drill.ts';
import { bodyOf, headersFor } from './exchange.ts';
import { runbookNames } from './names.ts';
import { ambiguous, forbidden } from './refused.ts';

/**
 * Passes on a request that turns its connection into a process's input and output, and then both directions, each until it ends
 * for itself.
 */
export const hijack = async (
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
  asked: Asked,
  drill: Drill,
): Promise<void> => {
  const { endpoint, target } = asked;
  if (endpoint.hijack !== true) throw forbidden(`${endpoint.path} is no connection to a process`);
  if (request.headers['transfer-encoding'] !== undefined)
    throw ambiguous('a body in chunks, and then a stream');
  client.unshift(head);
  const given = await take(client, Number(request.headers['content-length'] ?? 0));
  const { body } = await bodyOf(given, asked, drill);
  const passed = drill.engine.open(endpoint.method, target, {
    ...headersFor(request, body),
    connection: 'Upgrade',
    upgrade: 'tcp',
  });
  client.on('close', () => passed.destroy());
  passed.end(body);
  await new Promise<void>((resolve, reject) => {
    passed.on('error', reject);
    passed.on('upgrade', (answer, engine, first) => {
      client.write(
        `HTTP/1.1 101 UPGRADED\r\n${headerLines(answer)}connection: Upgrade\r\nupgrade: tcp\r\n\r\n`,
      );
      engine.unshift(first);
      join(client, engine);
      resolve();
    });
    passed.on('response', (answer) => {
      text(answer).then((whole) => {
        client.end(plainAnswer(answer.statusCode ?? 502, runbookNames(drill.scope.run, whole)));
        resolve();
      }, reject);
    });
  });
};

/** The first bytes of a stream; what comes after them stays in it. */
const take = async (stream: Duplex, length: number): Promise<AsyncIterable<Uint8Array> & Buffer[]> => {
  if (length > 2 ** 20) throw ambiguous('the body is too large');
  const taken: Buffer[] = [];
  let left = length;
  while (left > 0) {
    const chunk = (stream.read(Math.min(left, stream.readableLength)) ?? undefined) as Buffer | undefined;
    if (chunk === undefined || chunk.length === 0) await readable(stream);
    else {
      taken.push(chunk);
      left -= chunk.length;
    }
  }
  return taken as never;
};

const readable = (stream: Duplex): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.once('readable', resolve);
    stream.once('close', () => reject(ambiguous('the body ends too early')));
  });

const headerLines = ({ headers }: IncomingMessage): string => {
  const type = headers['content-type'];
  return type === undefined ? '' : `content-type: ${type}\r\n`;
};

const join = (client: Duplex, engine: Duplex): void => {
  client.pipe(engine);
  engine.pipe(client);
  client.on('error', () => engine.destroy()).on('close', () => engine.destroy());
  // What the engine has said last is still on its way to the client, which closes when it has it.
  engine.on('error', () => {}).on('close', () => client.unpipe(engine).resume().end());
};

/** An answer on a connection that no longer belongs to an HTTP server. */
export const plainAnswer = (status: number, body: string): string =>
  `HTTP/1.1 ${status} -\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;
