/** The numbers of the lines from the first to the last. */
export const eachLine = ([first, last]: readonly [first: number, last: number]): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** The last line before one that is not blank; empty where there is none. */
export const lineBefore = (lines: readonly string[], at: number): string => {
  let before = at - 1;
  while (lines[before]?.trim() === '') before -= 1;
  return lines[before] ?? '';
};

/** What stands on the lines from the first to the last, without the blanks around it. */
export const textOn = (lines: readonly string[], first: number, last: number): string =>
  lines
    .slice(first, last + 1)
    .join('\n')
    .trim();

/** How far a line is set in, in characters. */
export const indentOf = (line: string): number => line.length - line.trimStart().length;
