import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Service, System } from '../../../compose/model.ts';
import { paths } from '../paths.ts';
import { isInside } from '../../../core/is-inside.ts';
import type { BoundFolder } from './bubblewrap.ts';
import { type FileSystem, overlay } from './mounts.ts';

/**
 * Folders of the machine that the operator and the services may write to: what they write goes to a layer in the sandbox. The
 * operator and a service that binds the folder see the same, as on a real host.
 */
const writableFolders = (system: System): readonly string[] => {
  const project = dirname(system.file);
  const bound = system.services
    .flatMap(({ mounts }) => mounts)
    .flatMap((mount) => (mount.type === 'bind' && isFolder(mount.source) ? [mount.source] : []));
  const folders = [...new Set([project, ...bound])].sort((a, b) => a.length - b.length);
  return folders.filter(
    (folder, index) => !folders.slice(0, index).some((outer) => outer !== '/' && isInside(folder, outer)),
  );
};

export const hostOverlays = (system: System): readonly FileSystem[] =>
  writableFolders(system).map((folder) => overlay([folder], folder));

/** Bind mounts of the Compose file. As Docker, a source that does not exist becomes an empty folder. */
export const boundFolders = (service: Service): readonly BoundFolder[] =>
  service.mounts.flatMap((mount) => {
    if (mount.type !== 'bind') return [];
    if (existsSync(mount.source) || made(mount.source)) return [mount];
    const empty = join(paths.volumes, 'missing', mount.source);
    mkdirSync(empty, { recursive: true });
    return [{ ...mount, source: empty }];
  });

/** Beside the Compose file it can be made, in the sandbox's layer; elsewhere on the machine it cannot. */
const made = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
