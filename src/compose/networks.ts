import { isRecord } from '../core/yaml.ts';
import type { ComposeFile } from './file.ts';
import { asNamed } from './merge.ts';
import type { NamedNetwork, ServiceNetwork } from './model.ts';

/** The network of a service that names none. */
const DEFAULT = 'default';

/** A service's networks, in Compose's order: by priority, the highest first, and then by name. */
export const serviceNetworks = (value: unknown): readonly ServiceNetwork[] => {
  const named = Object.entries(asNamed(value ?? [])).map(([network, how]) => {
    const { aliases, priority } = isRecord(how) ? how : {};
    return {
      network,
      aliases: Array.isArray(aliases) ? [...new Set(aliases.map(String))] : [],
      priority: Number(priority ?? 0),
    };
  });
  if (named.length === 0) return [{ network: DEFAULT, aliases: [] }];
  return named
    .toSorted((a, b) => b.priority - a.priority || (a.network < b.network ? -1 : 1))
    .map(({ network, aliases }) => ({ network, aliases }));
};

/** The networks that the file declares, and the default one. */
export const declaredNetworks = ({ value, project }: ComposeFile): readonly NamedNetwork[] => {
  const declared = isRecord(value.networks) ? value.networks : {};
  return Object.entries({ [DEFAULT]: {}, ...declared }).map(([key, how]) => {
    const { name, external, internal } = isRecord(how) ? how : {};
    const isExternal = isRecord(external) || isTrue(external);
    // Compose's older way to name it: `external: { name: … }`.
    const given = name ?? (isRecord(external) ? external.name : undefined);
    return {
      key,
      name: String(given ?? (isExternal ? key : `${project}_${key}`)),
      ...(isExternal && { external: true }),
      ...(isTrue(internal) && { internal: true }),
    };
  });
};

const isTrue = (value: unknown): boolean => String(value) === 'true';
