import { isAboutMarks } from '../../marks/marks.ts';
import type { Rule } from '../model.ts';

export const invalidMark: Rule = {
  id: 'invalid-mark',
  severity: 'error',
  summary: 'a mark for Drillbook that it cannot follow',
  check: ({ runbook }) =>
    runbook.diagnostics.filter(isAboutMarks).map(({ message, severity, location, hint }) => {
      const { file: _, ...place } = location ?? { file: '', line: 1, column: 1 };
      return { message, severity, place, ...(hint === undefined ? {} : { hint }) };
    }),
};
