import { failure, success, type Result } from '../../core/result.ts';
import type { Limits } from '../../runbook/text/limits.ts';
import { isAboutMarks } from '../../runbook/marks/marks.ts';
import type { Runbook } from '../../runbook/model.ts';
import { parseRunbook } from '../../runbook/parse.ts';
import { readBytes } from '../read-bytes.ts';

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
