import { basename, extname } from 'node:path';
import { IS_ALERT_WORD } from '../knowledge/incidents.ts';
import type { Heading, Page, Problem, Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

export const alertNameMismatch: Rule = {
  id: 'alert-name-mismatch',
  severity: 'warning',
  summary: 'an alert has one name here and another one there',
  check: (page) => [...inTable(page), ...ofFile(page)],
};

/** A row that names an alert and links to a section whose own alert is another one. */
const inTable = (page: Page): readonly Problem[] => {
  const headings = new Map(
    page.headings
      .toReversed()
      .flatMap((heading) =>
        [heading.slug, heading.slug.replace(/^-+/, '')].map((slug) => [slug, heading] as const),
      ),
  );
  const alerts = new Map<Heading, string | undefined>();
  return page.lines.flatMap((line, index) => {
    if (!line.trimStart().startsWith('|')) return [];
    const cells = line.split('|').map((cell) => cell.trim().replaceAll('`', ''));
    const name = cells.find((cell) => IS_ALERT_WORD.test(cell));
    const anchor = /\]\(#([^)]+)\)/.exec(line)?.[1];
    const heading = headings.get(anchor ?? '');
    if (name === undefined || heading === undefined) return [];
    const own = alerts.has(heading) ? alerts.get(heading) : alertIn(page, heading);
    alerts.set(heading, own);
    return own === undefined || own === name
      ? []
      : [
          {
            message: `"${name}" here, "${own}" in its section "${heading.text}" (line ${heading.line})`,
            place: placeOfText(page, index + 1, name),
            hint: 'use the name that the alert rule has: it is what a pager shows',
          },
        ];
  });
};

const alertIn = (page: Page, { line, last }: Heading): string | undefined =>
  page.lines
    .slice(line, last)
    .map((text) => /^\W*alert(?:\s*name)?\W*[:：]?\W*`?([A-Z]\w+)`?/i.exec(text)?.[1])
    .find((found) => found !== undefined && IS_ALERT_WORD.test(found));

/** `KubePodCrashLooping.md` with another alert as its title. */
const ofFile = (page: Page): readonly Problem[] => {
  const file = basename(page.runbook.path, extname(page.runbook.path));
  const title = page.headings.find(({ depth }) => depth === 1);
  const text = title?.text.trim() ?? '';
  return title === undefined || !IS_ALERT_WORD.test(file) || !IS_ALERT_WORD.test(text) || text === file
    ? []
    : [
        {
          message: `the file is named "${file}", and its title "${text}"`,
          place: placeOfText(page, title.line, text),
          hint: 'use the name that the alert rule has: links from alerts are made of it',
        },
      ];
};
