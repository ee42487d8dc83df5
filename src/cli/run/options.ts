import type { DrillOptions } from '../drill-options.ts';
import type { ReportTarget } from '../options.ts';
import type { Parallel } from './parallel.ts';

export interface RunOptions extends DrillOptions {
  readonly journalPath?: string;
  readonly report: readonly ReportTarget[];
  readonly format?: 'pretty' | 'plain' | 'json';
  readonly keep?: boolean;
  readonly quiet?: boolean;
  readonly parallel: Parallel;
}
