import type { Edit, Finding } from './model.ts';

/**
 * The raw lines with all edits of the findings made. Of two that overlap the first is made; the other is there again at
 * the next run.
 */
export const applyFixes = (raw: readonly string[], findings: readonly Finding[]): readonly string[] => {
  const byLine = new Map<number, Edit[]>();
  for (const edit of findings.flatMap(({ fix }) => fix ?? [])) {
    const edits = byLine.get(edit.line) ?? [];
    if (!edits.some((other) => edit.start < other.end && other.start < edit.end)) edits.push(edit);
    byLine.set(edit.line, edits);
  }
  return raw.map((text, index) => {
    const edits = (byLine.get(index + 1) ?? []).sort((a, b) => b.start - a.start);
    return edits.reduce(
      (line, { start, end, text: by }) => line.slice(0, start) + by + line.slice(end),
      text,
    );
  });
};
