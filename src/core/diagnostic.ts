import type { Location } from './location.ts';

export type Severity = 'error' | 'warning' | 'info';

/**
 * The user's file is wrong (or suspicious). Diagnostics are data: they are collected and shown all at once, never
 * thrown one at a time.
 */
export interface Diagnostic {
  /** Stable, kebab-case: `unknown-service`, `duplicate-port`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence that names the thing, without a location. */
  readonly message: string;
  readonly location?: Location;
  /** What to do about it. */
  readonly hint?: string;
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');
