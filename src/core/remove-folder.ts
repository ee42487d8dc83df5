import { rm } from 'node:fs/promises';

/** Between two tries of what Node tries again, each time so much longer, in ms. */
const [TRIES, PAUSE] = [10, 50];

/** Removes a folder with all that is in it, where it is there: also one in which a process that is just ending still writes. */
export const removeFolder = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: TRIES, retryDelay: PAUSE });
