/** What becomes of a key that the Compose specification knows. */
export type Support =
  | 'used'
  /** Changes nothing that a drill could see. */
  | 'harmless'
  /** The drill goes without it, which could be seen: a warning with the reason. */
  | { readonly ignored: string }
  /** The system would be another one than the file describes: refused, with what to do. */
  | { readonly refused: string }
  /** A mapping, whose keys are looked at. */
  | { readonly keys: Keys }
  /** A list or mapping of such mappings. */
  | { readonly each: Keys };

export type Keys = Readonly<Record<string, Support>>;

const leaveOut = 'leave it out, or put the service under a profile that the drill does not use';
const mountInstead = { refused: 'mount the file with "volumes:" instead' };
const secretInstead = {
  refused: 'mount the file read-only where the program reads it: "volumes: [./FILE:/run/secrets/NAME:ro]"',
};
const notRestricted = { ignored: 'a drill does not restrict it' };
const noDevices = { refused: 'a drill has no devices: leave it out' };
const ownAddresses = { ignored: 'a drill has addresses of its own: use the names of the services' };
const noBuild = { ignored: 'it only matters to the build of an image' };

const BUILD: Keys = {
  context: 'used',
  dockerfile: 'used',
  target: 'used',
  args: 'used',
  dockerfile_inline: { refused: 'write it to a file and name that with "dockerfile:"' },
  additional_contexts: noBuild,
  secrets: noBuild,
  ssh: noBuild,
  entitlements: noBuild,
  extra_hosts: noBuild,
  privileged: noBuild,
  cache_from: 'harmless',
  cache_to: 'harmless',
  isolation: 'harmless',
  labels: 'harmless',
  network: 'harmless',
  no_cache: 'harmless',
  no_cache_filter: 'harmless',
  platforms: 'harmless',
  provenance: 'harmless',
  pull: 'harmless',
  sbom: 'harmless',
  shm_size: 'harmless',
  tags: 'harmless',
  ulimits: 'harmless',
};

const DEPLOY: Keys = {
  replicas: 'used',
  resources: {
    keys: {
      limits: { keys: { cpus: 'used', memory: 'used', pids: notRestricted } },
      reservations: 'harmless',
    },
  },
  restart_policy: { ignored: 'say "restart:" at the service' },
  endpoint_mode: 'harmless',
  labels: 'harmless',
  mode: { refused: 'a drill has "replicated" services only' },
  placement: 'harmless',
  rollback_config: 'harmless',
  update_config: 'harmless',
};

const HEALTHCHECK: Keys = {
  test: 'used',
  interval: 'used',
  timeout: 'used',
  retries: 'used',
  start_period: 'used',
  start_interval: 'used',
  disable: 'used',
};

const PORT: Keys = {
  target: 'used',
  published: 'used',
  host_ip: 'used',
  protocol: 'used',
  name: 'harmless',
  mode: 'harmless',
  app_protocol: 'harmless',
};

const MOUNT: Keys = {
  type: 'used',
  source: 'used',
  target: 'used',
  read_only: 'used',
  tmpfs: { keys: { size: 'used', mode: { ignored: 'the folder has the usual mode' } } },
  bind: 'harmless',
  consistency: 'harmless',
  image: { refused: 'a drill has no images to mount: use bind, volume or tmpfs' },
  volume: {
    keys: { nocopy: 'harmless', labels: 'harmless', subpath: { refused: 'mount the whole volume' } },
  },
};

/** As a service is in one. */
const MEMBERSHIP: Keys = {
  aliases: 'used',
  priority: 'used',
  driver_opts: 'harmless',
  gw_priority: 'harmless',
  interface_name: 'harmless',
  ipv4_address: ownAddresses,
  ipv6_address: ownAddresses,
  link_local_ips: ownAddresses,
  mac_address: ownAddresses,
  use_service_name_alias: { ignored: 'a service is found by its name' },
};

const NETWORK: Keys = {
  name: 'used',
  internal: 'used',
  external: { ignored: 'a drill has a new network of that name' },
  ipam: ownAddresses,
  attachable: 'harmless',
  driver: 'harmless',
  driver_opts: 'harmless',
  enable_ipv4: 'harmless',
  enable_ipv6: 'harmless',
  labels: 'harmless',
};

const SERVICE: Keys = {
  build: { keys: BUILD },
  command: 'used',
  container_name: 'used',
  cpus: 'used',
  depends_on: { each: { condition: 'used', required: 'used', restart: 'used' } },
  deploy: { keys: DEPLOY },
  entrypoint: 'used',
  env_file: {
    each: {
      path: 'used',
      required: 'used',
      format: { refused: 'write the file in the usual form, NAME=value' },
    },
  },
  environment: 'used',
  expose: 'used',
  extends: 'used',
  healthcheck: { keys: HEALTHCHECK },
  image: 'used',
  init: 'used',
  mem_limit: 'used',
  networks: { each: MEMBERSHIP },
  ports: { each: PORT },
  profiles: 'used',
  restart: 'used',
  scale: 'used',
  shm_size: 'used',
  stdin_open: 'used',
  stop_grace_period: 'used',
  stop_signal: 'used',
  tmpfs: 'used',
  tty: 'used',
  user: 'used',
  volumes: { each: MOUNT },
  working_dir: 'used',

  annotations: 'harmless',
  attach: 'harmless',
  blkio_config: notRestricted,
  cap_add: { ignored: 'a service has the rights of an ordinary user' },
  cap_drop: 'harmless',
  cgroup: 'harmless',
  cgroup_parent: 'harmless',
  cpu_count: notRestricted,
  cpu_percent: notRestricted,
  cpu_period: { refused: 'say "cpus: 0.5"' },
  cpu_quota: { refused: 'say "cpus: 0.5"' },
  cpu_rt_period: notRestricted,
  cpu_rt_runtime: notRestricted,
  cpu_shares: 'harmless',
  cpuset: notRestricted,
  develop: 'harmless',
  dns: { ignored: 'names in a drill are its services' },
  dns_opt: 'harmless',
  dns_search: 'harmless',
  extra_hosts: { ignored: 'names in a drill are its services' },
  hostname: { ignored: "a service's host name is the id of its container" },
  label_file: 'harmless',
  labels: 'harmless',
  logging: 'harmless',
  mem_reservation: 'harmless',
  mem_swappiness: 'harmless',
  memswap_limit: 'harmless',
  oom_kill_disable: { ignored: 'a service over its memory limit is ended' },
  oom_score_adj: 'harmless',
  pids_limit: notRestricted,
  platform: 'harmless',
  privileged: { ignored: 'a service has the rights of an ordinary user' },
  pull_policy: 'harmless',
  pull_refresh_after: 'harmless',
  read_only: notRestricted,
  security_opt: 'harmless',
  sysctls: notRestricted,
  ulimits: notRestricted,

  configs: mountInstead,
  credential_spec: { refused: leaveOut },
  device_cgroup_rules: noDevices,
  devices: noDevices,
  domainname: { refused: leaveOut },
  external_links: { refused: leaveOut },
  gpus: noDevices,
  group_add: { refused: leaveOut },
  ipc: { refused: leaveOut },
  isolation: { refused: leaveOut },
  links: { refused: 'use the service names, which need no links, and "depends_on:" for the order' },
  mac_address: { refused: leaveOut },
  models: { refused: leaveOut },
  network_mode: { refused: 'each service has a network of its own: leave it out' },
  pid: { refused: leaveOut },
  post_start: { refused: 'make it a service of its own that the others depend on' },
  pre_start: { refused: 'make it a service of its own that the others depend on' },
  pre_stop: { refused: leaveOut },
  provider: { refused: leaveOut },
  runtime: { refused: leaveOut },
  secrets: secretInstead,
  storage_opt: { refused: leaveOut },
  userns_mode: { refused: leaveOut },
  use_api_socket: { refused: leaveOut },
  umask: { refused: leaveOut },
  uts: { refused: leaveOut },
  volumes_from: { refused: 'name the volumes with "volumes:"' },
};

/** The keys of a Compose file. */
export const FILE: Keys = {
  name: 'used',
  services: { each: SERVICE },
  volumes: {
    each: {
      driver: 'used',
      driver_opts: { keys: { type: 'used', device: 'used', o: 'used' } },
      external: { ignored: 'a drill has a new volume of that name' },
      name: { ignored: 'in a drill the volume has the name that the services use' },
      labels: 'harmless',
    },
  },
  networks: { each: NETWORK },
  version: 'harmless',
  configs: mountInstead,
  secrets: secretInstead,
  include: { refused: 'name one Compose file that holds all services' },
  jobs: { refused: leaveOut },
  models: { refused: leaveOut },
};

/** The keys that are known at a path of the file, for "did you mean". */
export const keysAt = (path: readonly (string | number)[], keys: Keys = FILE): readonly string[] => {
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(keys);
  const support = keys[String(first)];
  if (typeof support !== 'object') return [];
  if ('keys' in support) return keysAt(rest, support.keys);
  return 'each' in support && rest.length > 0 ? keysAt(rest.slice(1), support.each) : [];
};
