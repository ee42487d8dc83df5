import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BoundFolder } from './bubblewrap.ts';
import { quote, runScript } from './run.ts';

/**
 * Fills PostgreSQL's data folder from the template, when it is empty: the first start, or someone deleted it.
 * @param dataDirectory as the container sees it
 */
export const fillDataDirectory = async (
  template: string,
  dataDirectory: string,
  mounts: readonly BoundFolder[],
): Promise<void> => {
  const mount = mounts.findLast(
    ({ target }) => dataDirectory === target || dataDirectory.startsWith(`${target}/`),
  );
  if (mount === undefined) throw new TypeError(`no volume holds ${dataDirectory}`);
  const folder = join(mount.source, dataDirectory.slice(mount.target.length));
  if (existsSync(join(folder, 'PG_VERSION'))) return;
  const to = quote(folder);
  await runScript(`mkdir -p ${to} && cp -a ${quote(template)}/. ${to} && chmod 0700 ${to}`);
};
