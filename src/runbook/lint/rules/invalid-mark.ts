import { isAboutMarks } from '../../marks/marks.ts';
import { fenceAt } from '../by-line.ts';
import { withoutEffect } from '../disable.ts';
import type { Page, Problem, Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

export const invalidMark: Rule = {
  id: 'invalid-mark',
  severity: 'error',
  summary: 'a mark for Drillbook that it cannot follow',
  check: (page) => [...drillMarks(page), ...switches(page)],
};

const drillMarks = ({ runbook }: Page): readonly Problem[] =>
  runbook.diagnostics.filter(isAboutMarks).map(({ message, severity, location, hint }) => {
    const { file: _, ...place } = location ?? { file: '', line: 1, column: 1 };
    return { message, severity, place, ...(hint === undefined ? {} : { hint }) };
  });

/** In a fence it is an example. */
const switches = (page: Page): readonly Problem[] =>
  withoutEffect(page.lines, page.ruleIds)
    .filter(({ line }) => fenceAt(page, line) === undefined)
    .map(({ line, name, message, hint }) => ({
      message,
      severity: 'warning',
      place: placeOfText(page, line, name),
      hint,
    }));
