import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ConductOptions } from '../../conduct/model.ts';
import { HarnessError, UsageError } from '../../core/errors.ts';
import { isFileError, whyUnwritable } from '../../core/file-error.ts';
import { redactor } from '../../core/redact.ts';
import { tryWriting } from './try-writing.ts';

/** Writes the services' logs into a folder beside the journal: `postgresql-down.logs/treated-postgres.log`. Secrets are replaced. */
export const logKeeper = (
  journal: string,
  secrets: Iterable<string>,
): NonNullable<ConductOptions['keepLog']> => {
  const folder = logsFolder(journal);
  const redact = redactor(secrets);
  return async (arm, service, text) => {
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${arm}-${service}.log`), redact(text));
    } catch (error) {
      if (!isFileError(error)) throw error;
      throw new HarnessError('logs-not-kept', notKept(folder, error), { cause: error });
    }
  };
};

/** @throws UsageError where the logs beside one of these journals could not be written */
export const tryLogs = async (journals: readonly string[]): Promise<void> => {
  for (const folder of journals.map(logsFolder))
    await tryWriting(join(folder, 'any.log'), 'a').catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(notKept(folder, error));
    });
};

const logsFolder = (journal: string): string => `${journal.replace(/\.jsonl$/, '')}.logs`;

const notKept = (folder: string, error: NodeJS.ErrnoException): string =>
  `the services' logs cannot be kept in ${folder}: ${whyUnwritable(error)}`;
