import { z } from 'zod';

const SHARE = 'a share such as 1% or 99.5%';

/** `1%`, `99.5%`: still text once read, so that the JSON Schema says the same as the check. */
export const shareField = z
  .string({ error: SHARE })
  .regex(/^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%$/, { error: SHARE });

/** The text has passed `shareField`: of 1. */
export const toShare = (text: string): number => Number(text.slice(0, -1)) / 100;
