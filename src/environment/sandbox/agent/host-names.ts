import { writeFileSync } from 'node:fs';
import type { ServiceContainer } from './container.ts';
import type { Link } from './links-of.ts';
import { hostsFile } from './root.ts';

/**
 * Writes each container's `/etc/hosts`: the others' service and container names. A store's name leads to the proxy before it,
 * so that what happens between an app and its store can be disturbed; in the store itself it is its own address.
 */
export const writeHostNames = (containers: readonly ServiceContainer[], links: readonly Link[]): void => {
  for (const own of containers) {
    const lines = containers.map((other) => {
      const link = other === own ? undefined : links.find(({ name }) => name === other.service.name);
      return `${link?.address ?? other.ipAddress} ${other.service.name} ${other.name}`;
    });
    const self = `${own.ipAddress} ${own.id.slice(0, 12)}`;
    writeFileSync(
      hostsFile(own.id),
      `${['127.0.0.1 localhost', '::1 localhost', ...lines, self].join('\n')}\n`,
    );
  }
};
