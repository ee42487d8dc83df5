import type { Lines, Location } from './location.ts';

/** Where a value of the plan comes from, so that nobody has to guess why a drill does what it does. */
export interface Origin {
  readonly from: 'drill' | 'compose' | 'runbook' | 'default';
  /** In words: `healthcheck of postgres`, `published port of backend`, `Should return PONG`. */
  readonly what: string;
  readonly file?: string;
  readonly lines?: Lines;
}

/** Of a value that stands at this place of the drill or the Compose file. */
export const originAt = (
  from: 'drill' | 'compose',
  what: string,
  { file, line, endLine = line }: Location,
): Origin => ({ from, what, file, lines: [line, endLine] });
