/**
 * Does an output show what is expected? As whole words: "INACTIVE" does not show `ACTIVE`, "10" no `0`. How many blanks there are does not count, nor of JSON its
 * order and what else it has.
 */
export const shows = (output: string, expected: string): boolean =>
  hasWords(withSingleBlanks(output), withSingleBlanks(expected)) || showsJson(output, expected);

const withSingleBlanks = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

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

const showsJson = (output: string, expected: string): boolean => {
  const wanted = jsonOf(expected);
  if (wanted === undefined) return false;
  const shown = jsonOf(output.slice(Math.max(0, output.search(/[[{]/))));
  return (
    withoutBlanks(output).includes(withoutBlanks(expected)) || (shown !== undefined && holds(shown, wanted))
  );
};

const jsonOf = (text: string): object | undefined => {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
};

/** Has it all that is wanted, wherever else it has more? */
const holds = (shown: unknown, wanted: unknown): boolean => {
  if (typeof wanted !== 'object' || wanted === null) return shown === wanted;
  if (typeof shown !== 'object' || shown === null || Array.isArray(shown) !== Array.isArray(wanted))
    return false;
  if (Array.isArray(wanted))
    return wanted.every((each) => (shown as readonly unknown[]).some((one) => holds(one, each)));
  return Object.entries(wanted).every(([key, each]) => holds((shown as Record<string, unknown>)[key], each));
};

const withoutBlanks = (text: string): string => text.replaceAll(/\s+/g, '');
