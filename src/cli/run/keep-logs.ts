import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConductOptions } from '../../conduct/model.ts';
import { redactor } from '../../core/redact.ts';

/** Writes the services' logs into a folder beside the journal: `postgresql-down.logs/treated-postgres.log`. Secrets are replaced. */
export const logKeeper = (
  journal: string,
  secrets: Iterable<string>,
): NonNullable<ConductOptions['keepLog']> => {
  const folder = `${journal.replace(/\.jsonl$/, '')}.logs`;
  const redact = redactor(secrets);
  return async (arm, service, text) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${arm}-${service}.log`), redact(text));
  };
};
