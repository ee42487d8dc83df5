import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { buffer, text } from 'node:stream/consumers';
import { told } from './answers.ts';
import type { Asked } from './asked.ts';
import { InTwoSteps } from './bodies.ts';
import type { Drill } from './drill.ts';
import { runbookNames } from './names.ts';
import { ambiguous } from './refused.ts';
import { claimedVersion } from './versions.ts';

/** Passes a request on and its answer back. */
export const exchange = async (
  request: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
  drill: Drill,
): Promise<void> => {
  const { endpoint } = asked;
  if (endpoint.instead !== undefined) {
    request.resume();
    return tell(response, 200, await endpoint.instead(drill, asked.query, asked.parameters), drill);
  }
  if (await endpoint.otherwise?.(drill, asked.parameters)) {
    request.resume();
    return void response.writeHead(204).end();
  }
  const known = endpoint.constant === true && drill.engine.isThere() ? constant.get(drill) : undefined;
  if (known !== undefined) {
    request.resume();
    return void response.writeHead(200, known).end(endpoint.method === 'HEAD' ? undefined : 'OK');
  }
  const { body, second } =
    endpoint.body === 'stream' ? { body: 'stream' } : await bodyOf(request, asked, drill);
  const passed = drill.engine.open(endpoint.method, asked.target, headersFor(request, body));
  response.on('close', () => {
    if (!response.writableFinished) passed.destroy();
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    passed.on('response', resolve).on('error', reject);
  });
  if (body === 'stream') pipeline(request, passed).catch(() => passed.destroy());
  else passed.end(body);
  const answer = await answered;
  if (endpoint.renames === true || answer.statusCode === 404) drill.forget();
  if (endpoint.constant === true && answer.statusCode === 200)
    constant.set(drill, passedHeaders(answer, drill));
  await passBack(answer, response, asked, drill, second);
};

/** The headers of the answers that stay the same: what every command of a client begins with costs one way less. */
const constant = new WeakMap<Drill, Readonly<Record<string, string>>>();

/** The body that is passed on, made anew; what the endpoint does not take is read and forgotten. */
export const bodyOf = async (
  request: AsyncIterable<Uint8Array>,
  { endpoint, query, parameters }: Asked,
  drill: Drill,
): Promise<{ readonly body: string; readonly second?: InTwoSteps['second'] }> => {
  const given = await buffer(limited(request));
  if (typeof endpoint.body !== 'function') return { body: '' };
  const made = await endpoint.body(parsed(given), drill, query, parameters);
  if (!(made instanceof InTwoSteps)) return { body: JSON.stringify(made) };
  return { body: JSON.stringify(made.body), second: made.second };
};

const LARGEST_BODY = 4 * 2 ** 20;

async function* limited(request: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw ambiguous('the body is too large');
    yield chunk;
  }
}

const parsed = (given: Buffer): unknown => {
  if (given.length === 0) return {};
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(given));
  } catch {
    throw ambiguous('the body is no JSON');
  }
};

/** The headers that are passed on: those of the body, and none of the caller's. */
export const headersFor = (request: IncomingMessage, body: string): OutgoingHttpHeaders => {
  if (body === 'stream') {
    const length = request.headers['content-length'];
    return {
      'content-type': 'application/x-tar',
      ...(length === undefined ? { 'transfer-encoding': 'chunked' } : { 'content-length': length }),
    };
  }
  return {
    'content-length': Buffer.byteLength(body),
    ...(body === '' ? {} : { 'content-type': 'application/json' }),
  };
};

const passBack = async (
  answer: IncomingMessage,
  response: ServerResponse,
  asked: Asked,
  drill: Drill,
  second: InTwoSteps['second'] = async () => {},
): Promise<void> => {
  const { endpoint } = asked;
  const status = answer.statusCode ?? 502;
  const how = status >= 400 ? 'json' : (endpoint.answer ?? 'json');
  for (const [name, value] of Object.entries(passedHeaders(answer, drill))) response.setHeader(name, value);
  if (how === 'bytes') {
    const length = answer.headers['content-length'];
    if (length !== undefined) response.setHeader('content-length', length);
    response.writeHead(status);
    response.flushHeaders();
    return pipeline(answer, response);
  }
  if (how === 'lines') {
    response.writeHead(status);
    response.flushHeaders();
    return pipeline(reducedLines(answer, endpoint, drill), response);
  }
  const whole = status === 404 ? asTyped(await text(answer), asked) : await text(answer);
  if (whole === '') return void response.writeHead(status).end();
  if (status < 400) await second(JSON.parse(whole) as never);
  tell(response, status, await reduced(whole, status < 400 ? endpoint : undefined, drill), drill);
};

/** What is not there (any more), by the name that it was asked for. */
const asTyped = (whole: string, { target, parameters }: Asked): string => {
  const [id] = /[0-9a-f]{64}/.exec(target) ?? [];
  const reference = parameters.get('container');
  return id === undefined || reference === undefined ? whole : whole.replaceAll(id, reference);
};

const passedHeaders = ({ headers }: IncomingMessage, { scope }: Drill): Record<string, string> => {
  const passed: Record<string, string> = {};
  for (const name of PASSED_HEADERS) {
    const value = headers[name];
    if (typeof value === 'string')
      passed[name] = name === 'api-version' ? claimedVersion(value, scope) : value;
  }
  return passed;
};

const PASSED_HEADERS = [
  'api-version',
  'builder-version',
  'content-type',
  'docker-experimental',
  'ostype',
  'server',
  'swarm',
  'x-docker-container-path-stat',
];

const reduced = async (
  whole: string,
  endpoint: Asked['endpoint'] | undefined,
  drill: Drill,
): Promise<unknown> => {
  const value: unknown = JSON.parse(whole);
  return endpoint?.reduce === undefined ? value : endpoint.reduce(value as never, drill);
};

async function* reducedLines(
  answer: IncomingMessage,
  endpoint: Asked['endpoint'],
  drill: Drill,
): AsyncGenerator<string> {
  for await (const line of createInterface({ input: answer })) {
    if (line.trim() === '') continue;
    const value = await reduced(line, endpoint, drill);
    if (value !== undefined) yield `${told(value, drill)}\n`;
  }
}

/** Answers with JSON, in the runbook's names. */
export const tell = (response: ServerResponse, status: number, value: unknown, drill: Drill): void => {
  response.setHeader('content-type', 'application/json');
  response.writeHead(status).end(`${told(value, drill)}\n`);
};

/** What a client is told of an error. */
export const message = (error: unknown, { scope }: Drill): string =>
  runbookNames(scope.run, error instanceof Error ? error.message : String(error));
