/** What becomes of a key that the Compose specification knows. */
export type Support =
  | 'used'
  /** Changes nothing that a drill can see. */
  | 'harmless'
  /** The system would be another one than the file describes: refused, with what to do. */
  | { readonly refused: string };

const leaveOut = 'leave it out, or put it under a profile that the drill does not use';

export const TOP_LEVEL: Readonly<Record<string, Support>> = {
  name: 'used',
  services: 'used',
  volumes: 'used',
  version: 'harmless',
  networks: 'harmless',
  configs: { refused: 'mount the file with "volumes:" instead' },
  secrets: { refused: 'give the value with "environment:" instead' },
  include: { refused: 'name one Compose file that holds all services' },
  models: { refused: leaveOut },
};

export const SERVICE: Readonly<Record<string, Support>> = {
  build: 'used',
  command: 'used',
  container_name: 'used',
  cpus: 'used',
  depends_on: 'used',
  deploy: 'used',
  entrypoint: 'used',
  env_file: 'used',
  environment: 'used',
  expose: 'used',
  extends: 'used',
  healthcheck: 'used',
  image: 'used',
  mem_limit: 'used',
  ports: 'used',
  profiles: 'used',
  restart: 'used',
  scale: 'used',
  stop_grace_period: 'used',
  stop_signal: 'used',
  tmpfs: 'used',
  user: 'used',
  volumes: 'used',
  working_dir: 'used',
  annotations: 'harmless',
  attach: 'harmless',
  cap_add: 'harmless',
  cap_drop: 'harmless',
  cpu_shares: 'harmless',
  develop: 'harmless',
  hostname: 'harmless',
  init: 'harmless',
  labels: 'harmless',
  logging: 'harmless',
  mem_reservation: 'harmless',
  mem_swappiness: 'harmless',
  memswap_limit: 'harmless',
  networks: 'harmless',
  oom_score_adj: 'harmless',
  platform: 'harmless',
  pull_policy: 'harmless',
  read_only: 'harmless',
  security_opt: 'harmless',
  shm_size: 'harmless',
  stdin_open: 'harmless',
  sysctls: 'harmless',
  tty: 'harmless',
  ulimits: 'harmless',
  configs: { refused: 'mount the file with "volumes:" instead' },
  devices: { refused: 'a drill has no devices: leave it out' },
  dns: { refused: 'a drill has no network outside of itself: leave it out' },
  extra_hosts: { refused: 'names in a drill are its services: leave it out' },
  external_links: { refused: leaveOut },
  gpus: { refused: 'a drill has no devices: leave it out' },
  ipc: { refused: leaveOut },
  links: { refused: 'use the service names; Compose needs no links' },
  network_mode: { refused: 'each service has a network of its own: leave it out' },
  pid: { refused: leaveOut },
  privileged: { refused: 'nothing in a drill is privileged: leave it out' },
  provider: { refused: leaveOut },
  secrets: { refused: 'give the value with "environment:" instead' },
  volumes_from: { refused: 'name the volumes with "volumes:"' },
};

/** A key that is in no table: known to the specification, not to Drillbook. */
export const UNKNOWN: Support = { refused: `Drillbook does not know it yet: ${leaveOut}` };
