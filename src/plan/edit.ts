/** Replaces `text[start, end)`; several edits of one text never overlap. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Applies edits from the last to the first, so that the offsets of the others stay right. */
export const applyEdits = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (edited, { start, end, replacement }) => edited.slice(0, start) + replacement + edited.slice(end),
      text,
    );
