/** GitHub's anchor for a heading: lower case, punctuation and symbols removed, each space a hyphen. */
export const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

/** Slugs of headings in their order: the second of a name gets `-1`, or the next number that no other heading has as its own. */
export const createSlugger = (): ((heading: string) => string) => {
  const taken = new Map<string, number>();
  return (heading) => {
    const own = slugOf(heading);
    let slug = own;
    let count = taken.get(own) ?? 0;
    while (taken.has(slug)) {
      count += 1;
      slug = `${own}-${count}`;
    }
    taken.set(slug, 0).set(own, count);
    return slug;
  };
};
