/** The candidate that was most likely meant, or `undefined` when none is near. */
export const nearest = (text: string, candidates: readonly string[]): string | undefined => {
  const limit = Math.max(1, Math.floor(text.length / 3));
  return (
    candidates
      // So much is inserted or deleted at least.
      .filter(({ length }) => Math.abs(length - text.length) <= limit)
      .map((candidate) => ({ candidate, distance: distance(text.toLowerCase(), candidate.toLowerCase()) }))
      .filter((each) => each.distance <= limit)
      .sort((a, b) => a.distance - b.distance)[0]?.candidate
  );
};

/** `did you mean "detect"?`, or else all there are. */
export const didYouMean = (text: string, candidates: readonly string[]): string => {
  const meant = nearest(text, candidates);
  return meant === undefined ? `there is: ${candidates.join(', ')}` : `did you mean "${meant}"?`;
};

/** Insertions, deletions and replacements from one to the other (Levenshtein). */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};
