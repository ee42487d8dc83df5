import { ApiError } from './api-error.ts';
import { parseBody } from './body.ts';
import type { ProxyCollection } from './collection.ts';
import { toxicJson } from './toxic.ts';

/** Of the Toxiproxy whose HTTP API this is. */
const API_VERSION = '2.12.0';

export interface Reply {
  readonly status: number;
  /** Absent: no content. */
  readonly json?: unknown;
}

interface Request {
  readonly proxies: ProxyCollection;
  readonly proxy: string;
  readonly toxic: string;
  readonly body: string;
}

type Handler = (request: Request) => Reply | Promise<Reply>;

const ok = (json: unknown): Reply => ({ status: 200, json });
const NO_CONTENT: Reply = { status: 204 };

const updateProxy: Handler = async ({ proxies, proxy, body }) =>
  ok(await proxies.update(proxies.get(proxy).name, parseBody(body)));

const updateToxic: Handler = ({ proxies, proxy, toxic, body }) => {
  const { toxics } = proxies.get(proxy);
  return ok(toxicJson(toxics.update(toxics.get(toxic).name, parseBody(body))));
};

/** Path → method → handler. */
export const ROUTES: readonly (readonly [RegExp, Readonly<Record<string, Handler>>])[] = [
  [/^\/version$/, { GET: () => ok({ version: API_VERSION }) }],
  [
    /^\/reset$/,
    {
      POST: async ({ proxies }) => {
        for (const proxy of proxies.list()) {
          await proxy.start();
          proxy.toxics.removeAll();
        }
        return NO_CONTENT;
      },
    },
  ],
  [/^\/populate$/, { POST: ({ proxies, body }) => populate(proxies, body) }],
  [
    /^\/proxies$/,
    {
      GET: ({ proxies }) => ok(Object.fromEntries(proxies.list().map((proxy) => [proxy.name, proxy]))),
      POST: async ({ proxies, body }) => ({ status: 201, json: await proxies.create(parseBody(body)) }),
    },
  ],
  [
    /^\/proxies\/(?<proxy>[^/]+)$/,
    {
      GET: ({ proxies, proxy }) => ok(proxies.get(proxy)),
      POST: updateProxy,
      PATCH: updateProxy,
      DELETE: async ({ proxies, proxy }) => {
        await proxies.remove(proxy);
        return NO_CONTENT;
      },
    },
  ],
  [
    /^\/proxies\/(?<proxy>[^/]+)\/toxics$/,
    {
      GET: ({ proxies, proxy }) => ok(proxies.get(proxy).toxics),
      POST: ({ proxies, proxy, body }) => {
        const { toxics } = proxies.get(proxy);
        return ok(toxicJson(toxics.add(parseBody(body))));
      },
    },
  ],
  [
    /^\/proxies\/(?<proxy>[^/]+)\/toxics\/(?<toxic>[^/]+)$/,
    {
      GET: ({ proxies, proxy, toxic }) => ok(toxicJson(proxies.get(proxy).toxics.get(toxic))),
      POST: updateToxic,
      PATCH: updateToxic,
      DELETE: ({ proxies, proxy, toxic }) => {
        proxies.get(proxy).toxics.remove(toxic);
        return NO_CONTENT;
      },
    },
  ],
];

export const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError(500, (error as Error).message);

const populate = async (proxies: ProxyCollection, body: string): Promise<Reply> => {
  let parsed;
  try {
    parsed = parseBody(body);
  } catch (error) {
    const failure = asApiError(error);
    return { status: failure.status, json: { ...failure.toJSON(), proxies: null } };
  }
  const { proxies: done, error } = await proxies.populate(parsed);
  const list = done.length === 0 ? null : done;
  if (error === undefined) return { status: 201, json: { proxies: list } };
  const failure = asApiError(error);
  return { status: failure.status, json: { ...failure.toJSON(), proxies: list } };
};
