import { conductDrill } from '../../conduct/conduct.ts';
import { openJournal, readJournal, type Journal, type JournalOptions } from '../../conduct/journal.ts';
import { secretsOf } from '../../conduct/secrets.ts';
import { UsageError } from '../../core/errors.ts';
import type { Backend } from '../../environment/model.ts';
import type { PreparedDrill } from '../../plan/prepare.ts';
import type { JudgedDrill } from '../../report/model.ts';
import { judge } from '../../verdict/judge.ts';
import { catalogue } from '../catalogue.ts';
import type { RunOptions } from './options.ts';
import { version } from '../version.ts';
import { logKeeper } from './keep-logs.ts';
import { journalPath } from './journal-path.ts';
import { catchSignals } from './signals.ts';
import { writeReports } from './write-reports.ts';
import { viewFor } from './view.ts';

export interface RunResult {
  readonly drills: readonly JudgedDrill[];
  /** 128 + the signal's number, when one ended the run. */
  readonly signal?: number;
}

/** Runs drills one after the other, shows them, and writes their journals and reports. */
export const runDrills = async (
  prepared: readonly PreparedDrill[],
  backend: Backend,
  options: RunOptions,
): Promise<RunResult> => {
  using signals = catchSignals();
  const drills: JudgedDrill[] = [];
  for (const drill of prepared) {
    if (signals.signal.aborted) break;
    drills.push(await runDrill(drill, prepared.length > 1, backend, options, signals.signal));
  }
  await writeReports(drills, options.report);
  const { exitCode } = signals;
  return { drills, ...(exitCode === undefined ? {} : { signal: exitCode }) };
};

const runDrill = async (
  { plan, system, drill }: PreparedDrill,
  several: boolean,
  backend: Backend,
  options: RunOptions,
  signal: AbortSignal,
): Promise<JudgedDrill> => {
  const path = await journalPath(plan.drill.name, options.journalPath, several);
  const view = viewFor(options);
  const secrets = secretsOf(system, drill.secrets, process.env);
  using journal = openNew(path, { secrets, onEvent: (event) => view.show(event) });
  const { emit, clock } = journal;
  await conductDrill(plan, {
    ...catalogue,
    backend,
    system,
    signal,
    emit,
    clock,
    version: version(),
    ...(options.keep ? { keepLog: logKeeper(path, secrets) } : {}),
  });
  const events = readJournal(journal.text(), path);
  if (!events.ok)
    throw new Error(`the journal ${path} cannot be read back: ${events.diagnostics[0]?.message}`);
  const judged: JudgedDrill = { events: events.value, judgement: judge(events.value), journal: path };
  view.finish(judged);
  return judged;
};

/** @throws UsageError when there is such a file already: a journal is never written over */
const openNew = (path: string, options: JournalOptions): Journal => {
  try {
    return openJournal(path, options);
  } catch (error) {
    throw new UsageError(`cannot write the journal ${path}: ${(error as Error).message}`);
  }
};
