import { join } from 'node:path';
import { isFileError, remedyFor, whyUnreadable } from '../core/file-error.ts';
import { isOpen, readWithin } from '../core/read-file.ts';
import { failure, success, type Result } from '../core/result.ts';
import { overLimit, tooLarge, type Limits } from '../runbook/text/limits.ts';
import { readStdin, STDIN } from './stdin.ts';

/** A runbook's bytes, or why there are none: not there, not to be read, no file, too large, empty. */
export const readBytes = async (path: string, limits: Limits): Promise<Result<Uint8Array>> => {
  try {
    const bytes = await (path === STDIN ? readStdin(limits.bytes) : readWithin(path, limits.bytes));
    return checked(bytes, path, limits);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return error.code === 'EFBIG' ? failure(tooLarge(limits, path)) : unreadable(path, error);
  }
};

/** What is open already cannot be read again from its beginning. */
export const comesOnce = (path: string): boolean => path === STDIN || isOpen(path);

const checked = (bytes: Uint8Array, path: string, limits: Limits): Result<Uint8Array> => {
  const over = overLimit(bytes.length, limits, path);
  if (over !== undefined) return failure(over);
  if (!bytes.every((byte) => byte <= 32)) return success(bytes);
  return failure({
    code: 'empty-runbook',
    severity: 'error',
    message: 'the file is empty',
    location: { file: path, line: 1, column: 1 },
    hint: 'write the procedure, or delete the file',
  });
};

/** Without a location: nobody should try to show a line of it. */
const unreadable = (path: string, error: NodeJS.ErrnoException): Result<never> =>
  failure({
    code: 'unreadable-runbook',
    severity: 'error',
    message: `cannot read ${path}: ${whyUnreadable(error)}`,
    hint:
      HINTS[error.code ?? '']?.(path) ??
      remedyFor(error, 'look at its name: a path is relative to the folder that you are in'),
  });

const HINTS: Readonly<Record<string, (path: string) => string>> = {
  EISDIR: (path) => `name Markdown files, such as ${join(path, '*.md')}`,
  EFTYPE: () => 'name Markdown files, or - for what comes in on stdin',
};
