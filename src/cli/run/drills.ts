import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Backend } from '../../environment/model.ts';
import type { PreparedDrill } from '../../plan/prepare.ts';
import type { JudgedDrill } from '../../report/model.ts';
import { catchSignals } from '../signals.ts';
import { runDrill } from './drill.ts';
import { journalPaths } from './journal-path.ts';
import { tryLogs } from './keep-logs.ts';
import type { RunOptions } from './options.ts';
import { drillsAtOnce, roomHere } from './parallel.ts';
import { viewFor } from './view.ts';
import { checkJournalsKept, tryReports, writeReports } from './write-reports.ts';

export interface RunResult {
  /** In the order in which they were given; those that an interruption left out are missing. */
  readonly drills: readonly JudgedDrill[];
  /** Which reports could not be written. */
  readonly problems: readonly Diagnostic[];
  /** 128 + the signal's number, when one ended the run. */
  readonly signal?: number;
  /** What kept drills from being run and judged. */
  readonly failures: readonly unknown[];
}

/** Runs drills, as many at once as `--parallel` says, shows them, and writes their journals and reports. */
export const runDrills = async (
  prepared: readonly PreparedDrill[],
  backend: Backend,
  options: RunOptions,
): Promise<RunResult> => {
  const paths = await journalPaths(
    prepared.map(({ plan }) => plan.drill.name),
    options.journalPath,
  );
  checkJournalsKept(options.report, paths);
  await tryReports(options.report);
  if (options.keep) await tryLogs(paths);
  using signals = catchSignals();
  const { signal } = signals;
  const atOnce = drillsAtOnce(options.parallel, prepared.length, roomHere());
  const view = viewFor(options, { drills: prepared.length, atOnce });
  const judged: JudgedDrill[] = [];
  const failures = await inParallel(atOnce, prepared, signal, async (drill, index) => {
    const path = paths[index] as string;
    judged[index] = await runDrill(drill, path, {
      backend,
      signal,
      view: view.open(),
      keep: options.keep ?? false,
    });
  });
  const drills = judged.filter((drill) => drill !== undefined);
  view.close(drills);
  const problems = await writeReports(drills, options.report);
  const { exitCode } = signals;
  return { drills, problems, failures, ...(exitCode === undefined ? {} : { signal: exitCode }) };
};

/**
 * After the signal nothing more is begun, nor after something has failed; what was begun goes on to its end.
 * @returns the failures, when all have ended
 */
const inParallel = async <T>(
  atOnce: number,
  all: readonly T[],
  signal: AbortSignal,
  run: (one: T, index: number) => Promise<void>,
): Promise<readonly unknown[]> => {
  const failures: unknown[] = [];
  const waiting = all.entries();
  const work = async (): Promise<void> => {
    for (const [index, one] of waiting) {
      if (signal.aborted || failures.length > 0) return;
      await run(one, index).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return failures;
};
