import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { UsageError } from '../../core/errors.ts';
import { whyUnwritable } from '../../core/file-error.ts';
import { reports } from '../../report/catalogue.ts';
import type { JudgedDrill } from '../../report/model.ts';
import type { ReportTarget } from '../options.ts';

/** @throws UsageError for a format that there is not */
export const checkReports = (targets: readonly ReportTarget[]): void => {
  const unknown = targets.find(({ format }) => !Object.hasOwn(reports, format));
  if (unknown === undefined) return;
  throw new UsageError(`unknown report "${unknown.format}"; there is: ${Object.keys(reports).join(', ')}`);
};

/**
 * Writes each report to its file, or to stdout. The targets have passed `checkReports`.
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
      await mkdir(dirname(resolve(file)), { recursive: true });
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
