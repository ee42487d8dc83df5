/**
 * Does an output show what is expected? As whole words: "INACTIVE" does not show `ACTIVE`, "10" no `0`. Of JSON the blanks do not count.
 */
export const shows = (output: string, expected: string): boolean =>
  hasWords(output, expected) || (isJson(expected) && withoutBlanks(output).includes(withoutBlanks(expected)));

const hasWords = (output: string, expected: string): boolean => {
  for (let at = output.indexOf(expected); at >= 0; at = output.indexOf(expected, at + 1))
    if (
      !(isWord(output, at - 1) && isWord(output, at)) &&
      !(isWord(output, at + expected.length - 1) && isWord(output, at + expected.length))
    )
      return true;
  return false;
};

const isWord = (text: string, at: number): boolean => /[\p{L}\p{N}_]/u.test(text[at] ?? '');

const isJson = (text: string): boolean => {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const withoutBlanks = (text: string): string => text.replaceAll(/\s+/g, '');
