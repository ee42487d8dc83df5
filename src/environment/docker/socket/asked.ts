import type { IncomingMessage } from 'node:http';
import type { Drill } from './drill.ts';
import type { Endpoint } from './endpoints.ts';
import { match } from './match.ts';
import { ambiguous, forbidden } from './refused.ts';
import { parseTarget } from './target.ts';
import { spokenVersion } from './versions.ts';

/** What a request asks for, in the drill's terms: nothing in it is the caller's but what the table allows. */
export interface Asked {
  readonly endpoint: Endpoint;
  /** What the engine is asked. */
  readonly target: string;
  readonly query: URLSearchParams;
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Finds the endpoint that a request means, and what it means in the engine.
 * @throws Refused when the table does not allow it, or the drill does not have what it names
 */
export const understand = async (
  { method = '', url = '' }: IncomingMessage,
  drill: Drill,
): Promise<Asked> => {
  const target = parseTarget(url);
  const found = match(method, target);
  if (found === undefined)
    throw forbidden(`${method} /${target.segments.join('/')} is not allowed in a drill`);
  const { endpoint, parameters } = found;
  const query = once(target.query);
  if (endpoint.instead !== undefined) return { endpoint, target: '', query, parameters };
  const path = await realPath(endpoint.path, parameters, drill);
  const passed = await realQuery(endpoint, query, drill);
  const version = await spokenVersion(target.version, drill);
  return { endpoint, target: `${version}${path}${passed}`, query, parameters };
};

/** A parameter that is there twice would be read by the engine as it likes. */
const once = (query: URLSearchParams): URLSearchParams => {
  const names = [...query.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw ambiguous(`the parameter ${JSON.stringify(twice)} is there twice`);
  return query;
};

const realPath = async (
  template: string,
  parameters: ReadonlyMap<string, string>,
  drill: Drill,
): Promise<string> => {
  let path = template;
  for (const [kind, reference] of parameters) {
    path = path.replace(`{${kind}}`, await real(kind, reference, drill));
  }
  return path;
};

const real = async (kind: string, reference: string, drill: Drill): Promise<string> => {
  if (kind === 'network') return (await drill.network(reference)).Id;
  return drill[kind as 'container' | 'exec' | 'volume' | 'image'](reference);
};

const realQuery = async (endpoint: Endpoint, given: URLSearchParams, drill: Drill): Promise<string> => {
  const passed = new URLSearchParams();
  for (const [name, parameter] of Object.entries(endpoint.query ?? {})) {
    const value = given.get(name) ?? undefined;
    const made = parameter === 'as it is' ? value : await parameter(value, drill);
    if (made !== undefined) passed.set(name, made);
  }
  return passed.size === 0 ? '' : `?${passed.toString()}`;
};
