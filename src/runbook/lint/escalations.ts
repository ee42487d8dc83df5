import { DURATION, inOneUnit, readDuration } from '../../core/duration-text.ts';
import { fenceAt } from './by-line.ts';
import type { Page } from './model.ts';

/** "CTO in 15 min", "10 min → Page CTO": who is called, and when. */
export interface Escalation {
  readonly who: string;
  /** In minutes: when it begins, for a range. */
  readonly minutes: number;
  readonly line: number;
  readonly text: string;
}

/** Posts that only one person has: two times for one of them contradict each other. */
const POSTS =
  /\b(CTO|CEO|CIO|CISO|COO|VP|(?:[Tt]eam|[Tt]ech|[Oo]n-[Cc]all|[Ee]ngineering|[Dd]atabase) [Ll]ead|[Ee]ngineering [Mm]anager|[Ii]ncident [Cc]ommander|Senior Engineer|Product Owner)\b/g;

const TIME = new RegExp(String.raw`(?<![\d.])${DURATION}|\bimmediate(?:ly)?\b`, 'i');

/** Lines that say both, outside of templates: a time and whom to call. A cell of a table is read by itself. */
export const escalationsIn = (page: Page): readonly Escalation[] =>
  page.lines.flatMap((line, index) => {
    if (fenceAt(page, index + 1) !== undefined) return [];
    if (line.search(POSTS) < 0) return [];
    return partsOf(inOneUnit(line.replaceAll(/[*`]/g, ''))).flatMap((part) => {
      const match = TIME.exec(part);
      if (match === null) return [];
      // "Immediately" has no number, and is at once.
      const minutes = readDuration(match.slice(1)).value / 60_000;
      return [...part.matchAll(POSTS)].map(([who]) => ({
        who,
        minutes,
        line: index + 1,
        text: match[0].trim(),
      }));
    });
  });

/** Of a severity below the highest. */
export const isLower = (text: string): boolean => LOWER.test(text);

const LOWER = /\b(?:SEV-?[2-9]|P[1-9]|warning|info|low|medium|minor)\b/i;

/** A table's cell that has both; else the row, where a cell has the time and another the names alone. */
const partsOf = (line: string): readonly string[] => {
  if (!line.trimStart().startsWith('|')) return [line];
  // Lower severities may call the same person later.
  if (LOWER.test(line)) return [];
  const cells = line.split('|').filter((cell) => cell.trim() !== '');
  const whole = cells.filter((cell) => TIME.test(cell) && cell.search(POSTS) >= 0);
  if (whole.length > 0) return whole;
  const named = cells.findLast((cell) => cell.search(POSTS) >= 0);
  const timed = cells.filter((cell) => TIME.test(cell));
  return named !== undefined && timed.length === 1 ? [`${timed[0]} ${named}`] : [];
};
