import { deadAnchors, deadElsewhere } from '../anchors.ts';
import type { Page, Problem, Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

export const brokenAnchor: Rule = {
  id: 'broken-anchor',
  severity: 'warning',
  summary: 'a link to a heading that is not there',
  check: (page) => [
    ...inFile(page),
    ...deadElsewhere(page).map((link) => ({
      message: `#${link.anchor} leads nowhere: no heading of ${link.path} has this anchor`,
      place: placeOfText(page, link.line, link.url),
      hint: 'point it to a heading that is there, or write the section',
    })),
  ],
};

/** Of a chapter that a site puts together with others, most links lead into those: for information. */
const inFile = (page: Page): readonly Problem[] => {
  const dead = deadAnchors(page);
  const all = page.links.filter(({ path, anchor }) => path === '' && anchor !== '').length;
  const isChapter = dead.length >= MANY && dead.length > all / 2;
  return dead.flatMap(({ link, meant }): readonly Problem[] =>
    meant !== undefined
      ? []
      : [
          {
            message: `#${link.anchor} leads nowhere: no heading of this file has this anchor`,
            place: placeOfText(page, link.line, link.url),
            hint: 'point it to a heading that is there, or write the section',
            ...(isChapter ? { severity: 'info' as const } : {}),
          },
        ],
  );
};

/** More than get lost when a file is rewritten. */
const MANY = 10;
