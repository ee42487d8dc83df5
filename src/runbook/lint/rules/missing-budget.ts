import { allClaims } from '../../claims-of.ts';
import { isTyped } from '../../commands-of.ts';
import { answersIncident } from '../incidents.ts';
import type { Rule } from '../model.ts';
import { placeOfText } from '../place.ts';

const BUDGETS: ReadonlySet<string> = new Set(['respond', 'recover', 'downtime', 'escalate', 'sla']);

export const missingBudget: Rule = {
  id: 'missing-budget',
  severity: 'info',
  summary: 'nothing says how long a recovery may take',
  check: (page) => {
    const { procedures } = page.runbook;
    const mitigating = procedures
      .filter(answersIncident)
      .filter(({ parts }) => parts.some(({ role, steps }) => role === 'mitigate' && steps.some(isTyped)));
    const [first] = mitigating;
    if (first === undefined || allClaims(page.runbook).some(({ about }) => BUDGETS.has(about))) return [];
    const line = first.lines[0];
    return [
      {
        message: `nothing says how long "${first.heading}"${othersIn(mitigating.length - 1)} may take, or after what time to escalate`,
        place: placeOfText(page, line, page.raw[line - 1]?.trim() ?? ''),
        hint: 'write the promise beside the steps: "Recovers within 5 minutes; if not, page …"',
      },
    ];
  },
};

const othersIn = (count: number): string => {
  if (count === 0) return '';
  return count === 1 ? ' or the other procedure' : ` or any of the ${count} other procedures`;
};
