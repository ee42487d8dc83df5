import { homedir, userInfo } from 'node:os';
import { isAbsolute } from 'node:path';

/**
 * The user's folder: HOME, or what the account has where that is empty or no whole path; `/` for a user id that the machine's list of
 * users does not have, as in some containers.
 */
export const homeFolder = (): string =>
  [homedir, () => userInfo().homedir].map(asked).find(isAbsolute) ?? '/';

const asked = (look: () => string): string => {
  try {
    return look();
  } catch {
    return '';
  }
};
