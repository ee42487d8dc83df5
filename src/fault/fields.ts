import { z } from 'zod';
import { parseBytes } from '../compose/quantities.ts';

const SIZE = 'a size such as 512kb, 64mb or 1gb';

/** `64mb`, in powers of two as Docker has it. */
export const size = z.string({ error: SIZE }).regex(/^[1-9]\d*(?:[kmg]b?|b)?$/, { error: SIZE });

export const name = z.string().min(1);

/** For what only seems to be so old; as long as a service may have run, in ms. */
export const LONGEST_AGE = 3650 * 86_400_000;

/** The text has passed `size`. */
export const toBytes = (text: string): number => parseBytes(text) ?? 0;
