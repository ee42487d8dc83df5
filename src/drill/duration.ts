import { z } from 'zod';
import { DURATION_PATTERN, parseDuration } from '../core/duration.ts';

const DURATION = 'a duration such as 250ms, 5s, 1m30s or 2h';

/** `5s`, `1m30s`, `250ms`: still text once read, so that the JSON Schema says the same as the check. */
export const duration = z
  .string({ error: DURATION })
  .regex(DURATION_PATTERN, { error: DURATION })
  .describe('A duration: 250ms, 5s, 1m30s, 2h');

/** The text has passed `duration`. */
export const toMs = (text: string): number => parseDuration(text) ?? 0;
