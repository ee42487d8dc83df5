import type { Diagnostic } from './diagnostic.ts';

/** A value read from a user's file, or the reasons why there is none. A value may come with warnings. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export const success = <T>(value: T, diagnostics: readonly Diagnostic[] = []): Result<T> => ({
  ok: true,
  value,
  diagnostics,
});

export const failure = (...diagnostics: readonly Diagnostic[]): Result<never> => ({ ok: false, diagnostics });

/** All values, or else what is wrong with any. */
export const allOf = <T>(results: readonly Result<T>[]): Result<readonly T[]> => {
  const diagnostics = results.flatMap((result): readonly Diagnostic[] => result.diagnostics);
  const values = results.flatMap((result) => (result.ok ? [result.value] : []));
  return values.length === results.length ? success(values, diagnostics) : failure(...diagnostics);
};
