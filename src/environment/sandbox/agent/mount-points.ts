import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { paths } from '../paths.ts';
import { type BoundFolder, SHARED_SETTINGS } from './bubblewrap.ts';
import { type FileSystem, readOnlyOverlay } from './mounts.ts';
import { realProgramFolders, rootFolder } from './root.ts';

/** The machine's folder, and what to bind over it. */
type Cover = readonly [folder: string, source: string];

/** The machine's folders, with a place in them to mount on. */
export interface MountPoints {
  readonly binds: readonly Cover[];
  readonly systems: readonly FileSystem[];
  readonly removal: string;
}

/**
 * Containers have folders where this machine has none: `/usr/src/app`, `/opt/app`. In the container's own root they are simply
 * made. The machine's folders are read-only: over the nearest one that is there, a layer with an empty place is laid.
 *
 * @param userland what covers the machine's program folders already
 */
export const mountPoints = (
  id: string,
  mounts: readonly Pick<BoundFolder, 'source' | 'target'>[],
  workingDir: string,
  userland: readonly Cover[],
): MountPoints => {
  if (!isMachines(workingDir)) mkdirSync(join(rootFolder(id), workingDir), { recursive: true });
  const layers = new Map<string, string>();
  for (const { source, target } of [...mounts, { source: '', target: workingDir }]) {
    if (!isMachines(target) || existsSync(target)) continue;
    const folder = nearest(target);
    const layer = join(paths.containers, id, 'points', folder);
    layers.set(folder, layer);
    makePoint(join(layer, target.slice(folder.length)), isFile(source));
  }
  const covers = [...layers].map(([folder, layer], index) => {
    const below = userland.find(([covered]) => covered === folder)?.[1] ?? folder;
    const source = join(paths.containers, id, `points-${index}`);
    return { bind: [folder, source] as const, source, system: readOnlyOverlay([layer, below], source) };
  });
  return {
    binds: covers.map(({ bind }) => bind),
    systems: covers.map(({ system }) => system),
    removal: covers.map(({ source }) => `umount ${source}`).join('\n'),
  };
};

/** What a container sees of the machine, read-only; `/usr/local/bin` is its own. */
const isMachines = (target: string): boolean =>
  !target.startsWith('/usr/local/bin/') &&
  ['/usr', '/opt', '/nix', ...realProgramFolders(), ...SHARED_SETTINGS].some(
    (folder) => target.startsWith(`${folder}/`) && existsSync(folder),
  );

const nearest = (target: string): string => (existsSync(target) ? target : nearest(dirname(target)));

const makePoint = (point: string, file: boolean): void => {
  mkdirSync(file ? dirname(point) : point, { recursive: true });
  if (file) writeFileSync(point, '');
};

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
