import { existsSync } from 'node:fs';
import { access, constants, mkdir, rename } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { HarnessError } from '../../core/errors.ts';
import { homeFolder } from '../../core/home.ts';
import { removeFolder } from '../../core/remove-folder.ts';
import { isFileError, whyUnwritable } from '../../core/file-error.ts';
import { ownerMark } from '../owner.ts';

/** What is worth keeping between drills: initialised data folders, compiled code. */
export const cacheFolder = (): string => {
  // A relative path is to be ignored, says the XDG Base Directory Specification.
  const wanted = process.env['XDG_CACHE_HOME'] ?? '';
  return join(isAbsolute(wanted) ? wanted : join(homeFolder(), '.cache'), 'drillbook');
};

/** @throws HarnessError when it cannot be made or written to */
export const ensureCacheFolder = async (): Promise<string> => {
  const folder = cacheFolder();
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
    return folder;
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new HarnessError('no-cache', `cannot write to the cache ${folder}: ${whyUnwritable(error)}`, {
      hint: 'set XDG_CACHE_HOME to a folder that you may write to',
    });
  }
};

/** Programs that Drillbook’s own scripts have built: k6, Toxiproxy. */
export const builtPrograms = (): string => join(cacheFolder(), 'bin');

/** Between a cached folder's name and the mark of the run that is making it. */
export const MAKING = '.making-';

let made = 0;

/**
 * The folder of this name in the cache, made when it is not there yet. Several drills may make it at once: it appears whole, or
 * not at all.
 * @param make gets an empty folder of mode 0700, and fills its subfolder `made`
 */
export const cached = async (name: string, make: (scratch: string) => Promise<void>): Promise<string> => {
  const folder = join(cacheFolder(), name);
  if (existsSync(folder)) return folder;
  const scratch = `${folder}${MAKING}${ownerMark()}-${++made}`;
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  await mkdir(scratch, { mode: 0o700 });
  try {
    await make(scratch);
    // Another drill may have been quicker: its folder is as good.
    await rename(join(scratch, 'made'), folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } finally {
    await removeFolder(scratch);
  }
};
