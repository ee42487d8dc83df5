import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import type { Service } from '../../compose/model.ts';
import { HarnessError } from '../../core/errors.ts';
import { isFileError, whyUnreadable } from '../../core/file-error.ts';
import { cached } from './cache.ts';
import type { Machine } from './machine.ts';
import { words } from './words.ts';

const INITIALISE = fileURLToPath(new URL('images/initialise-postgres.sh', import.meta.url));

/** PostgreSQL wants to know the name of the user that it runs as. */
const PASSWD = 'postgres:x:999:999::/var/lib/postgresql:/bin/sh\n';

/** Of the machine: what programs need. */
const SYSTEM_FOLDERS = ['/usr', '/bin', '/sbin', '/lib', '/lib64', '/etc', '/opt', '/nix'];

const SCRIPTS_FOLDER = '/docker-entrypoint-initdb.d';

/** What a data folder is made from. */
export interface Cluster {
  readonly bin: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The team's own scripts for the first start. */
  readonly scripts: readonly { readonly source: string; readonly target: string }[];
}

/** @throws TypeError when the machine has no PostgreSQL: see `missing` */
export const clusterOf = ({ environment, mounts, build }: Service, { postgres }: Machine): Cluster => {
  if (postgres === undefined) throw new TypeError('no PostgreSQL on this machine');
  const bound = mounts.flatMap((mount) => (mount.type === 'bind' ? [mount] : []));
  const scripts = [...(build?.image?.copies ?? []), ...bound]
    .filter(({ target }) => target.startsWith(SCRIPTS_FOLDER))
    .map(({ source, target }) => ({ source, target }));
  return { bin: postgres.bin, environment, scripts };
};

/**
 * The initialised data folder of a cluster, made once and kept: that takes a second, a copy 50 ms.
 * @throws HarnessError with what `initdb`, or a script of the team's, said, or which script cannot be read
 */
export const ensureTemplate = (cluster: Cluster, signal: AbortSignal): Promise<string> =>
  cached(`postgres/${fingerprint(cluster)}`, (scratch) => initialise(cluster, scratch, signal));

/** Changes with everything that the data folder is made from; a password is not readable from it. */
const fingerprint = ({ bin, environment, scripts }: Cluster): string => {
  const hash = createHash('sha256').update(JSON.stringify([bin, environment, scripts]));
  try {
    for (const file of [INITIALISE, ...scripts.flatMap(({ source }) => filesOf(source))]) {
      hash.update(file).update(readFileSync(file));
    }
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new HarnessError(
      'unreadable-script',
      `cannot read ${error.path}, which PostgreSQL is to run at its first start: ${whyUnreadable(error)}`,
      { cause: error },
    );
  }
  return hash.digest('hex').slice(0, 32);
};

const filesOf = (source: string): readonly string[] => {
  if (!statSync(source, { throwIfNoEntry: false })?.isDirectory()) return [source];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

/** Under the same mapping of user ids as the server will have, since PostgreSQL refuses root and files of others. */
const initialise = async (cluster: Cluster, scratch: string, cancelSignal: AbortSignal): Promise<void> => {
  const env = {
    ...cluster.environment,
    PATH: `${cluster.bin}:/usr/bin:/bin`,
    TZ: 'UTC',
    PGDATA: '/data/made',
  };
  const args = [
    ...words`--unshare-all --uid 999 --gid 999 --die-with-parent --clearenv`,
    ...SYSTEM_FOLDERS.flatMap((folder) => words`--ro-bind-try ${folder} ${folder}`),
    ...words`--proc /proc --dev /dev --tmpfs /tmp --dir /var/run/postgresql`,
    ...words`--bind ${scratch} /data --ro-bind-data 0 /etc/passwd --ro-bind ${INITIALISE} /run/initialise`,
    ...cluster.scripts.flatMap(({ source, target }) => words`--ro-bind ${source} ${target}`),
    ...Object.entries(env).flatMap(([name, value]) => ['--setenv', name, value]),
  ];
  const result = await execa('bwrap', [...args, '/bin/sh', '/run/initialise'], {
    input: PASSWD,
    reject: false,
    all: true,
    cancelSignal,
    forceKillAfterDelay: 0,
  });
  if (!result.failed) return;
  cancelSignal.throwIfAborted();
  const said = (result.all ?? result.shortMessage ?? '').trim().split('\n').slice(-20).join('\n');
  throw new HarnessError('postgres-not-initialised', `PostgreSQL’s data folder could not be made:\n${said}`);
};
