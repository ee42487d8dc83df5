import type { Link, Root } from 'mdast';
import type { PageLink } from './model.ts';
import { nodesOf } from './tree.ts';

/** Links and link definitions that point into files; not to the web, nor to where a site generator has its root (`/x`, `~/x`). */
export const linksIn = (root: Root): readonly PageLink[] =>
  nodesOf(
    root,
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
