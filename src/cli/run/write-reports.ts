import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import { reports } from '../../report/catalogue.ts';
import type { JudgedDrill } from '../../report/model.ts';
import type { ReportTarget } from '../options.ts';

/** @throws UsageError for a format that there is not */
export const checkReports = (targets: readonly ReportTarget[]): void => {
  const unknown = targets.find(({ format }) => reports[format] === undefined);
  if (unknown === undefined) return;
  throw new UsageError(`unknown report "${unknown.format}"; there is: ${Object.keys(reports).join(', ')}`);
};

/** Writes each report to its file, or to stdout. The targets have passed `checkReports`. */
export const writeReports = async (
  drills: readonly JudgedDrill[],
  targets: readonly ReportTarget[],
): Promise<void> => {
  for (const { format, file } of targets) {
    const text = reports[format]?.(drills) ?? '';
    if (file === undefined) {
      process.stdout.write(text);
      continue;
    }
    await mkdir(dirname(resolve(file)), { recursive: true });
    await writeFile(file, text);
  }
};
