import { homedir } from 'node:os';
import { resolve } from 'node:path';

/** The user's folder; `/` for a user id that the machine's list of users does not have, as in some containers. */
export const homeFolder = (): string => {
  try {
    return resolve(homedir());
  } catch {
    return '/';
  }
};
