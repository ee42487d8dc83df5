import { readFileSync, statSync } from 'node:fs';
import { rawText } from '../runbook/text/decode.ts';
import { LIMITS } from '../runbook/text/limits.ts';

/**
 * The text of a file that a diagnostic speaks of, as an editor shows it.
 * @returns `undefined` where nothing of it is to be seen: no file, no text, or a huge one
 */
export const sourceOf = (file: string): string | undefined => {
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > LIMITS.bytes) return undefined;
    const { raw } = rawText(readFileSync(file));
    return raw.includes('\u0000') ? undefined : raw;
  } catch {
    return undefined;
  }
};
