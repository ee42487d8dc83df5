import { deadAnchors } from '../anchors.ts';
import type { Heading, Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

export const staleAnchor: Rule = {
  id: 'stale-anchor',
  severity: 'warning',
  summary: 'a link to a heading whose anchor is another one',
  check: (page) =>
    deadAnchors(page).flatMap(({ link, meant }) =>
      meant === undefined
        ? []
        : [
            {
              place: placeOfText(page, link.line, link.url),
              ...(isGitLabs(link.anchor, meant)
                ? {
                    message: `#${link.anchor} leads to the heading "${meant.text}" (line ${meant.line}) on GitLab, and nowhere on GitHub`,
                    hint: `on GitHub write #${meant.slug}`,
                    severity: 'info' as const,
                  }
                : {
                    message: `#${link.anchor} leads nowhere: the heading "${meant.text}" (line ${meant.line}) has the anchor #${meant.slug}`,
                    hint: `write #${meant.slug}`,
                  }),
            },
          ],
    ),
};

/** GitLab makes one hyphen of several in a row ("Retries + Fails"). Which of the two shows the file cannot be seen in it. */
const isGitLabs = (anchor: string, { slug }: Heading): boolean => anchor === slug.replaceAll(/-{2,}/g, '-');
