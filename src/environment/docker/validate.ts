import { dirname } from 'node:path';
import type { System } from '../../compose/model.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { boundSources } from '../bound-sources.ts';
import { unmountable } from '../unmountable.ts';

/** What of a system the docker backend does not do as the file says. */
export const validate = (system: System): readonly Diagnostic[] => [
  ...system.services.flatMap(({ name, ports }) =>
    ports
      .filter(({ protocol }) => protocol === 'udp')
      .map(({ location, target }) => ({
        code: 'udp-port',
        severity: 'warning' as const,
        message: `the docker backend does not publish port ${target}/udp of service ${name}`,
        location,
        hint: 'services reach it by name',
      })),
  ),
  ...system.services.flatMap(({ name, mounts }) =>
    mounts
      .filter((mount) => mount.type === 'bind')
      .filter(({ source }) => /^\/proc(?:\/|$)/.test(source))
      .map(({ location, source }) => ({
        code: 'unsupported-bind',
        severity: 'error' as const,
        message: `the docker backend cannot show a service ${source}, which "${name}" binds: nothing can be laid over it`,
        location,
        hint: 'leave the service out, by a profile; or run it with --backend sandbox',
      })),
  ),
  ...boundSources(system, 'engine'),
  ...unmountable(system, pathsOf(system), ':', 'sandbox'),
];

const pathsOf = (system: System): readonly string[] => [
  dirname(system.file),
  ...system.services.flatMap(({ mounts }) =>
    mounts.flatMap((mount) => (mount.type === 'bind' ? [mount.source] : [])),
  ),
];
