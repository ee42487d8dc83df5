import { deadAnchors } from '../anchors.ts';
import type { Rule } from '../model.ts';
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
              message: `#${link.anchor} leads nowhere: the heading "${meant.text}" (line ${meant.line}) has the anchor #${meant.slug}`,
              place: placeOfText(page, link.line, link.url),
              hint: `write #${meant.slug}`,
            },
          ],
    ),
};
