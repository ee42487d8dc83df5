import { writeFileSync } from 'node:fs';
import { hostNames } from '../../../compose/names.ts';
import type { ServiceContainer } from './container.ts';
import type { Link } from './links-of.ts';
import { hostsFile } from './root.ts';

/**
 * Writes each container's `/etc/hosts`: the others' service and container names. A store's name leads to the proxy before it,
 * so that what happens between an app and its store can be disturbed; in the store itself it is its own address.
 * @param nameless services that the others do not find
 */
export const writeHostNames = (
  containers: readonly ServiceContainer[],
  links: readonly Link[],
  nameless: ReadonlySet<string>,
): void => {
  for (const own of containers) {
    const known = containers.filter((other) => other === own || !nameless.has(other.service.name));
    const lines = known.map((other) => {
      const link = other === own ? undefined : links.find(({ name }) => name === other.service.name);
      const names = hostNames(other.service, other.replica);
      return `${link?.address ?? other.ipAddress} ${names.join(' ')}`;
    });
    const self = `${own.ipAddress} ${own.id.slice(0, 12)}`;
    writeFileSync(
      hostsFile(own.id),
      `${['127.0.0.1 localhost', '::1 localhost', ...lines, self].join('\n')}\n`,
    );
  }
};
