/** The last line before one that is not blank; empty where there is none. */
export const lineBefore = (lines: readonly string[], at: number): string => {
  let before = at - 1;
  while (lines[before]?.trim() === '') before -= 1;
  return lines[before] ?? '';
};
