import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { HarnessError } from '../../core/errors.ts';
import { cacheFolder } from './cache.ts';
import { type Cluster, clusterKey } from './images/postgres.ts';
import { ownerMark } from './owner.ts';

export const templateFolder = (): string => join(cacheFolder(), 'postgres');

/** As the official entrypoint: local connections are trusted, others need what `POSTGRES_HOST_AUTH_METHOD` says. */
const INITIALISE = `set -eu
printf %s "$PASSWORD" > /run/password
initdb -D /mnt/new --username="$USERNAME" \${PASSWORD:+--pwfile=/run/password} --no-sync --encoding=UTF8 --locale=C.UTF-8 $INITDB_ARGS
printf '\\nhost all all all %s\\n' "$HOST_AUTH" >> /mnt/new/pg_hba.conf
printf "\\nlisten_addresses = '*'\\n" >> /mnt/new/postgresql.conf
[ "$DATABASE" = postgres ] || printf 'CREATE DATABASE "%s";\\n' "$DATABASE" | postgres --single -D /mnt/new postgres`;

/**
 * The initialised data folder of a cluster, made once and kept: `initdb` takes a second, a copy 50 ms.
 * @throws HarnessError with what `initdb` said
 */
export const ensureTemplate = async (cluster: Cluster, signal: AbortSignal): Promise<string> => {
  const folder = join(templateFolder(), clusterKey(cluster));
  if (existsSync(folder)) return folder;
  const scratch = `${folder}.making-${ownerMark()}-${Math.random().toString(36).slice(2, 8)}`;
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  try {
    await initialise(cluster, scratch, signal);
    // Another drill may have been quicker: its template is as good.
    await rename(join(scratch, 'new'), folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
};

/** Under the same mapping of user ids as the server will have, since PostgreSQL refuses root and files of others. */
const initialise = async (cluster: Cluster, scratch: string, cancelSignal: AbortSignal): Promise<void> => {
  const env = {
    PATH: `${cluster.bin}:/usr/bin:/bin`,
    TZ: 'UTC',
    USERNAME: cluster.user,
    PASSWORD: cluster.password ?? '',
    DATABASE: cluster.database,
    HOST_AUTH: cluster.hostAuth,
    INITDB_ARGS: cluster.initdbArgs,
  };
  const isolation = ['--unshare-all', '--uid', '999', '--gid', '999', '--die-with-parent', '--clearenv'];
  const mounts = [
    '--ro-bind',
    '/',
    '/',
    '--proc',
    '/proc',
    '--dev',
    '/dev',
    '--tmpfs',
    '/run',
    '--tmpfs',
    '/tmp',
  ];
  const variables = Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]);
  const data = ['--bind', scratch, '/mnt', '--ro-bind-data', '0', '/etc/passwd'];
  const result = await execa(
    'bwrap',
    [...isolation, ...mounts, ...variables, ...data, 'sh', '-c', INITIALISE],
    {
      input: 'postgres:x:999:999::/var/lib/postgresql:/bin/sh\n',
      reject: false,
      all: true,
      cancelSignal,
      forceKillAfterDelay: 0,
    },
  );
  if (!result.failed) return;
  cancelSignal.throwIfAborted();
  throw new HarnessError('postgres-not-initialised', `initdb failed: ${result.all || result.shortMessage}`);
};
