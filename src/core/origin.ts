import type { Lines } from './location.ts';

/** Where a value of the plan comes from, so that nobody has to guess why a drill does what it does. */
export interface Origin {
  readonly from: 'drill' | 'compose' | 'runbook' | 'default' | 'command-line';
  /** In words: `healthcheck of postgres`, `published port of backend`, `Should return PONG`. */
  readonly what: string;
  readonly file?: string;
  readonly lines?: Lines;
}
