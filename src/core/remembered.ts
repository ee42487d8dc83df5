/** How many results are kept for as long as the process runs. */
const KEPT = 4000;

/**
 * The function with its results kept: for what is asked again and again of the same texts.
 * @param kept how many, before all are forgotten; `Infinity` where the function itself is soon forgotten
 */
export const remembered = <Result>(
  work: (text: string) => Result,
  kept = KEPT,
): ((text: string) => Result) => {
  const known = new Map<string, Result>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Result;
    if (known.size === kept) known.clear();
    const result = work(text);
    known.set(text, result);
    return result;
  };
};
