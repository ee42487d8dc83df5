import type { System } from '../compose/model.ts';

/** `localhost:5432` or `postgres:5432`. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

const LOCAL = new Set(['localhost', '127.0.0.1']);

/** `undefined` for what is no `host:port`. */
export const parsePlace = (text: string): Place | undefined => {
  const [, host, port] = /^([\w.-]+):(\d{1,5})$/.exec(text) ?? [];
  return host === undefined || Number(port) > 65_535 ? undefined : { host, port: Number(port) };
};

/** Why the place is none in this system; empty when it is. */
export const placeProblems = ({ host, port }: Place, system: System): readonly string[] => {
  if (!LOCAL.has(host))
    return system.services.some(({ name }) => name === host) ? [] : [`there is no service "${host}"`];
  const published = system.services.flatMap(({ ports }) => ports.flatMap((each) => each.published ?? []));
  if (published.includes(port)) return [];
  const all = published.length === 0 ? 'no port is published' : `published: ${published.join(', ')}`;
  return [`no service publishes port ${port} (${all})`];
};
