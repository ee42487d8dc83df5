import { homedir } from 'node:os';
import { join } from 'node:path';

/** What is worth keeping between drills: initialised data folders, compiled code. */
export const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'drillbook');
