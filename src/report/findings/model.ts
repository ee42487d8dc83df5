import type { Diagnostic } from '../../core/diagnostic.ts';

/** What `drillbook lint` read and found. */
export interface LintReport {
  readonly runbooks: readonly ReadRunbook[];
  /** Findings, and what kept files from being read. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many of them `--fix` repairs. */
  readonly repairable: number;
}

export interface ReadRunbook {
  /** Absolute. */
  readonly path: string;
  readonly procedures: number;
  readonly commands: number;
}

export interface FindingsOptions {
  /** Paths are shown relative to it. */
  readonly cwd: string;
  /** Of the program, for formats that name it. */
  readonly version: string;
  /** Rules as they are published: id and summary. */
  readonly rules: readonly { readonly id: string; readonly summary: string }[];
}

/** One format for programs. */
export type FindingsReport = (report: LintReport, options: FindingsOptions) => string;
