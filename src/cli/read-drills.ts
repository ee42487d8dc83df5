import { readFile } from 'node:fs/promises';
import { readJournal } from '../conduct/journal.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { remedyFor, whyUnreadable } from '../core/file-error.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { JudgedDrill } from '../report/model.ts';
import { judge } from '../verdict/judge.ts';

/** Journals from their files, judged; or all that is wrong with the files. */
export const readDrills = async (paths: readonly string[]): Promise<Result<readonly JudgedDrill[]>> => {
  const read = await Promise.all(paths.map(readDrill));
  const diagnostics = read.flatMap((result): readonly Diagnostic[] => result.diagnostics);
  const drills = read.flatMap((result) => (result.ok ? [result.value] : []));
  return drills.length === read.length ? success(drills, diagnostics) : failure(...diagnostics);
};

const readDrill = async (path: string): Promise<Result<JudgedDrill>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    // A name that no file can have is refused as well.
    const error = thrown as NodeJS.ErrnoException;
    return failure({
      code: 'unreadable-journal',
      severity: 'error',
      message: `cannot read the journal ${path}: ${whyUnreadable(error)}`,
      hint: remedyFor(error, 'drillbook run says where it wrote the journal'),
    });
  }
  const events = readJournal(text, path);
  if (!events.ok) return events;
  try {
    const judgement = judge(events.value);
    return success({ events: events.value, judgement, journal: path }, events.diagnostics);
  } catch (error) {
    return failure({
      code: 'damaged-journal',
      severity: 'error',
      message: `the journal ${path} holds events that cannot be judged: ${(error as Error).message}`,
      hint: 'a journal is only ever appended to by `drillbook run`: was the file edited?',
    });
  }
};
