import { goDuration } from './units.ts';
import { Refusal } from './verb.ts';

/**
 * `--since` and `--until`: how long ago (`30m`), seconds since 1970, or a date and time.
 * @throws Refusal when it is none
 */
export const logTime = (flag: 'since' | 'until', value: string | undefined): Date | undefined => {
  if (value === undefined || value === '') return undefined;
  const ago = goDuration(value);
  if (ago !== undefined) return new Date(Date.now() - ago);
  const time = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value);
  if (!Number.isNaN(time) && Math.abs(time) < 8e15) return new Date(time);
  throw new Refusal(
    `invalid value for "${flag}": failed to parse value as time or duration: ${JSON.stringify(value)}`,
  );
};

/** A number of lines; `all` and anything that is no number: all of them, as the daemon takes it. */
export const tailLines = (value: string | undefined): { readonly tail?: number } =>
  value !== undefined && /^\d+$/.test(value) ? { tail: Number(value) } : {};
