import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFolder } from '../../core/remove-folder.ts';
import { MAKING, ensureCacheFolder } from './cache.ts';
import { isOwnerAlive } from '../owner.ts';

/**
 * Removes what dead runs left behind: half-made folders in the cache. Namespaces, mounts and processes end by themselves with
 * the run that owned them; what a living run is making is not touched.
 * @returns the folders that were removed
 */
export const removeLeftovers = async (): Promise<readonly string[]> => {
  const cache = await ensureCacheFolder();
  const entries = await readdir(cache, { withFileTypes: true });
  const kinds = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(cache, name));
  const folders = await Promise.all(
    kinds.map(async (kind) => (await readdir(kind)).map((name) => join(kind, name))),
  );
  const dead = folders.flat().filter((folder) => {
    const [, mark] = folder.split(MAKING);
    return mark !== undefined && !isOwnerAlive(mark);
  });
  await Promise.all(dead.map((folder) => removeFolder(folder)));
  return dead;
};
