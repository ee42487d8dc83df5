import type { IncomingMessage, ServerResponse } from 'node:http';
import { messageOf, Unavailable } from './unavailable.ts';

export interface Request {
  readonly url: URL;
  /** From the route's pattern. */
  readonly params: Readonly<{ [name: string]: string | undefined }>;
  readonly headers: IncomingMessage['headers'];
  cookie(name: string): string | undefined;
  /** @throws Refused where the body is no JSON object, or too large */
  json(): Promise<Readonly<{ [name: string]: unknown }>>;
}

export interface Reply {
  readonly status: number;
  /** Sent as JSON, or as it is where it is text. */
  readonly body?: unknown;
  readonly headers?: Readonly<{ [name: string]: string }>;
}

export interface Route {
  readonly method: string;
  /** As in `URLPattern`: `/records/:key`. */
  readonly path: string;
  readonly handle: (request: Request) => Promise<Reply> | Reply;
}

/** The client asked for something that cannot be. */
export class Refused extends Error {
  override name = 'Refused';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Answered {
  /** The route's pattern, or `none`. */
  readonly route: string;
  readonly status: number;
}

const LARGEST_BODY = 1_000_000;

/** Answers a request by the first route that fits. Never rejects. */
export const answerBy = (routes: readonly Route[]) => {
  const patterns = routes.map((route) => ({ route, pattern: new URLPattern({ pathname: route.path }) }));
  return async (message: IncomingMessage, response: ServerResponse): Promise<Answered> => {
    const url = new URL(`http://localhost${message.url ?? '/'}`);
    const fitting = patterns.find(
      ({ route, pattern }) => route.method === message.method && pattern.test({ pathname: url.pathname }),
    );
    const params = fitting?.pattern.exec({ pathname: url.pathname })?.pathname.groups ?? {};
    const route = fitting?.route.path ?? 'none';
    try {
      if (fitting === undefined) throw new Refused(404, 'there is nothing here');
      const reply = await fitting.route.handle(requestOf(message, url, params));
      send(response, reply);
      return { route, status: reply.status };
    } catch (error) {
      const status = statusOf(error);
      send(response, { status, body: { error: messageOf(error) } });
      return { route, status };
    }
  };
};

const statusOf = (error: unknown): number => {
  if (error instanceof Refused) return error.status;
  return error instanceof Unavailable ? 503 : 500;
};

const requestOf = (message: IncomingMessage, url: URL, params: Request['params']): Request => ({
  url,
  params,
  headers: message.headers,
  cookie: (name) =>
    message.headers.cookie
      ?.split('; ')
      .find((cookie) => cookie.startsWith(`${name}=`))
      ?.slice(name.length + 1),
  json: () => readJson(message),
});

const readJson = async (message: IncomingMessage): Promise<Readonly<{ [name: string]: unknown }>> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST_BODY) throw new Refused(413, `a body may have ${LARGEST_BODY} bytes`);
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString());
    if (typeof value === 'object' && value !== null) return value as { [name: string]: unknown };
  } catch {
    // Said below.
  }
  throw new Refused(400, 'the body must be a JSON object');
};

const send = (response: ServerResponse, { status, body, headers = {} }: Reply): void => {
  response.writeHead(status, { ...(isJson(body) && { 'content-type': 'application/json' }), ...headers });
  response.end(isJson(body) ? `${JSON.stringify(body)}\n` : body);
};

const isJson = (body: unknown): boolean => body !== undefined && typeof body !== 'string';
