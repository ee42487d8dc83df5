import type { Service, System } from '../../../compose/model.ts';
import { hostOverlays } from './binds.ts';
import { linksOf } from './links-of.ts';
import { attach, hostNetwork } from './network.ts';
import { makeWhiteout } from './userland.ts';

/** One of a service's containers. */
export interface Replica {
  readonly service: Service;
  /** 1-based. */
  readonly replica: number;
}

export const replicasOf = (service: Service, count: number): readonly Replica[] =>
  Array.from({ length: count }, (_, index) => ({ service, replica: index + 1 }));

/** The containers that a system starts with. */
export const firstReplicas = (system: System): readonly Replica[] =>
  system.services.flatMap((service) => replicasOf(service, service.replicas));

/** First of the numbers that containers' addresses are made of; 1 is the bridge. */
export const FIRST_NUMBER = 2;

const DONE = 'the host is made\n';

/**
 * The script that makes the drill's host: its mounts, its network, and the networks of the first containers. It runs while the
 * agent is loaded, which takes as long, and tells it on its standard input how it went.
 */
export const prelude = (system: System): string =>
  [
    'set -eu',
    hostOverlays(system),
    makeWhiteout,
    hostNetwork(linksOf(system.services).length),
    attach(firstReplicas(system).map((_, index) => FIRST_NUMBER + index)),
    `printf '${DONE.replace('\n', String.raw`\n`)}'`,
  ].join('\n');

export const succeeded = (said: string): boolean => said.endsWith(DONE);
