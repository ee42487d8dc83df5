import { deadAnchors, deadElsewhere } from '../anchors.ts';
import type { Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

export const brokenAnchor: Rule = {
  id: 'broken-anchor',
  severity: 'warning',
  summary: 'a link to a heading that is not there',
  check: (page) => [
    ...deadAnchors(page).flatMap(({ link, meant }) =>
      meant !== undefined
        ? []
        : [
            {
              message: `#${link.anchor} leads nowhere: no heading of this file has this anchor`,
              place: placeOfText(page, link.line, link.url),
              hint: 'point it to a heading that is there, or write the section',
            },
          ],
    ),
    ...deadElsewhere(page).map((link) => ({
      message: `#${link.anchor} leads nowhere: no heading of ${link.path} has this anchor`,
      place: placeOfText(page, link.line, link.url),
      hint: 'point it to a heading that is there, or write the section',
    })),
  ],
};
