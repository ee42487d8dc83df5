import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HarnessError } from '../../core/errors.ts';
import { isFileError, whyUnwritable } from '../../core/file-error.ts';
import { removeFolder } from '../../core/remove-folder.ts';
import { isOwnerAlive, ownerMark } from '../owner.ts';

const PREFIX = 'drillbook-';

/** In the folder, since its name must be short: sockets lie in it. */
const OWNER = 'owner';

/**
 * A temporary folder of this run's.
 * @throws HarnessError where none can be made
 */
export const makeScratch = async (): Promise<string> => {
  try {
    const folder = await mkdtemp(join(tmpdir(), PREFIX));
    await writeFile(join(folder, OWNER), ownerMark());
    return folder;
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new HarnessError(
      'no-temporary-folder',
      `cannot write to the temporary folder ${tmpdir()}: ${whyUnwritable(error)}`,
      { cause: error, hint: 'set TMPDIR to a folder that you may write to' },
    );
  }
};

/**
 * Removes those of dead runs whose reaper was killed, too.
 * @returns the folders that were removed
 */
export const removeDeadScratch = async (): Promise<readonly string[]> => {
  const names = await readdir(tmpdir()).catch(() => []);
  const folders = names.filter((name) => name.startsWith(PREFIX)).map((name) => join(tmpdir(), name));
  const marks = await Promise.all(
    // Of another user's, and of what is none, nothing is known: it stays.
    folders.map((folder) => readFile(join(folder, OWNER), 'utf8').catch(() => undefined)),
  );
  const dead = folders.filter((_, index) => marks[index] !== undefined && !isOwnerAlive(marks[index]));
  await Promise.all(dead.map(removeFolder));
  return dead;
};
