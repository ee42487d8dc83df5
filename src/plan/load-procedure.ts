import type { Diagnostic } from '../core/diagnostic.ts';
import { hasErrors } from '../core/diagnostic.ts';
import { isFileError, remedyFor, whyUnreadable } from '../core/file-error.ts';
import type { Location } from '../core/location.ts';
import { readWithin } from '../core/read-file.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { RunbookReference } from '../drill/model.ts';
import { findProcedure } from '../runbook/find-procedure.ts';
import { headingsIn } from '../runbook/lint/headings.ts';
import { parseMarkdown } from '../runbook/markdown/markdown.ts';
import { isAboutMarks } from '../runbook/marks/marks.ts';
import type { Procedure, Runbook } from '../runbook/model.ts';
import { parseRunbook } from '../runbook/parse.ts';
import { decode } from '../runbook/text/decode.ts';
import { LIMITS } from '../runbook/text/limits.ts';

/**
 * Reads a runbook, and finds one of its procedures.
 * @param location where the drill names it; absent where `--runbook` does
 */
export const loadProcedure = async (
  { file, procedure: name }: RunbookReference,
  location: Location | undefined,
): Promise<Result<{ readonly runbook: Runbook; readonly procedure: Procedure }>> => {
  const told = (diagnostic: Diagnostic): Diagnostic =>
    location === undefined
      ? { ...diagnostic, message: `--runbook: ${diagnostic.message}` }
      : { location, ...diagnostic };
  let bytes: Uint8Array;
  try {
    bytes = await readWithin(file, LIMITS.bytes);
  } catch (error) {
    if (!isFileError(error)) throw error;
    const relative =
      location === undefined
        ? 'its path is relative to the folder that you are in'
        : 'paths in a drill are relative to the drill file';
    return failure(
      told({
        code: 'unreadable-runbook',
        severity: 'error',
        message: `cannot read the runbook ${file}: ${whyUnreadable(error)}`,
        hint: remedyFor(error, relative),
      }),
    );
  }
  const runbook = parseRunbook(bytes, file);
  const procedure = findProcedure(runbook, name, location, () =>
    hasErrors(runbook.diagnostics) ? [] : headingsOf(bytes),
  );
  const marks = runbook.diagnostics.filter(isAboutMarks);
  return procedure.ok
    ? success({ runbook, procedure: procedure.value }, [...procedure.diagnostics, ...marks])
    : failure(...procedure.diagnostics.map(told), ...marks);
};

const headingsOf = (bytes: Uint8Array): ReturnType<typeof headingsIn> => {
  const { text } = decode(bytes);
  return headingsIn(parseMarkdown(text), text.split('\n'));
};
