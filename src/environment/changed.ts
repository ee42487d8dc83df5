import type { Service } from '../compose/model.ts';
import type { ServiceChanges } from './model.ts';

/** The service with the changes; without any, the very same. */
export const changed = (service: Service, changes: ServiceChanges): Service => {
  if (Object.keys(changes).length === 0) return service;
  const { environment = {}, ...others } = changes;
  const variables = Object.entries({ ...service.environment, ...environment });
  return {
    ...service,
    ...others,
    environment: Object.fromEntries(
      variables.filter((entry): entry is [string, string] => entry[1] !== null),
    ),
  };
};
