import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the public runbooks lie that the tests read but the repository does not hold. */
export const shared = resolve(import.meta.dirname, '../..', process.env['DRILLBOOK_SHARED'] ?? '../shared');

/** Why tests on them cannot run; `undefined` where they can. */
export const sharedMissing = (folder: string): string | undefined =>
  existsSync(join(shared, folder)) ? undefined : `no ${folder} in ${shared} (DRILLBOOK_SHARED)`;
