import { z } from 'zod';
import { DURATION_PATTERN, parseDuration } from '../core/duration.ts';
import { parseBytes } from '../compose/quantities.ts';

const DURATION = 'a duration such as 250ms, 5s or 11m';
const SIZE = 'a size such as 512kb, 64mb or 1gb';

/** `5s`: still text once read, so that the JSON Schema says the same as the check. */
export const duration = z.string({ error: DURATION }).regex(DURATION_PATTERN, { error: DURATION });

/** `64mb`, in powers of two as Docker has it. */
export const size = z.string({ error: SIZE }).regex(/^[1-9]\d*(?:[kmg]b?|b)?$/, { error: SIZE });

export const name = z.string().min(1);

/** The text has passed `duration`. */
export const toMs = (text: string): number => parseDuration(text) ?? 0;

/** The text has passed `size`. */
export const toBytes = (text: string): number => parseBytes(text) ?? 0;
