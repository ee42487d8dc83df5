import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileError } from './file-error.ts';

/** What lies below a folder. */
export interface FilesBelow {
  readonly files: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/** A folder that cannot be listed, or a link that leads nowhere. */
export interface Unreadable {
  readonly kind: 'folder' | 'link';
  readonly path: string;
  /** For `whyUnreadable`. */
  readonly error: NodeJS.ErrnoException;
}

export interface FilesWanted {
  /** By the name of the file. */
  readonly isWanted: (name: string) => boolean;
  /** Folders that are not entered, and links that are not followed, by their name. */
  readonly isPassedOver: (name: string) => boolean;
}

/**
 * The files below a folder, at any depth, each by one path. Links to folders are followed after everything else: a file that is
 * reached without one keeps its own path, and a loop of links comes to an end.
 */
export const filesBelow = async (
  folder: string,
  { isWanted, isPassedOver }: FilesWanted,
): Promise<FilesBelow> => {
  const files: string[] = [];
  const unreadable: Unreadable[] = [];
  const entered = new Set<string>();
  const links: string[] = [];
  const enter = async (path: string): Promise<void> => {
    const real = await realpath(path);
    if (entered.has(real)) return;
    entered.add(real);
    for (const entry of await readdir(path, { withFileTypes: true })) {
      const { name } = entry;
      const inner = join(path, name);
      if (entry.isFile() && isWanted(name)) files.push(inner);
      else if (isPassedOver(name)) continue;
      else if (entry.isSymbolicLink()) links.push(inner);
      else if (entry.isDirectory()) await tried('folder', inner, () => enter(inner));
    }
  };
  const follow = async (path: string): Promise<void> => {
    const kind = await stat(path);
    if (kind.isDirectory()) await tried('folder', path, () => enter(path));
    else if (kind.isFile() && isWanted(path)) files.push(path);
  };
  const tried = async (kind: Unreadable['kind'], path: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!isFileError(error)) throw error;
      unreadable.push({ kind, path, error });
    }
  };
  await tried('folder', folder, () => enter(folder));
  // Grows while it is gone through: behind a link there may be more.
  for (const link of links) await tried('link', link, () => follow(link));
  return { files, unreadable };
};
