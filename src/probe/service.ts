import type { System } from '../compose/model.ts';
import { storeKind, storesOf, type StoreKind } from '../compose/store.ts';

/** Why the name is no service of this system, or none of the wanted kind; empty when it is. */
export const serviceProblems = (name: string, system: System, kind?: StoreKind): readonly string[] => {
  const service = system.services.find((candidate) => candidate.name === name);
  if (service === undefined) return [`there is no service "${name}"`];
  if (kind === undefined || storeKind(service) === kind) return [];
  const stores = storesOf(system, kind).map((store) => store.name);
  return [
    `"${name}" is not a ${kind} service (by its image)${stores.length > 0 ? `; ${stores.join(', ')} is` : ''}`,
  ];
};
