import type { Service } from '../../../compose/model.ts';
import { type Image, imageTag } from './image.ts';

/** `postgres`: the machine's newest server, set up as the official image's entrypoint does. */
export const postgres: Image = {
  title: 'PostgreSQL',
  packages: 'postgresql',
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
    return argv[0] === 'postgres' ? ['docker-entrypoint.sh', ...argv] : argv;
  },
  // What it does was done when the data folder was made: what is left is to become the server.
  programs: () => ({ 'docker-entrypoint.sh': '/usr/bin/env' }),
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
