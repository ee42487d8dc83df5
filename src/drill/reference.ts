import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RunbookReference } from './model.ts';

/**
 * `FILE` or `FILE#NAME`. Both may have a `#` of their own: the longest part that is a file is the file, else what is before the last `#`.
 * @param folder that the path is relative to
 */
export const splitReference = (text: string, folder: string): RunbookReference => {
  const ends = [text.length, ...[...text.matchAll(/#/g)].map(({ index }) => index).toReversed()];
  const end =
    ends.find((at) => at > 0 && existsSync(resolve(folder, text.slice(0, at)))) ?? ends[1] ?? ends[0];
  const file = resolve(folder, text.slice(0, end));
  return end === text.length ? { file } : { file, procedure: text.slice((end ?? 0) + 1) };
};
