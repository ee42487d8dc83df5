import type { Container } from './container.ts';

export interface Published {
  readonly listen: string;
  readonly published: number;
  readonly target: number;
}

/** The ports that a container has published. As with Docker, a second replica cannot have the same ones. */
export const publishedPorts = ({ service, replica }: Container): readonly Published[] =>
  replica === 1
    ? service.ports.flatMap(({ protocol, hostIp = '0.0.0.0', published, target }) =>
        protocol === 'tcp' && published !== undefined
          ? [{ listen: loopback(hostIp), published, target }]
          : [],
      )
    : [];

/** Not the wildcard itself: on the front's address in the drill's network, the proxies have the stores' ports. */
const loopback = (hostIp: string): string => (hostIp === '0.0.0.0' || hostIp === '::' ? '127.0.0.1' : hostIp);
