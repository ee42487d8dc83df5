import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { isFileError, whyUnreadable } from '../../core/file-error.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { overLimit, type Limits } from '../../runbook/limits.ts';
import { isAboutMarks } from '../../runbook/marks.ts';
import type { Runbook } from '../../runbook/model.ts';
import { parseRunbook } from '../../runbook/parse.ts';

export interface ReadFile {
  readonly source: Uint8Array;
  readonly runbook: Runbook;
}

/** A runbook from its file, or why it is none. */
export const readRunbook = async (path: string, limits: Limits): Promise<Result<ReadFile>> => {
  const bytes = await readBytes(path, limits);
  if (!bytes.ok) return bytes;
  const runbook = parseRunbook(bytes.value, path, limits);
  const refused = runbook.diagnostics.filter((each) => each.severity === 'error' && !isAboutMarks(each));
  return refused.length > 0 ? failure(...refused) : success({ source: bytes.value, runbook });
};

const readBytes = async (path: string, limits: Limits): Promise<Result<Uint8Array>> => {
  try {
    // Without O_NONBLOCK, a named pipe would be waited for.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = await file.stat();
    if (!stats.isFile())
      return refused(path, 'unreadable-runbook', 'this is no regular file', 'name Markdown files or folders');
    const tooLarge = overLimit(stats.size, limits, path);
    if (tooLarge !== undefined) return failure(tooLarge);
    const bytes = new Uint8Array(await file.readFile());
    return bytes.every((byte) => byte <= 32)
      ? refused(path, 'empty-runbook', 'the file is empty', 'write the procedure, or delete the file')
      : success(bytes);
  } catch (error) {
    if (!isFileError(error)) throw error;
    const why = error.code === 'ELOOP' ? 'its links lead in a circle' : whyUnreadable(error);
    return failure({
      code: 'unreadable-runbook',
      severity: 'error',
      message: `cannot read ${path}: ${why}`,
      hint: 'the other files were read all the same',
    });
  }
};

const refused = (file: string, code: string, message: string, hint: string): Result<never> =>
  failure({ code, severity: 'error', message, location: { file, line: 1, column: 1 }, hint });
