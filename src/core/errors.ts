/**
 * Drillbook could not do its job (no bubblewrap, a service never became ready): the run is inconclusive, and the reader
 * is told what to do. What a user's file has wrong is a `Diagnostic` instead; every other error is a bug.
 */
export class HarnessError extends Error {
  override readonly name = 'HarnessError';
  /** Stable, kebab-case. */
  readonly code: string;
  /** The next step to take. */
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
}

/** The command line was used wrongly: exit 64. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
