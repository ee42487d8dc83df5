import { writeFileSync } from 'node:fs';
import { storeOf } from '../images/images.ts';
import type { ServiceContainer } from './container.ts';
import type { Links } from './links.ts';
import { hostsFile } from './root.ts';

/**
 * Writes each container's `/etc/hosts`: the others' service and container names. A store's name leads to the proxy before it,
 * so that what happens between an app and its store can be disturbed; in the store itself it is its own address.
 */
export const writeHostNames = (containers: readonly ServiceContainer[], links: Links): void => {
  for (const own of containers) {
    const lines = containers.flatMap((other) => {
      const { service, ipAddress, name, id } = other;
      const address =
        storeOf(service) === undefined || other === own ? ipAddress : links.addressOf(service.name);
      return [
        `${address} ${service.name} ${name}`,
        ...(other === own ? [`${ipAddress} ${id.slice(0, 12)}`] : []),
      ];
    });
    writeFileSync(hostsFile(own.id), `127.0.0.1 localhost\n::1 localhost\n${lines.join('\n')}\n`);
  }
};
