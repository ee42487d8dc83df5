import { lstatSync, mkdirSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quote } from '../../../core/quote.ts';
import { paths } from '../paths.ts';

/** The folders that hold the machine's programs. On most systems all but `/usr` are links into it. */
const PROGRAM_FOLDERS = ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32'];

export const rootFolder = (id: string): string => join(paths.containers, id, 'root');

/** What the container's `/etc/hosts` is bound to. */
export const hostsFile = (id: string): string => join(paths.containers, id, 'hosts');

/** What bubblewrap starts, as the container sees it: becomes the container's program. Where no mount can cover it. */
export const START = '/.start';

export interface RootOptions {
  readonly id: string;
  readonly hostname: string;
  readonly user: { readonly name: string; readonly uid: number };
  readonly argv: readonly string[];
}

/** The container's own root: what is written there lives as long as the container, over restarts. */
export const makeRoot = ({ id, hostname, user, argv }: RootOptions): void => {
  const root = rootFolder(id);
  const folders = [
    'etc',
    'tmp',
    'var/tmp',
    'var/lib',
    'var/log',
    'run/postgresql',
    'root',
    'home',
    'usr',
    'proc',
    'dev',
    'sys',
  ];
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  // Relative: while bubblewrap mounts below it, the root is not this one yet.
  symlinkSync('../run', join(root, 'var/run'));
  for (const name of PROGRAM_FOLDERS) {
    const target = linkTarget(`/${name}`);
    if (target !== undefined) symlinkSync(target, join(root, name));
  }
  const files = {
    hostname: `${hostname}\n`,
    passwd: `root:x:0:0:root:/root:/bin/sh\n${user.uid === 0 ? '' : `${user.name}:x:${user.uid}:${user.uid}::/home:/bin/sh\n`}nobody:x:65534:65534::/nonexistent:/bin/sh\n`,
    group: `root:x:0:\n${user.uid === 0 ? '' : `${user.name}:x:${user.uid}:\n`}nogroup:x:65534:\n`,
    'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files\n',
    'resolv.conf': '',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, 'etc', name), text);
  writeFileSync(join(root, START), `#!/bin/sh\nexec ${argv.map(quote).join(' ')}\n`, { mode: 0o755 });
  writeFileSync(hostsFile(id), '');
};

/** Program folders that are no links, and so are bound. */
export const realProgramFolders = (): readonly string[] =>
  PROGRAM_FOLDERS.map((name) => `/${name}`).filter((folder) => isFolder(folder));

const linkTarget = (file: string): string | undefined => {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
};

const isFolder = (file: string): boolean =>
  lstatSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
