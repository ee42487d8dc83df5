import { z } from 'zod';
import { DURATION_PATTERN, formatDuration, parseDuration } from './duration.ts';

const DURATION = 'a duration such as 250ms, 5s, 1m30s or 2h';

/** Longer is no drill, in ms. */
const DAY = 86_400_000;

/** In ms. */
interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

/** `5s`, `1m30s`, `250ms`: still text once read, so that the JSON Schema says the same as the check. */
export const durationField = ({ least = 1, most = DAY }: Bounds = {}): z.ZodString => {
  const isWithin = (text: string): boolean => toMs(text) >= least && toMs(text) <= most;
  const from = least === 0 ? 'up' : `from ${written(least)}`;
  return z
    .string({ error: DURATION })
    .regex(DURATION_PATTERN, { error: DURATION, abort: true })
    .refine(isWithin, { error: `a duration ${from} to ${written(most)}` })
    .describe('A duration: 250ms, 5s, 1m30s, 2h');
};

/** As a drill file has it: `10s`. */
const written = (ms: number): string => formatDuration(ms).replace('.0', '').replace(' ', '');

/** The text has passed `durationField`. */
export const toMs = (text: string): number => parseDuration(text) ?? 0;
