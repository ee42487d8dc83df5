import type { Severity } from '../../core/diagnostic.ts';

/** What a rule can be set to, and the severity of what it then finds: `warn` as other linters write it, `warning` as it is shown. */
export const LEVELS = {
  off: undefined,
  info: 'info',
  warn: 'warning',
  warning: 'warning',
  error: 'error',
} as const satisfies Readonly<Record<string, Severity | undefined>>;

/** How a rule is set: by the command line, or by a configuration file. */
export type Level = keyof typeof LEVELS;
