import { constants } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { readJournal } from '../conduct/journal.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { remedyFor, whyUnreadable } from '../core/file-error.ts';
import { filesBelow } from '../core/files-below.ts';
import { readText } from '../core/read-file.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { JudgedDrill } from '../report/model.ts';
import { judge } from '../verdict/judge.ts';

/** Journals that were read, and judged. */
interface ReadDrills {
  readonly drills: readonly JudgedDrill[];
  /** All that is wrong with any: one that cannot be read keeps nobody from the others. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Journals from their files, or those of folders. */
export const readDrills = async (paths: readonly string[]): Promise<ReadDrills> => {
  const found = await Promise.all(paths.map(journalsAt));
  const journals = new Set(found.flatMap((result) => (result.ok ? result.value : [])));
  const read = await Promise.all([...journals].map(readDrill));
  const diagnostics = [...found, ...read].flatMap((result): readonly Diagnostic[] => result.diagnostics);
  return { drills: read.flatMap((result) => (result.ok ? [result.value] : [])), diagnostics };
};

/** The journals in a folder, at any depth, sorted: by drill, then by time. Everything else is a file to be read. */
const journalsAt = async (path: string): Promise<Result<readonly string[]>> => {
  const isFolder = await stat(path).then(
    (kind) => kind.isDirectory(),
    () => false,
  );
  if (!isFolder) return success([path]);
  const { files, unreadable } = await filesBelow(path, {
    isWanted: (name) => name.endsWith('.jsonl'),
    isPassedOver: (name) => name === 'node_modules' || name === '.git',
  });
  const wrong = unreadable.map(({ path: place, error }) => unreadableJournal(place, error));
  if (wrong.length > 0) return failure(...wrong);
  if (files.length > 0) return success(files.toSorted());
  return failure({
    code: 'no-journals',
    severity: 'error',
    message: `the folder ${path} holds no journal (*.jsonl)`,
    hint: 'drillbook run says where it wrote the journal',
  });
};

const unreadableJournal = (path: string, error: NodeJS.ErrnoException): Diagnostic => ({
  code: 'unreadable-journal',
  severity: 'error',
  message: `cannot read the journal ${path}: ${whyUnreadable(error)}`,
  hint: remedyFor(error, 'drillbook run says where it wrote the journal'),
});

const readDrill = async (path: string): Promise<Result<JudgedDrill>> => {
  let text: string;
  try {
    text = await readText(path, constants.MAX_STRING_LENGTH);
  } catch (error) {
    return failure(unreadableJournal(path, error as NodeJS.ErrnoException));
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
