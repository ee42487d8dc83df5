import { existsSync, realpathSync } from 'node:fs';
import { START, hostsFile, realProgramFolders, rootFolder } from './root.ts';
import { words } from '../words.ts';

/** What of the machine's `/etc` programs need; the rest is the container's own. */
export const SHARED_SETTINGS = [
  '/etc/alternatives',
  '/etc/ld.so.cache',
  '/etc/ld.so.conf',
  '/etc/ld.so.conf.d',
  '/etc/ssl',
  '/etc/pki',
  '/etc/ca-certificates',
  '/etc/crypto-policies',
  '/etc/protocols',
  '/etc/services',
  '/etc/mime.types',
  '/etc/terminfo',
];

export interface ContainerOptions {
  readonly id: string;
  readonly hostname: string;
  readonly uid: number;
  /** bubblewrap stays its first process, and takes in orphans. */
  readonly init: boolean;
  /** Its input has no end. */
  readonly keepsInput: boolean;
  readonly namespaceFile: string;
  readonly env: Readonly<Record<string, string>>;
  readonly workingDir: string;
  /** The machine's folder, and what covers it in the container. */
  readonly covers: readonly (readonly [folder: string, source: string])[];
  /** Name under `/usr/local/bin` → the machine's file. */
  readonly programs: Readonly<Record<string, string>>;
  readonly mounts: readonly BoundFolder[];
}

/** A folder of the drill's host in the container. */
export interface BoundFolder {
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

/** How to start a container. */
export interface Command {
  readonly argv: readonly string[];
  /** bubblewrap's options, which it reads from file descriptor `ARGS_FD`. */
  readonly options: readonly string[];
  readonly init: boolean;
  /** Its input has no end. */
  readonly keepsInput: boolean;
}

/** Where bubblewrap tells the first process's id, and its exit code. */
export const STATUS_FD = 3;
export const ARGS_FD = 4;

/**
 * bubblewrap's own process ends with the exit code of the container's first. Its command line names neither the program nor the
 * variables, so that `ps`, `pgrep -f` and `pkill -f` on the drill's host find what runs in the container, and nothing else.
 */
export const bubblewrap = (options: ContainerOptions): Command => ({
  argv: words`nsenter --net=${options.namespaceFile} bwrap --args ${ARGS_FD} -- ${START}`,
  options: [
    ...words`--unshare-user --uid ${options.uid} --gid ${options.uid}`,
    ...words`--unshare-pid --unshare-ipc --unshare-uts --hostname ${options.hostname}`,
    ...(options.init ? [] : ['--as-pid-1']),
    ...words`--die-with-parent --json-status-fd ${STATUS_FD} --clearenv`,
    ...Object.entries(options.env).flatMap(([name, value]) => ['--setenv', name, value]),
    ...systemMounts(options),
    ...options.mounts.flatMap(({ source, target, readOnly }) => [
      readOnly ? '--ro-bind' : '--bind',
      source,
      target,
    ]),
    ...words`--chdir ${options.workingDir}`,
  ],
  init: options.init,
  keepsInput: options.keepsInput,
});

const systemMounts = ({ id, covers, programs }: ContainerOptions): readonly string[] => [
  ...words`--bind ${rootFolder(id)} /`,
  ...words`--ro-bind /usr /usr --ro-bind-try /opt /opt --ro-bind-try /nix /nix`,
  ...realProgramFolders().flatMap((folder) => ['--ro-bind', folder, folder]),
  ...[...SHARED_SETTINGS.filter((file) => existsSync(file)).map((file) => [file, file] as const), ...covers]
    .sort(([a], [b]) => a.length - b.length)
    .flatMap(([folder, source]) => ['--ro-bind', source, folder]),
  ...words`--tmpfs /usr/local/bin`,
  ...Object.entries(programs).flatMap(([name, file]) => program(name, file)),
  ...words`--ro-bind ${hostsFile(id)} /etc/hosts`,
  // As in Docker: the kernel’s settings can be read only.
  ...words`--proc /proc --ro-bind /proc/sys /proc/sys --dev /dev`,
];

/**
 * Linked where the container has the file anyway: scripts look for their modules beside themselves, and some programs for their
 * name.
 */
const program = (name: string, file: string): readonly string[] => {
  const target = `/usr/local/bin/${name}`;
  const own = file.startsWith('/usr/local/bin/') ? realpathSync(file) : file;
  const inContainer = own.startsWith('/usr/') && own !== target;
  return inContainer ? words`--symlink ${own} ${target}` : words`--ro-bind ${own} ${target}`;
};
