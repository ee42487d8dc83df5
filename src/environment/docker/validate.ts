import type { System } from '../../compose/model.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { boundSources } from '../bound-sources.ts';

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
  ...boundSources(system, 'engine'),
];
