import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../../../compose/model.ts';
import { isInside } from '../../../core/is-inside.ts';
import { quote } from '../../../core/quote.ts';
import { dataDirectory } from '../images/postgres.ts';
import type { BoundFolder } from './bubblewrap.ts';
import { runScript } from './run.ts';

/** Where on the drill's host a container's PostgreSQL data folder is; `undefined` when it is in none of these mounts. */
export const dataFolder = (service: Service, mounts: readonly BoundFolder[]): string | undefined => {
  const inside = dataDirectory(service);
  const mount = mounts.findLast(({ target }) => isInside(inside, target));
  return mount === undefined ? undefined : join(mount.source, inside.slice(mount.target.length));
};

/** The script that copies a template into a data folder. */
export const fill = (template: string, folder: string): string => {
  const to = quote(folder);
  return `mkdir -p ${to} && cp -a ${quote(template)}/. ${to} && chmod 0700 ${to}`;
};

/** Fills the data folder when it is empty: someone deleted the volume, or what was in it. */
export const fillIfEmpty = async (template: string, folder: string): Promise<void> => {
  if (!existsSync(join(folder, 'PG_VERSION'))) await runScript(fill(template, folder));
};
