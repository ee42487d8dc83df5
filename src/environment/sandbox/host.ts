import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { System } from '../../compose/model.ts';
import { isInside } from '../../core/is-inside.ts';
import { ownModule, withDependencies } from '../../core/own-files.ts';
import { quote } from '../../core/quote.ts';
import { prelude } from './agent/prelude.ts';
import { cacheFolder } from './cache.ts';
import { compiledCode } from './compiled-code.ts';
import { searchPath } from './programs.ts';
import type { Setup } from './rpc.ts';
import { words } from './words.ts';
import { homeFolder } from '../../core/home.ts';

const [OPTIONS_FD, PRELUDE_FD] = [4, 5];

/**
 * Everything in these ends with Drillbook, and nothing in them is of the machine. What is long comes over file descriptors: the
 * first processes of the drill's host must not be found by `pgrep -f postgres`.
 */
const COMMAND = [
  ...words`--pdeathsig KILL`,
  ...words`unshare --user --map-root-user --pid --mount --net --uts --ipc --fork --kill-child --mount-proc`,
  ...words`bwrap --args ${OPTIONS_FD} -- /bin/sh -c ${`eval "$(cat <&${PRELUDE_FD})"`}`,
];

/** Drillbook's own files: this folder's package. */
const PACKAGE = fileURLToPath(new URL('../../..', import.meta.url));

const AGENT = ownModule('agent/main', import.meta.url);

/**
 * Starts the drill's host, and the agent in it. The first process there is bubblewrap, which waits for the agent and reaps what
 * is orphaned.
 */
export const startHost = (setup: Setup): ChildProcess => {
  const host = spawn('setpriv', COMMAND, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe', 'pipe'],
    serialization: 'advanced',
    // No more, since the operator can read it.
    env: {
      PATH: searchPath().join(delimiter),
      NODE_COMPILE_CACHE: join(cacheFolder(), compiledCode()),
    },
    // A group of its own: Ctrl-C at the terminal reaches Drillbook alone, which ends the sandbox in its own time.
    detached: true,
  });
  hand(
    host,
    OPTIONS_FD,
    hostMounts(setup.system)
      .map((word) => `${word}\0`)
      .join(''),
  );
  hand(host, PRELUDE_FD, `{ ${prelude(setup)}\n} 2>&1 | exec ${quote(process.execPath)} ${quote(AGENT)}`);
  return host;
};

const hand = (host: ChildProcess, fd: number, content: string): void => {
  const pipe = host.stdio[fd] as Writable;
  // When the host ended before it read this, what it said about it matters.
  pipe.on('error', () => {});
  pipe.end(content);
};

/**
 * The machine's files, read-only, as the drill's host sees them. The folders where programs keep sockets, scratch files and
 * secrets are empty and the sandbox's own, but for what the drill itself needs in them.
 */
const hostMounts = (system: System): readonly string[] => {
  const hidden = hiddenFolders().filter((folder) => folder !== '/' && existsSync(folder));
  const shown = [...new Set(neededFolders(system))]
    .filter((folder) => existsSync(folder) && hidden.some((outer) => isInside(folder, outer)))
    .sort((a, b) => a.length - b.length);
  return [
    ...words`--ro-bind / / --bind /proc /proc --dev /dev`,
    ...hidden.flatMap((folder) => ['--tmpfs', folder]),
    ...shown.flatMap((folder) => ['--ro-bind', folder, folder]),
  ];
};

/** Root reads every user's folder, and HOME may be another than the account's. */
const hiddenFolders = (): readonly string[] => ['/tmp', '/run', '/var/tmp', '/root', '/home', homeFolder()];

const neededFolders = (system: System): readonly string[] => [
  ...[PACKAGE, realpathSync(PACKAGE)].map(withDependencies),
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
    .filter((folder) => hiddenFolders().some((outer) => outer !== '/' && isInside(folder, outer)))
    .map(dirname),
];
