/** A list of words, told apart by blanks and line ends. */
export const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** The same, to ask whether it has a word. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(words(list));

/** Source of an expression for any of them. */
export const oneOf = (list: string): string => words(list).join('|');

/** One expression for several, each of which says one thing; it has the flags of the first. */
export const anyOf = (...forms: readonly [RegExp, ...RegExp[]]): RegExp =>
  new RegExp(forms.map(({ source }) => source).join('|'), forms[0].flags);
