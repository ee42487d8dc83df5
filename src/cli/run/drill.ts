import { conductDrill } from '../../conduct/conduct.ts';
import { openJournal, readJournal, type Journal, type JournalOptions } from '../../conduct/journal.ts';
import { secretsOf } from '../../conduct/secrets.ts';
import { HarnessError, UsageError } from '../../core/errors.ts';
import { whyUnwritable } from '../../core/file-error.ts';
import type { Backend } from '../../environment/model.ts';
import type { PreparedDrill } from '../../plan/prepare.ts';
import type { LiveView } from '../../report/live.ts';
import type { JudgedDrill } from '../../report/model.ts';
import { judge } from '../../verdict/judge.ts';
import { catalogue } from '../catalogue.ts';
import { showDiagnostics } from '../diagnostics.ts';
import { version } from '../version.ts';
import { logKeeper } from './keep-logs.ts';

/** What a drill is run with. */
export interface DrillRun {
  readonly backend: Backend;
  readonly view: LiveView;
  /** Aborted, with the signal's name, when the run is interrupted. */
  readonly signal: AbortSignal;
  /** Keep the services' logs beside the journal. */
  readonly keep: boolean;
}

/**
 * Runs one drill, shows it, and writes its journal.
 * @param path of the journal
 * @throws UsageError when the journal cannot be opened, HarnessError when nothing could be written to it
 */
export const runDrill = async (
  { plan, system, drill }: PreparedDrill,
  path: string,
  { backend, view, signal, keep }: DrillRun,
): Promise<JudgedDrill> => {
  const secrets = secretsOf(system, drill, process.env);
  using journal = openNew(path, { secrets, onEvent: (event) => view.show(event) });
  const { emit, clock } = journal;
  await conductDrill(plan, {
    ...catalogue,
    backend,
    system,
    signal: AbortSignal.any([signal, journal.failed]),
    emit,
    clock,
    version: version(),
    ...(keep ? { keepLog: logKeeper(path, secrets) } : {}),
  });
  if (journal.failed.aborted) reportUnwritten(path, journal);
  const events = readJournal(journal.text(), path);
  if (!events.ok)
    throw new Error(`the journal ${path} cannot be read back: ${events.diagnostics[0]?.message}`);
  const judged: JudgedDrill = { events: events.value, judgement: judge(events.value), journal: path };
  view.finish(judged);
  return judged;
};

/** @throws UsageError when the file system refuses */
const openNew = (path: string, options: JournalOptions): Journal => {
  try {
    return openJournal(path, options);
  } catch (error) {
    throw new UsageError(
      `cannot write the journal ${path}: ${whyUnwritable(error as NodeJS.ErrnoException)}`,
    );
  }
};

/** What was written can still be judged, as far as it goes. @throws HarnessError when nothing was */
const reportUnwritten = (path: string, { failed, text }: Journal): void => {
  const message = `the journal ${path} cannot be written: ${whyUnwritable(failed.reason as NodeJS.ErrnoException)}`;
  const hint = '--journal-path names another place';
  if (!text().includes('\n')) throw new HarnessError('journal-not-written', message, { hint });
  showDiagnostics([{ code: 'journal-not-written', severity: 'error', message, hint }]);
};
