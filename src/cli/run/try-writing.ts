import { existsSync } from 'node:fs';
import { mkdir, open, realpath, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes the folder of a file that will be written later, and sees whether it can be: who waits for a drill should not learn it at its end.
 * @param flags `ax`: there must not be such a file
 * @throws the file system's error
 */
export const tryWriting = async (path: string, flags: 'a' | 'ax'): Promise<void> => {
  await mkdir(dirname(resolve(path)), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    // Where the folder is a file, the next call says it better.
    if (error.code !== 'EEXIST') throw error;
  });
  const isThere = existsSync(path);
  const file = await open(path, flags);
  await file.close();
  // What was made, not the link that leads there.
  if (!isThere) await rm(await realpath(path));
};
