import type { Drill } from './drill.ts';
import { isEmpty, keep, drop, shape, text, texts, type Rule, type Rules } from './fields.ts';
import { hostConfig } from './host-config.ts';
import { anonymousVolume, type Mount, uncovered } from './mounts.ts';
import { drillLabels, labels } from './labels.ts';

const CONTAINER: Rules = {
  ArgsEscaped: keep,
  AttachStderr: keep,
  AttachStdin: keep,
  AttachStdout: keep,
  Cmd: keep,
  Domainname: keep,
  Entrypoint: keep,
  Env: keep,
  ExposedPorts: keep,
  Healthcheck: keep,
  HostConfig: (value, drill) => hostConfig(value, drill),
  Hostname: keep,
  Image: (value, drill, field) => drill.image(text(value, field)),
  Labels: labels,
  MacAddress: keep,
  NetworkDisabled: keep,
  NetworkingConfig: (value, drill, field) => shape(value, { EndpointsConfig: endpoints }, drill, `${field}.`),
  OnBuild: drop,
  OpenStdin: keep,
  Shell: keep,
  StdinOnce: keep,
  StopSignal: keep,
  StopTimeout: keep,
  Tty: keep,
  User: keep,
  Volumes: keep,
  WorkingDir: keep,
};

/** How a container is on a network. */
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

const endpoints: Rule = async (value, drill, field) => {
  const named = isEmpty(value) ? {} : (value as Record<string, unknown>);
  const made: Record<string, unknown> = {};
  for (const [reference, settings] of Object.entries(named)) {
    const network = /^(default|bridge)$/.test(reference) ? drill.scope.network : reference;
    made[(await drill.network(network)).Name] = await endpoint(settings, drill, field);
  }
  return made;
};

interface Made {
  readonly Image?: string;
  readonly Labels?: Readonly<Record<string, string>>;
  readonly Volumes?: unknown;
  readonly HostConfig?: Awaited<ReturnType<typeof hostConfig>> & { readonly Tmpfs?: unknown };
  readonly NetworkingConfig?: { readonly EndpointsConfig?: Readonly<Record<string, Endpoint>> };
}
interface Endpoint {
  readonly Aliases?: readonly string[];
  readonly Links?: readonly string[];
}

/** A container as `docker run` asks for it, as a drill allows it. */
export const container = async (
  value: unknown,
  drill: Drill,
  query: URLSearchParams,
): Promise<Record<string, unknown>> => {
  const made: Made = await shape(value, CONTAINER, drill);
  const host = made.HostConfig ?? (await hostConfig({}, drill));
  const mounts = [...host.Mounts, ...(await anonymousVolumes(made, host, drill))];
  return {
    ...made,
    Labels: made.Labels ?? drillLabels(drill),
    Volumes: undefined,
    HostConfig: { ...host, Mounts: mounts },
    NetworkingConfig: { EndpointsConfig: named(made, host, query.get('name') ?? '', drill) },
  };
};

/** The volumes that the request or the image asks for without a name. */
const anonymousVolumes = async (
  { Image = '', Volumes }: Made,
  host: NonNullable<Made['HostConfig']>,
  drill: Drill,
): Promise<readonly Mount[]> => {
  const { body } = await drill.engine.ask<{ Config?: { Volumes?: object | null } }>(
    'GET',
    `/images/${Image}/json`,
  );
  const wanted = [...Object.keys(Volumes ?? {}), ...Object.keys(body.Config?.Volumes ?? {})];
  const covered = [...host.Mounts.map(({ Target }) => Target), ...Object.keys(host.Tmpfs ?? {})];
  return uncovered(wanted, covered).map((target) => anonymousVolume(target, drill));
};

/**
 * Other containers find it by the name that the runbook knows, not by the engine's; and it finds its stores where the other
 * containers of its service do.
 */
const named = (
  { Labels, NetworkingConfig }: Made,
  { NetworkMode }: Record<string, unknown>,
  name: string,
  { scope }: Drill,
): Record<string, Endpoint> => {
  const given = { ...NetworkingConfig?.EndpointsConfig };
  const network = String(NetworkMode);
  if (network === 'none' || network.startsWith('container:')) return given;
  const { [network]: endpoint = {} } = given;
  const aliases = new Set([...(endpoint.Aliases ?? []), ...(name === '' ? [] : [name])]);
  const links = scope.links?.get(Labels?.['com.docker.compose.service'] ?? '') ?? [];
  return { ...given, [network]: { ...endpoint, Aliases: [...aliases], Links: links } };
};
