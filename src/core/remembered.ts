/** How many results are kept. */
const KEPT = 500;

/** The function with its results kept for a while: for what is asked again and again of the same texts. */
export const remembered = <Result>(work: (text: string) => Result): ((text: string) => Result) => {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Result;
    if (known.size === KEPT) known.clear();
    const result = work(text);
    known.set(text, result);
    return result;
  };
};
