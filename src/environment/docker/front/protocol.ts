import type { Place } from '../../proxy/forwarder.ts';

/**
 * What Drillbook asks of the front, one line of JSON at the beginning of a connection. The front answers with a line of JSON;
 * after a `connect` that succeeded, the connection is the one that was asked for.
 */
export type RelayRequest = { readonly token: string } & (
  | { readonly connect: Place }
  /** All ports that are to be open now. */
  | { readonly publish: readonly PublishedPort[] }
);

export interface PublishedPort {
  readonly listen: Place;
  readonly to: Place;
}

/** Empty: it was done. */
export interface RelayAnswer {
  readonly code?: string;
  readonly message?: string;
}

/** What the front is told when it starts, in its variable `FRONT`. */
export interface FrontSettings {
  readonly token: string;
  readonly relayPort: number;
}

/** Of the proxy's HTTP API: a loopback address of its own, so that a service may publish the port on the usual one. */
export const PROXY_API: Place = { host: '127.0.0.2', port: 8474 };
