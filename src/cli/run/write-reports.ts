import { statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { UsageError } from '../../core/errors.ts';
import { whyUnwritable } from '../../core/file-error.ts';
import { reports } from '../../report/catalogue.ts';
import type { JudgedDrill } from '../../report/model.ts';
import type { ReportTarget } from '../options.ts';
import { tryWriting } from './try-writing.ts';

/** @throws UsageError for a format that there is not, a file without a name, or two reports in one file */
export const checkReports = (targets: readonly ReportTarget[]): void => {
  const unknown = targets.find(({ format }) => !Object.hasOwn(reports, format));
  if (unknown !== undefined)
    throw new UsageError(`unknown report "${unknown.format}"; there is: ${Object.keys(reports).join(', ')}`);
  const nameless = targets.find(({ file }) => file === '');
  if (nameless !== undefined)
    throw new UsageError(`--report ${nameless.format}= names no file; without the = it goes to stdout`);
  const files = targets.flatMap(({ file }) => (file === undefined || isDevice(file) ? [] : [resolve(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) throw new UsageError(`two reports cannot be written to one file: ${twice}`);
};

/** @throws UsageError for a report that would be written over a journal, which is the only record of a run */
export const checkJournalsKept = (targets: readonly ReportTarget[], journals: readonly string[]): void => {
  const kept = new Set(journals.map((journal) => resolve(journal)));
  const over = targets.find(({ file }) => file !== undefined && kept.has(resolve(file)));
  if (over === undefined) return;
  throw new UsageError(`the ${over.format} report would be written over the journal ${over.file}`);
};

/** @throws UsageError for a report whose file cannot be written */
export const tryReports = async (targets: readonly ReportTarget[]): Promise<void> => {
  for (const { format, file } of targets) {
    if (file === undefined || isDevice(file)) continue;
    await tryWriting(file, 'a').catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`the ${format} report cannot be written to ${file}: ${whyUnwritable(error)}`);
    });
  }
};

/** Such as a terminal, or a pipe: there one report comes after the other. */
const isDevice = (file: string): boolean => {
  const there = statSync(file, { throwIfNoEntry: false });
  return there !== undefined && !there.isFile() && !there.isDirectory();
};

/**
 * Writes each report to its file, or to stdout. The targets have passed `checkReports` and `tryReports`.
 * @returns which could not be written
 */
export const writeReports = async (
  drills: readonly JudgedDrill[],
  targets: readonly ReportTarget[],
): Promise<readonly Diagnostic[]> => {
  const problems: Diagnostic[] = [];
  for (const { format, file } of targets) {
    const text = reports[format]?.(drills) ?? '';
    if (file === undefined) {
      process.stdout.write(text);
      continue;
    }
    try {
      await writeFile(file, text);
    } catch (error) {
      problems.push({
        code: 'report-not-written',
        severity: 'error',
        message: `the ${format} report cannot be written to ${file}: ${whyUnwritable(error as NodeJS.ErrnoException)}`,
        hint: 'drillbook report makes it of the journal',
      });
    }
  }
  return problems;
};
