import type { Style } from '../style.ts';

/** Lines that differ, as a unified diff without context. Both have as many lines: fixes change lines, and add none. */
export const lineDiff = (
  path: string,
  before: readonly string[],
  after: readonly string[],
  style: Style,
): string => {
  const changed = before.flatMap((line, index) => {
    const now = after[index] ?? '';
    return now === line
      ? []
      : [style.faint(`@@ -${index + 1} +${index + 1} @@`), style.bad(`-${line}`), style.good(`+${now}`)];
  });
  return changed.length === 0
    ? ''
    : `${[style.strong(`--- ${path}`), style.strong(`+++ ${path}`), ...changed].join('\n')}\n`;
};
