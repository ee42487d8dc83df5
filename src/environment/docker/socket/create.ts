import type { Drill } from './drill.ts';
import { InTwoSteps } from './bodies.ts';
import { asInDrill, endpoint, type Endpoint } from './endpoint.ts';
import { isEmpty, keep, drop, shape, text, type Rule, type Rules } from './fields.ts';
import { hostConfig } from './host-config.ts';
import { anonymousVolume, type Mount, uncovered } from './mounts.ts';
import { drillLabels, labels } from './labels.ts';
import { KNOWS_SEVERAL_NETWORKS } from './versions.ts';

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
/** A container as `docker run` asks for it, as a drill allows it. */
export const container = async (value: unknown, drill: Drill, query: URLSearchParams): Promise<unknown> => {
  const made: Made = await shape(value, CONTAINER, drill);
  const host = made.HostConfig ?? (await hostConfig({}, drill));
  const mounts = [...host.Mounts, ...(await anonymousVolumes(made, host, drill))];
  const body = {
    ...made,
    Labels: made.Labels ?? drillLabels(drill),
    Volumes: undefined,
    HostConfig: { ...host, Mounts: mounts },
  };
  const [first, ...further] = named(made, host, query.get('name') ?? '', drill);
  const inNetworks = (endpoints: readonly Named[]): object => ({
    ...body,
    NetworkingConfig: { EndpointsConfig: Object.fromEntries(endpoints) },
  });
  if (first === undefined) return inNetworks([]);
  if (further.length === 0 || (await drill.engineVersion()) >= KNOWS_SEVERAL_NETWORKS)
    return inNetworks([first, ...further]);
  return new InTwoSteps(inNetworks([first]), ({ Id }: { readonly Id: string }) =>
    connect(Id, further, drill),
  );
};

const connect = async (id: string, endpoints: readonly Named[], { engine }: Drill): Promise<void> => {
  for (const [network, endpoint] of endpoints) {
    const { status, body } = await engine.ask<{ readonly message?: string } | undefined>(
      'POST',
      `/networks/${network}/connect`,
      { Container: id, EndpointConfig: endpoint },
    );
    if (status >= 400) throw new Error(body?.message ?? `network ${network} cannot be connected`);
  }
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

/** A network's real name, and how the container is in it. */
type Named = readonly [string, Endpoint];

/** It begins in the first one, which the engine is to be told of even where the client says nothing more of it. */
const named = (
  { Labels = {}, NetworkingConfig }: Made,
  { NetworkMode }: Record<string, unknown>,
  name: string,
  drill: Drill,
): readonly Named[] => {
  const mode = String(NetworkMode);
  const first = mode === 'none' || mode.startsWith('container:') ? {} : { [mode]: {} };
  return Object.entries({ ...first, ...NetworkingConfig?.EndpointsConfig }).map(([network, endpoint]) => [
    network,
    asInDrill(endpoint, { network, name, labels: Labels }, drill),
  ]);
};
