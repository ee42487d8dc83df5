import type { Link } from 'mdast';
import type { Page } from './model.ts';
import { nodesOf } from './tree.ts';

export interface PageLink {
  readonly line: number;
  /** As it stands: `./other.md#part`. */
  readonly url: string;
  readonly path: string;
  readonly anchor: string;
}

/** Links and link definitions that point into files; not to the web, nor to where a site generator has its root (`/x`, `~/x`). */
export const linksOf = (page: Page): readonly PageLink[] =>
  nodesOf(
    page.root,
    (node) => node.type === 'link' || node.type === 'definition' || node.type === 'image',
  ).flatMap((node) => {
    const { url } = node as Link;
    if (/^[a-z][\w+.-]*:|^\/\/|^mailto|^~?\/|[<{%]|^$/i.test(url)) return [];
    const [path = '', anchor = ''] = url.split('#', 2);
    return [
      {
        line: node.position?.start.line ?? 1,
        url,
        path: decoded(path.split('?')[0] ?? ''),
        anchor: decoded(anchor),
      },
    ];
  });

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
