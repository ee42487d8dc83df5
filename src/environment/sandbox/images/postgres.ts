import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Service } from '../../../compose/model.ts';
import type { Machine } from '../machine.ts';
import { type Image, imageTag } from './image.ts';

const ENTRYPOINT = '/usr/local/bin/docker-entrypoint.sh';

/** `postgres`: the machine's newest server, set up as the official image's entrypoint does. */
export const postgres: Image = {
  title: 'PostgreSQL',
  packages: 'postgresql',
  entrypoint: fileURLToPath(new URL('postgres-entrypoint.sh', import.meta.url)),
  port: 5432,
  user: { name: 'postgres', uid: 999 },
  workingDir: '/',
  stopSignal: 'SIGINT',
  volumes: (service) => [isOld(service) ? '/var/lib/postgresql/data' : '/var/lib/postgresql'],
  tools: (tag) => (tag.includes('alpine') ? ['postgres', 'wget', 'procps'] : ['postgres']),
  environment: (service, { postgres }) => ({
    PATH: `${postgres?.bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    PGDATA: dataDirectory(service),
    PG_MAJOR: String(postgres?.major),
    LANG: 'C.UTF-8',
  }),
  argv: ({ entrypoint, command = ['postgres'] }) => {
    if (entrypoint !== undefined) return [...entrypoint, ...command];
    const argv = command[0]?.startsWith('-') ? ['postgres', ...command] : command;
    return argv[0] === 'postgres' ? [ENTRYPOINT, ...argv] : argv;
  },
  programs: () => ({}),
  available: ({ postgres }) => postgres !== undefined,
};

/** Up to 17 the data lie in the volume itself, from 18 in a folder of it that names the version. */
const isOld = (service: Service): boolean => {
  const major = Number.parseInt(imageTag(service.image ?? ''), 10);
  return Number.isNaN(major) || major < 18;
};

export const dataDirectory = (service: Service): string =>
  service.environment['PGDATA'] ??
  (isOld(service)
    ? '/var/lib/postgresql/data'
    : `/var/lib/postgresql/${Number.parseInt(imageTag(service.image ?? ''), 10)}/docker`);

/** What the initialised data folder depends on. */
export interface Cluster {
  readonly bin: string;
  readonly major: number;
  readonly user: string;
  readonly password: string | undefined;
  readonly database: string;
  readonly initdbArgs: string;
  readonly hostAuth: string;
}

export const clusterOf = ({ environment }: Service, { postgres }: Machine): Cluster => {
  if (postgres === undefined) throw new TypeError('no PostgreSQL on this machine');
  const user = environment['POSTGRES_USER'] || 'postgres';
  return {
    ...postgres,
    user,
    password: environment['POSTGRES_PASSWORD'],
    database: environment['POSTGRES_DB'] || user,
    initdbArgs: environment['POSTGRES_INITDB_ARGS'] ?? '',
    hostAuth: environment['POSTGRES_HOST_AUTH_METHOD'] || 'scram-sha-256',
  };
};

/** Names the template in the cache; a password is not readable from it. */
export const clusterKey = (cluster: Cluster): string =>
  `${cluster.major}-${createHash('sha256').update(JSON.stringify(cluster)).digest('hex').slice(0, 24)}`;
