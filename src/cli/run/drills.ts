import { conductDrill } from '../../conduct/conduct.ts';
import { openJournal, readJournal, type Journal, type JournalOptions } from '../../conduct/journal.ts';
import { secretsOf } from '../../conduct/secrets.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { HarnessError, UsageError } from '../../core/errors.ts';
import { whyUnwritable } from '../../core/file-error.ts';
import type { Backend } from '../../environment/model.ts';
import type { PreparedDrill } from '../../plan/prepare.ts';
import type { JudgedDrill } from '../../report/model.ts';
import { judge } from '../../verdict/judge.ts';
import { catalogue } from '../catalogue.ts';
import type { RunOptions } from './options.ts';
import { version } from '../version.ts';
import { logKeeper } from './keep-logs.ts';
import { showDiagnostics } from '../diagnostics.ts';
import { journalPaths } from './journal-path.ts';
import { catchSignals } from './signals.ts';
import { writeReports } from './write-reports.ts';
import { viewFor } from './view.ts';

export interface RunResult {
  readonly drills: readonly JudgedDrill[];
  /** Which reports could not be written. */
  readonly problems: readonly Diagnostic[];
  /** 128 + the signal's number, when one ended the run. */
  readonly signal?: number;
}

/** Runs drills one after the other, shows them, and writes their journals and reports. */
export const runDrills = async (
  prepared: readonly PreparedDrill[],
  backend: Backend,
  options: RunOptions,
): Promise<RunResult> => {
  const paths = await journalPaths(
    prepared.map(({ plan }) => plan.drill.name),
    options.journalPath,
  );
  using signals = catchSignals();
  const drills: JudgedDrill[] = [];
  for (const [index, drill] of prepared.entries()) {
    if (signals.signal.aborted) break;
    drills.push(await runDrill(drill, paths[index] as string, backend, options, signals.signal));
  }
  const problems = await writeReports(drills, options.report);
  const { exitCode } = signals;
  return { drills, problems, ...(exitCode === undefined ? {} : { signal: exitCode }) };
};

const runDrill = async (
  { plan, system, drill }: PreparedDrill,
  path: string,
  backend: Backend,
  options: RunOptions,
  signal: AbortSignal,
): Promise<JudgedDrill> => {
  const view = viewFor(options);
  const secrets = secretsOf(system, drill.secrets, process.env);
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
    ...(options.keep ? { keepLog: logKeeper(path, secrets) } : {}),
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
