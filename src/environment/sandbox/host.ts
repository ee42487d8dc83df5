import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { System } from '../../compose/model.ts';
import { prelude } from './agent/prelude.ts';
import { cacheFolder } from './cache.ts';
import type { Setup } from './rpc.ts';
import { words } from './words.ts';

/** Everything in these ends with Drillbook, and nothing in them is of the machine. */
const ISOLATION = [
  ...words`setpriv --pdeathsig KILL`,
  ...words`unshare --user --map-root-user --pid --mount --net --uts --ipc`,
  ...words`--fork --kill-child --mount-proc`,
];

/** Drillbook's own files: this folder's package. */
const PACKAGE = fileURLToPath(new URL('../../..', import.meta.url));

const AGENT = fileURLToPath(new URL('agent/main.ts', import.meta.url));

/**
 * The command that starts the agent on the drill's host. The first process there is bubblewrap, which waits for the agent and
 * reaps what is orphaned.
 */
export const hostCommand = (setup: Setup): readonly string[] => [
  ...ISOLATION,
  'bwrap',
  ...hostMounts(setup.system),
  '--',
  ...words`/bin/sh -c ${`{ ${prelude(setup)}\n} 2>&1 | exec "$@"`} host ${process.execPath} ${AGENT}`,
];

/**
 * The machine's files, read-only, as the drill's host sees them. The folders where programs keep sockets, scratch files and
 * secrets are empty and the sandbox's own, but for what the drill itself needs in them.
 */
const hostMounts = (system: System): readonly string[] => {
  const hidden = ['/tmp', '/run', '/var/tmp', homedir()].filter(
    (folder) => folder !== '/' && existsSync(folder),
  );
  const shown = [...new Set(neededFolders(system))]
    .filter((folder) => existsSync(folder) && hidden.some((outer) => isInside(folder, outer)))
    .sort((a, b) => a.length - b.length);
  return [
    ...words`--ro-bind / / --bind /proc /proc --dev /dev`,
    ...hidden.flatMap((folder) => ['--tmpfs', folder]),
    ...shown.flatMap((folder) => ['--ro-bind', folder, folder]),
  ];
};

const neededFolders = (system: System): readonly string[] => [
  PACKAGE,
  realpathSync(PACKAGE),
  dirname(process.execPath),
  cacheFolder(),
  dirname(system.file),
  ...system.services.flatMap(({ build, mounts }) => [
    ...(build === undefined ? [] : [build.context]),
    ...mounts.flatMap((mount) => (mount.type === 'bind' ? [mount.source] : [])),
  ]),
  // A tool manager's programs look for their files beside the folder that is on the PATH.
  ...(process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder.startsWith(`${homedir()}/`))
    .map(dirname),
];

const isInside = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`);
