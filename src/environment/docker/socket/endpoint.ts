import type { Drill } from './drill.ts';
import { drop, isEmpty, keep, shape, texts, type Rule } from './fields.ts';

/** As much of how a container is in a network as is made here. */
export interface Endpoint {
  readonly Aliases?: readonly string[];
  readonly Links?: readonly string[];
  readonly IPAMConfig?: unknown;
}

/** How a container is in a network, as a client asks for it. */
export const endpoint: Rule = (value, drill, field) =>
  shape(
    value,
    {
      Aliases: (aliases, _drill, where) => texts(aliases, where),
      IPAMConfig: (config, within, where) =>
        isEmpty(config)
          ? undefined
          : shape(config, { IPv4Address: keep, IPv6Address: keep }, within, `${where}.`),
      Links: drop,
      MacAddress: keep,
      // What the engine says of an endpoint, and clients send back.
      DNSNames: drop,
      EndpointID: drop,
      Gateway: drop,
      GlobalIPv6Address: drop,
      GlobalIPv6PrefixLen: drop,
      IPAddress: drop,
      IPPrefixLen: drop,
      IPv6Gateway: drop,
      NetworkID: drop,
    },
    drill,
    `${field}.`,
  );

/** Who is in a network, and in which. */
interface Member {
  /** The network's real name. */
  readonly network: string;
  /** The container's, as the runbook knows it; empty where it gave none. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The others find a container by the name that the runbook knows, not by the engine's; and one of Compose's finds its stores where the
 * drill's own containers of its service do.
 */
export const asInDrill = (
  asked: Endpoint | undefined,
  { network, name, labels }: Member,
  { scope }: Drill,
): Endpoint => {
  const aliases = new Set([...(asked?.Aliases ?? []), ...(name === '' ? [] : [name])]);
  const service = labels['com.docker.compose.service'];
  const { IPAMConfig: addresses, ...rest } = asked ?? {};
  if (service === undefined)
    return { ...rest, Aliases: [...aliases], ...(addresses !== undefined && { IPAMConfig: addresses }) };
  // Without the address that the file asks for: the networks of a drill have addresses of their own, and the engine would refuse it.
  return { ...rest, Aliases: [...aliases], Links: scope.links?.(network, service) ?? [] };
};
