import { execa } from 'execa';
import { HarnessError } from '../../core/errors.ts';
import { cached } from './cache.ts';
import { type Cluster, clusterKey } from './images/postgres.ts';
import { words } from './words.ts';

/** As the official entrypoint: local connections are trusted, others need what `POSTGRES_HOST_AUTH_METHOD` says. */
const INITIALISE = `set -eu
printf %s "$PASSWORD" > /run/password
initdb -D /mnt/made --username="$USERNAME" \${PASSWORD:+--pwfile=/run/password} --no-sync --encoding=UTF8 --locale=C.UTF-8 $INITDB_ARGS
printf '\\nhost all all all %s\\n' "$HOST_AUTH" >> /mnt/made/pg_hba.conf
printf "\\nlisten_addresses = '*'\\n" >> /mnt/made/postgresql.conf
[ "$DATABASE" = postgres ] || printf 'CREATE DATABASE "%s";\\n' "$DATABASE" | postgres --single -D /mnt/made postgres`;

/** PostgreSQL wants to know the name of the user that it runs as. */
const PASSWD = 'postgres:x:999:999::/var/lib/postgresql:/bin/sh\n';

/**
 * The initialised data folder of a cluster, made once and kept: `initdb` takes a second, a copy 50 ms.
 * @throws HarnessError with what `initdb` said
 */
export const ensureTemplate = (cluster: Cluster, signal: AbortSignal): Promise<string> =>
  cached(`postgres/${clusterKey(cluster)}`, (scratch) => initialise(cluster, scratch, signal));

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
  const args = [
    ...words`--unshare-all --uid 999 --gid 999 --die-with-parent --clearenv`,
    ...words`--ro-bind / / --proc /proc --dev /dev --tmpfs /run --tmpfs /tmp`,
    ...words`--bind ${scratch} /mnt --ro-bind-data 0 /etc/passwd`,
    ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
  ];
  const result = await execa('bwrap', [...args, 'sh', '-c', INITIALISE], {
    input: PASSWD,
    reject: false,
    all: true,
    cancelSignal,
    forceKillAfterDelay: 0,
  });
  if (!result.failed) return;
  cancelSignal.throwIfAborted();
  throw new HarnessError('postgres-not-initialised', `initdb failed: ${result.all || result.shortMessage}`);
};
