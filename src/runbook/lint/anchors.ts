import { nearest } from '../../core/suggest.ts';
import { idsIn } from './headings.ts';
import type { Heading, Page, PageLink } from './model.ts';
import { remembered } from '../../core/remembered.ts';

/** A link within the file to an anchor that is not there. */
export interface DeadAnchor {
  readonly link: PageLink;
  /** The heading that it once meant, as far as its words tell. */
  readonly meant?: Heading;
}

export const deadAnchors = (page: Page): readonly DeadAnchor[] => {
  let asked = 0;
  const like = remembered(
    (anchor) => (++asked > ASKED ? undefined : headingLike(anchor, page.headings)),
    Infinity,
  );
  const own = new Set([...page.headings.map(({ slug }) => slug), ...idsIn(page.lines)]);
  return page.links
    .filter(
      ({ path, anchor }) =>
        path === '' &&
        anchor !== '' &&
        anchor !== 'top' &&
        // Tabs of a documentation site: #tab/azure-cli
        !anchor.includes('/') &&
        !own.has(anchor) &&
        !own.has(anchor.toLowerCase()),
    )
    .map((link) => {
      const meant = like(link.anchor);
      return { link, ...(meant === undefined ? {} : { meant }) };
    });
};

/** For how many anchors the heading that is nearest to them is looked for: each is compared with all. */
const ASKED = 200;

/** Emoji, numbers and hyphens apart the same words, one within the other, or nearly the same. */
const headingLike = (anchor: string, headings: readonly Heading[]): Heading | undefined => {
  const wanted = plain(anchor);
  if (wanted === '') return undefined;
  return (
    headings.find(({ slug }) => plain(slug) === wanted) ??
    nearestHeading(anchor, headings) ??
    headings.find(({ slug }) => plain(slug).includes(wanted) && wanted.length >= 8)
  );
};

const nearestHeading = (anchor: string, headings: readonly Heading[]): Heading | undefined => {
  const slugs = headings.map(({ slug }) => slug);
  const near = nearest(anchor, slugs);
  return headings.find(({ slug }) => slug === near);
};

const plain = (slug: string): string =>
  slug
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^\d+/, '');

/** A link to an anchor of another Markdown file that is there, and has no such anchor. */
export const deadElsewhere = (page: Page): readonly PageLink[] =>
  page.links.filter(({ path, anchor }) => {
    if (!/\.(?:md|markdown)$/i.test(path) || anchor === '' || anchor === 'top' || anchor.includes('/'))
      return false;
    const there = page.context.anchorsIn?.(path);
    return there !== undefined && !there.has(anchor) && !there.has(anchor.toLowerCase());
  });
