import type { FigureUnit } from '../core/figure.ts';
import type { Figure } from '../probe/level.ts';

/** What is known of a kind of objective. */
interface Traits {
  /** What its limit counts. */
  readonly unit: FigureUnit;
  /** What is limited, for those who write drills. */
  readonly what: string;
  /** As people say it, where its key is not that. */
  readonly called?: string;
  /** The limit is the least, not the most. */
  readonly atLeast?: true;
  /** The figure that must come back within its limit. Absent: a total, over all of the drill. */
  readonly figure?: Figure;
  /** Whose it is: that of the load, of requests (the load's, or else the HTTP probes'), or of one probe. */
  readonly of?: 'load' | 'requests' | 'probe';
}

const latency = (share: string): string =>
  `${share} of the requests of a second, or of the HTTP probes’, are no slower`;

/** All that can be promised, by the key under `objectives:`; a `value` is what a probe sees, of which there is a list (`values:`). */
export const OBJECTIVES = {
  detect: { unit: 'ms', what: 'From the fault to the first failed sample' },
  respond: { unit: 'ms', what: 'From the fault to the first command of the runbook' },
  recover: {
    unit: 'ms',
    what: 'From the fault to the first good sample of the lasting recovery',
    called: 'time to recover',
  },
  outage: {
    unit: 'ms',
    what: 'From the first failed sample to the first good one that lasts',
    called: 'downtime',
  },
  'lost-writes': { unit: 'count', what: 'Acknowledged writes that may be missing afterwards' },
  availability: {
    unit: 'share',
    what: 'At least this share of the requests, or of the samples, holds throughout the drill',
    atLeast: true,
  },
  'error-rate': {
    unit: 'share',
    what: 'At most this share of the requests of a second, or of the HTTP probes’, fails',
    called: 'error rate',
    figure: 'error-rate',
    of: 'requests',
  },
  'latency-p50': { unit: 'ms', what: latency('Half'), figure: 'p50', of: 'requests' },
  'latency-p95': { unit: 'ms', what: latency('95 %'), figure: 'p95', of: 'requests' },
  'latency-p99': { unit: 'ms', what: latency('99 %'), figure: 'p99', of: 'requests' },
  'load-thresholds': {
    unit: 'count',
    what: 'How many of the k6 script’s own thresholds may be crossed',
    of: 'load',
  },
  value: {
    unit: 'number',
    what: 'What probes see, as numbers: { probe: queue, at-most: 10 }',
    figure: 'value',
    of: 'probe',
  },
} as const satisfies Readonly<Record<string, Traits>>;

type Kinds = typeof OBJECTIVES;

export const traitsOf = (kind: keyof Kinds): Traits => OBJECTIVES[kind];

/** Those that are a total, over all of the drill. */
export type TotalKind = {
  [Kind in keyof Kinds]: Kinds[Kind] extends { figure: Figure } ? never : Kind;
}[keyof Kinds];
