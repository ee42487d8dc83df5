/** A list of words, told apart by blanks and line ends. */
export const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** The same, to ask whether it has a word. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(words(list));
