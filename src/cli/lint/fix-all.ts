import { relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { hasErrors, type Diagnostic } from '../../core/diagnostic.ts';
import { EXIT } from '../../core/exit-code.ts';
import { summary } from '../../core/squiggle.ts';
import { lineDiff } from '../../report/findings/diff.ts';
import { styleFor } from '../../report/style.ts';
import type { Finding } from '../../runbook/lint/model.ts';
import { showDiagnostics } from '../diagnostics.ts';
import { catchSignals } from '../signals.ts';
import { writeFixed, type Fixed } from './fix.ts';

/** A file as `--fix` sees it. */
export interface Repairable {
  readonly path: string;
  readonly findings: readonly Finding[];
  /** With everything that can be repaired. */
  readonly repair?: () => Fixed;
}

/**
 * Repairs what needs no decision, file by file, and shows what it changes. A signal ends it between two files.
 * @returns the exit code: as without `--fix`, for what is then left in the files; 128 + the signal's number where one ended it
 */
export const fixAll = async (
  files: readonly Repairable[],
  unread: readonly Diagnostic[],
  dryRun: boolean,
): Promise<number> => {
  const style = styleFor(process.stdout);
  const unwritten: Diagnostic[] = [];
  const left: Finding[] = [];
  let changed = 0;
  let reached = 0;
  using signals = catchSignals();
  for (const { path, findings, repair } of files) {
    // Only where the program waits is it told of a signal.
    await setImmediate();
    if (signals.signal.aborted) break;
    reached += 1;
    const result = repair?.();
    const diff = result === undefined ? '' : lineDiff(relative(process.cwd(), path), result, style);
    process.stdout.write(diff);
    const failed = result === undefined || diff === '' || dryRun ? undefined : writeFixed(path, result);
    if (failed !== undefined) unwritten.push(failed);
    else if (diff !== '') changed += 1;
    const stays = dryRun || failed !== undefined;
    left.push(...findings.filter(({ fix = [] }) => stays || fix.length === 0));
  }
  showDiagnostics([...unread, ...unwritten]);
  const done = `${count(changed)} ${dryRun ? 'would be changed; nothing was' : 'changed'}`;
  if (signals.exitCode !== undefined) {
    process.stdout.write(`${done}; interrupted, and ${count(files.length - reached)} not reached\n`);
    return signals.exitCode;
  }
  process.stdout.write(`${done}${dryRun ? '' : forPerson(left)}\n`);
  if (unread.length + unwritten.length > 0) return EXIT.invalid;
  return hasErrors(left) ? EXIT.fail : EXIT.pass;
};

const count = (files: number): string => `${files} file${files === 1 ? '' : 's'}`;

const forPerson = (left: readonly Finding[]): string => {
  const worth = left.filter(({ severity }) => severity !== 'info');
  return worth.length === 0 ? '' : `; left for you: ${summary(worth)} (without --fix they are shown)`;
};
