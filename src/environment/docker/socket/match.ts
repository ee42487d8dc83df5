import { ENDPOINTS, type Endpoint } from './endpoints.ts';
import type { Target } from './target.ts';

/** An endpoint, and what the path says in place of its parameters. */
export interface Match {
  readonly endpoint: Endpoint;
  readonly parameters: ReadonlyMap<string, string>;
}

const TEMPLATES = ENDPOINTS.map((endpoint) => ({ endpoint, template: endpoint.path.slice(1).split('/') }));

/** The first endpoint of the table that a request means. */
export const match = (method: string, { segments }: Target): Match | undefined => {
  for (const { endpoint, template } of TEMPLATES) {
    const parameters = endpoint.method === method ? fit(template, segments) : undefined;
    if (parameters !== undefined) return { endpoint, parameters };
  }
  return undefined;
};

const fit = (
  template: readonly string[],
  segments: readonly string[],
): ReadonlyMap<string, string> | undefined => {
  const parameters = new Map<string, string>();
  // An image's name may have slashes in it.
  const spare = template.includes('{image}') ? segments.length - template.length : 0;
  if (spare < 0 || (spare === 0 && segments.length !== template.length)) return undefined;
  let at = 0;
  for (const part of template) {
    const [, parameter] = /^\{(\w+)\}$/.exec(part) ?? [];
    const width = parameter === 'image' ? spare + 1 : 1;
    const text = segments.slice(at, at + width).join('/');
    at += width;
    if (parameter !== undefined) parameters.set(parameter, text);
    else if (text !== part) return undefined;
  }
  return parameters;
};
