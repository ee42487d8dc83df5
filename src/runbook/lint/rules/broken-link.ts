import { posix } from 'node:path';
import type { Page, Problem, Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

export const brokenLink: Rule = {
  id: 'broken-link',
  severity: 'warning',
  summary: 'a link, or a "see", to a file that is not there',
  check: (page) =>
    [...links(page), ...mentions(page)].map((problem) =>
      // A few files out of a repository: the others may be where they belong.
      page.context.wholeRepository ? problem : { ...problem, severity: 'info' },
    ),
};

/** Without an ending it may be a page that a site generator makes. */
const links = (page: Page): readonly Problem[] =>
  page.links
    .filter(({ path }) => /\.\w{1,5}$/.test(path) && !path.endsWith('.html') && !page.context.exists(path))
    .map(({ url, path, line }) => ({
      message: `there is no file ${path}`,
      place: placeOfText(page, line, url),
      hint: hintFor(path),
    }));

/** `# See: docs/runbooks/backup-restore.md` */
const mentions = (page: Page): readonly Problem[] =>
  page.lines.flatMap((line, index) => {
    const path = /\bsee:?\s+`?((?:[\w.-]+\/)+[\w.-]+\.(?:md|sh|txt|ya?ml))`?/i.exec(line)?.[1];
    return path === undefined || page.context.exists(path) || line.includes('](')
      ? []
      : [
          {
            message: `there is no file ${path}`,
            place: placeOfText(page, index + 1, path),
            hint: hintFor(path),
          },
        ];
  });

const hintFor = (path: string): string => `correct the path, or add ${posix.basename(path)}`;
