import { readableLine } from '../../core/readable.ts';
import type { Style } from '../style.ts';

export interface Changed {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The charset that it is not in any more: it is saved as UTF-8. */
  readonly from?: string;
}

/** Lines that differ, as a unified diff without context. Both have as many lines: fixes change lines, and add none. */
export const lineDiff = (path: string, { before, after, from }: Changed, style: Style): string => {
  const changed = before.flatMap((line, index) => {
    const now = after[index] ?? '';
    return now === line
      ? []
      : [
          style.faint(`@@ -${index + 1} +${index + 1} @@`),
          style.bad(`-${readableLine(line)}`),
          style.good(`+${readableLine(now)}`),
        ];
  });
  const [was, is] = from === undefined ? ['', ''] : [` (${from})`, ' (utf-8)'];
  return changed.length === 0 && from === undefined
    ? ''
    : `${[style.strong(`--- ${path}${was}`), style.strong(`+++ ${path}${is}`), ...changed].join('\n')}\n`;
};
