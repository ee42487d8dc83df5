import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UsageError } from '../../core/errors.ts';
import { reports } from '../../report/catalogue.ts';
import type { JudgedDrill } from '../../report/model.ts';
import type { ReportTarget } from '../options.ts';

/** @throws UsageError for a format that there is not */
export const writeReports = async (
  drills: readonly JudgedDrill[],
  targets: readonly ReportTarget[],
): Promise<void> => {
  for (const { format, file } of targets) {
    const report = reports[format];
    if (report === undefined) throw unknownFormat(format);
    if (file === undefined) {
      process.stdout.write(report(drills));
      continue;
    }
    await mkdir(dirname(resolve(file)), { recursive: true });
    await writeFile(file, report(drills));
  }
};

const unknownFormat = (format: string): UsageError =>
  new UsageError(`unknown report "${format}"; there is: ${Object.keys(reports).join(', ')}`);
