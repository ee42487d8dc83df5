import { readFileSync, statSync } from 'node:fs';
import { rawText } from '../runbook/text/decode.ts';
import { LIMITS } from '../runbook/text/limits.ts';
import { STDIN, stdinSoFar } from './stdin.ts';

/**
 * The text of a file that a diagnostic speaks of, as an editor shows it.
 * @returns `undefined` where nothing of it is to be seen: no file, no text, or a huge one
 */
export const sourceOf = (file: string): string | undefined => {
  if (file === STDIN) return shown(stdinSoFar());
  try {
    const stats = statSync(file);
    if (!stats.isFile() || stats.size > LIMITS.bytes) return undefined;
    return shown(readFileSync(file));
  } catch {
    return undefined;
  }
};

const shown = (bytes: Uint8Array): string | undefined => {
  const { raw } = rawText(bytes);
  return bytes.length > LIMITS.bytes || raw.includes('\u0000') ? undefined : raw;
};
