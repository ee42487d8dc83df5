import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { isFileError, whyUnreadable } from '../../core/file-error.ts';
import { failure, success, type Result } from '../../core/result.ts';

/** The bytes of a runbook, or why they are no runbook. */
export const readRunbook = async (path: string, maxBytes: number): Promise<Result<Uint8Array>> => {
  const refuse = (code: string, message: string, hint: string): Result<never> =>
    failure({
      code,
      severity: 'error',
      message,
      location: { file: path, line: 1, column: 1 },
      hint,
    } satisfies Diagnostic);
  try {
    // Without O_NONBLOCK, a named pipe would be waited for.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const { size, ...kind } = await describe(file);
    if (!kind.isFile)
      return refuse('unreadable-runbook', 'this is no regular file', 'name Markdown files or folders');
    if (size > maxBytes) {
      return refuse(
        'runbook-too-large',
        `the file has ${size} bytes, and the limit is ${maxBytes}`,
        'split it, or raise the limit: lint: { max-bytes: … } in drillbook.config.yaml',
      );
    }
    const bytes = new Uint8Array(await file.readFile());
    if (bytes.every((byte) => byte <= 32)) {
      return refuse('empty-runbook', 'the file is empty', 'write the procedure, or delete the file');
    }
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    if (!isUtf16 && bytes.subarray(0, 8000).includes(0)) {
      return refuse('not-markdown', 'the file is binary, not Markdown', 'name Markdown files only');
    }
    return success(bytes);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return failure({
      code: 'unreadable-runbook',
      severity: 'error',
      message: `cannot read ${path}: ${error.code === 'ELOOP' ? 'its links lead in a circle' : whyUnreadable(error)}`,
      hint: 'the other files were read all the same',
    });
  }
};

const describe = async (file: {
  stat(): Promise<{ size: number; isFile(): boolean }>;
}): Promise<{ size: number; isFile: boolean }> => {
  const stats = await file.stat();
  return { size: stats.size, isFile: stats.isFile() };
};
