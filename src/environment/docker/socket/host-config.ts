import type { Drill } from './drill.ts';
import {
  drop,
  isEmpty,
  keep,
  notAllowed,
  only,
  shape,
  text,
  texts,
  type Rule,
  type Rules,
} from './fields.ts';
import { readBinds, readMounts, type Mount } from './mounts.ts';

/** The network that a container is put on, by its real name. */
const networkMode: Rule = async (value, drill, field) => {
  const mode = text(value, field);
  if (mode === '' || mode === 'default' || mode === 'bridge')
    return (await drill.network(drill.scope.network)).Name;
  if (mode === 'none') return mode;
  if (mode === 'host') throw notAllowed(field, value);
  return mode.startsWith('container:')
    ? `container:${await drill.container(mode.slice('container:'.length))}`
    : (await drill.network(mode)).Name;
};

const volumesFrom: Rule = (value, drill, field) =>
  Promise.all(
    texts(value, field).map(async (entry) => {
      const [name = '', ...mode] = entry.split(':');
      return [await drill.container(name), ...mode].join(':');
    }),
  );

/** Other drivers send the log somewhere, as the engine. */
const logConfig: Rule = (value, drill, field) =>
  isEmpty(value)
    ? undefined
    : shape(value, { Type: only('json-file', 'local', 'none'), Config: logOptions }, drill, `${field}.`);
const logOptions: Rule = (value, drill, field) =>
  shape(value, { 'max-size': keep, 'max-file': keep, compress: keep, mode: keep }, drill, `${field}.`);

/** An empty list takes the engine's own masks off `/proc` and `/sys`. */
const noList: Rule = (value, _drill, field) => {
  if (Array.isArray(value)) throw notAllowed(field, value);
};

const securityOptions: Rule = (value, _drill, field) => {
  const options = texts(value, field);
  const other = options.find((option) => !/^no-new-privileges(?:[:=]true)?$/.test(option));
  if (other !== undefined) throw notAllowed(field, other);
  return options.length === 0 ? undefined : options;
};

/** What a container may ask of the host. Everything else is refused. */
const HOST_CONFIG: Rules = {
  AutoRemove: keep,
  BlkioWeight: keep,
  CapDrop: keep,
  CgroupnsMode: only('private'),
  ConsoleSize: keep,
  ContainerIDFile: drop,
  CpuPeriod: keep,
  CpuQuota: keep,
  CpuShares: keep,
  CpusetCpus: keep,
  CpusetMems: keep,
  Dns: keep,
  DnsOptions: keep,
  DnsSearch: keep,
  ExtraHosts: keep,
  GroupAdd: keep,
  Init: keep,
  IpcMode: only('private', 'none', 'shareable'),
  Isolation: only('default'),
  LogConfig: logConfig,
  MaskedPaths: noList,
  Memory: keep,
  MemoryReservation: keep,
  MemorySwap: keep,
  MemorySwappiness: only(-1),
  NanoCpus: keep,
  NetworkMode: networkMode,
  PidsLimit: keep,
  // The drill's own proxy publishes ports: the machine's stay free.
  PortBindings: drop,
  PublishAllPorts: drop,
  ReadonlyPaths: noList,
  ReadonlyRootfs: keep,
  RestartPolicy: keep,
  SecurityOpt: securityOptions,
  ShmSize: keep,
  Tmpfs: keep,
  Ulimits: keep,
  VolumesFrom: volumesFrom,
};

/** What may be changed of a container that is there. */
export const UPDATE: Rules = Object.fromEntries(
  Object.entries(HOST_CONFIG).filter(([name]) =>
    /^(Blkio|Cpu|Memory|NanoCpus|PidsLimit|RestartPolicy)/.test(name),
  ),
);

/** The host's side of a new container: where it is bound to the machine. */
export const hostConfig = async (
  value: unknown,
  drill: Drill,
): Promise<Record<string, unknown> & { readonly Mounts: readonly Mount[] }> => {
  const mounts: Mount[] = [];
  const made = await shape(
    value ?? {},
    {
      ...HOST_CONFIG,
      Binds: async (binds, within, field) =>
        void mounts.push(...(await readBinds(texts(binds, field), within))),
      Mounts: async (listed, within, field) =>
        void mounts.push(...((await readMounts(listed, within, field)) as readonly Mount[])),
    },
    drill,
    'HostConfig.',
  );
  const network = made['NetworkMode'] ?? (await networkMode('', drill, 'HostConfig.NetworkMode'));
  return { ...made, NetworkMode: network, Mounts: mounts };
};
