import type { Location } from './location.ts';

/** An `error` keeps the file from being used. */
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

/** Is there one that keeps the file from being used? */
export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');

/** Each once, in the order in which they stand in the files; files in the order in which they first come. */
export const byPlace = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  const files = diagnostics.map(({ location }) => location?.file);
  return [...new Map(diagnostics.map((each) => [JSON.stringify(each), each])).values()].sort(
    ({ location: a }, { location: b }) =>
      files.indexOf(a?.file) - files.indexOf(b?.file) ||
      (a?.line ?? 0) - (b?.line ?? 0) ||
      (a?.column ?? 0) - (b?.column ?? 0),
  );
};
