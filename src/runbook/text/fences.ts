/** A line that may open or close a fence, also behind the marks of quotes and of list items: its marks, and what follows them. */
export const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/;

/**
 * The marks of the fence that is open after a line; empty where none is.
 * @param open those of the one that is open before it
 */
export const fenceAfter = (open: string, line: string): string => {
  const [, marks = '', info = ''] = FENCE.exec(line) ?? [];
  if (open !== '') return marks.startsWith(open) && info.trim() === '' ? '' : open;
  return marks.startsWith('`') && info.includes('`') ? '' : marks;
};
