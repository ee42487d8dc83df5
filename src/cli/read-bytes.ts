import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileError, remedyFor, whyUnreadable } from '../core/file-error.ts';
import { failure, success, type Result } from '../core/result.ts';
import { overLimit, type Limits } from '../runbook/text/limits.ts';
import { readStdin, STDIN } from './stdin.ts';

/** A runbook's bytes, or why there are none: not there, not to be read, no file, too large, empty. */
export const readBytes = async (path: string, limits: Limits): Promise<Result<Uint8Array>> => {
  if (path === STDIN) return checked(await readStdin(limits.bytes), path, limits);
  try {
    // Without O_NONBLOCK, a named pipe would be waited for.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = await file.stat();
    if (stats.isDirectory())
      return unreadable(path, 'it is a folder', `name Markdown files, such as ${join(path, '*.md')}`);
    if (!stats.isFile())
      return unreadable(
        path,
        'it is no regular file',
        'name Markdown files, or - for what comes in on stdin',
      );
    const tooLarge = overLimit(stats.size, limits, path);
    if (tooLarge !== undefined) return failure(tooLarge);
    return checked(new Uint8Array(await file.readFile()), path, limits);
  } catch (error) {
    if (!isFileError(error)) throw error;
    const hint = remedyFor(error, 'look at its name: a path is relative to the folder that you are in');
    return unreadable(path, whyUnreadable(error), hint);
  }
};

const checked = (bytes: Uint8Array, path: string, limits: Limits): Result<Uint8Array> => {
  const tooLarge = overLimit(bytes.length, limits, path);
  if (tooLarge !== undefined) return failure(tooLarge);
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
const unreadable = (path: string, why: string, hint: string): Result<never> =>
  failure({ code: 'unreadable-runbook', severity: 'error', message: `cannot read ${path}: ${why}`, hint });
