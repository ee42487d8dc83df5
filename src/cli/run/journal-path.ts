import { statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import { whyUnwritable } from '../../core/file-error.ts';
import { tryWriting } from './try-writing.ts';

const FOLDER = '.drillbook/journals';

/**
 * Where each drill's journal goes: the path that was asked for (a folder, if it is one, ends with a slash, or there are several drills), else a file of its
 * own under `.drillbook/journals`, by the drill's name and the time. The folder is made.
 *
 * @throws UsageError when the folder cannot be written to, or there is such a file already: a journal is never written over
 */
export const journalPaths = async (
  drills: readonly string[],
  wanted: string | undefined,
): Promise<readonly string[]> => {
  if (wanted === '') throw new UsageError('--journal-path is empty: name a file, or a folder (journals/)');
  const names = unique(drills.map((name) => name.replaceAll('/', '-')));
  const isFolder =
    wanted !== undefined && (drills.length > 1 || wanted.endsWith('/') || isExistingFolder(wanted));
  const paths = names.map((name) => {
    if (wanted === undefined) return join(FOLDER, `${name}-${timestamp()}-${process.pid}.jsonl`);
    return isFolder ? join(wanted, `${name}.jsonl`) : wanted;
  });
  for (const path of paths) await ensureNew(path);
  return paths;
};

const isExistingFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const timestamp = (): string => new Date().toISOString().replaceAll(/[:.]/g, '-');

/** The second of the same name is numbered, and so on; not as another is called by itself. */
const unique = (names: readonly string[]): readonly string[] => {
  const taken = new Set(names);
  return names.map((name, index) => {
    if (names.indexOf(name) === index) return name;
    let number = 2;
    while (taken.has(`${name}-${number}`)) number += 1;
    taken.add(`${name}-${number}`);
    return `${name}-${number}`;
  });
};

const ensureNew = async (path: string): Promise<void> => {
  try {
    await tryWriting(path, 'ax');
  } catch (thrown) {
    const error = thrown as NodeJS.ErrnoException;
    const instead =
      error.code === 'EEXIST'
        ? 'name a new one, or a folder (journals/)'
        : '--journal-path names another place';
    throw new UsageError(`cannot write the journal ${path}: ${whyUnwritable(error)}; ${instead}`);
  }
};
