import { ambiguous, NOT_FOUND, Refused } from './refused.ts';

/** A request's target, taken apart and decoded. */
export interface Target {
  /** `/v1.41`, or empty: the engine's newest. */
  readonly version: string;
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
}

/** The versions of the engine's API that the table of endpoints was written for. */
export const API_VERSIONS = { oldest: 24, newest: 53 } as const;

/** 41, of `1.41` or `/v1.41`. */
export const minorOf = (text: string): number => Number(text.split('.')[1]);

/**
 * Takes a request's target apart, once and for all: what is passed on is made anew from these parts, so that filter and engine cannot
 * read it differently.
 * @throws Refused for everything that has a second reading
 */
export const parseTarget = (raw: string): Target => {
  const origin = raw.replace(/^http:\/\/[^/?#]*(?=\/)/i, '');
  const [, path, query] = /^(\/[^?#\\\s]*)(?:\?([^#]*))?$/.exec(origin) ?? [];
  if (path === undefined) throw ambiguous(`the request target ${JSON.stringify(raw)} is not a path`);
  const [first, ...rest] = path.slice(1).split('/').map(decodeSegment);
  if (first === undefined) throw NOT_FOUND.page();
  const versioned = /^v\d/i.test(first);
  return {
    version: versioned ? version(first) : '',
    segments: versioned ? rest : [first, ...rest],
    query: new URLSearchParams(query ?? ''),
  };
};

const decodeSegment = (segment: string): string => {
  let text;
  try {
    text = decodeURIComponent(segment);
  } catch {
    throw ambiguous(`the path segment ${JSON.stringify(segment)} is not encoded properly`);
  }
  if (text === '' || text === '.' || text === '..' || !/^[\w.:@+-]*$/.test(text)) {
    throw ambiguous(`the path segment ${JSON.stringify(segment)} is ambiguous`);
  }
  return text;
};

const version = (text: string): string => {
  const minor = Number(/^v1\.(\d{1,3})$/.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(minor)) throw NOT_FOUND.page();
  const { oldest, newest } = API_VERSIONS;
  if (minor > newest) {
    throw new Refused(
      400,
      `client version 1.${minor} is too new. Maximum supported API version is 1.${newest}`,
    );
  }
  // Older ones take mounts and privileges when a container is started, too.
  if (minor < oldest) {
    throw new Refused(
      400,
      `client version 1.${minor} is too old. Minimum supported API version is 1.${oldest}, please upgrade your client to a newer version`,
    );
  }
  return `/v1.${minor}`;
};
