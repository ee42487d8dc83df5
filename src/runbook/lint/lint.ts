import type { Runbook } from '../model.ts';
import { rules } from './catalogue.ts';
import { disabledIn } from './disable.ts';
import { LEVELS } from './levels.ts';
import type { Finding, LintContext } from './model.ts';
import { isAboutMarks } from '../marks/marks.ts';
import { toPage } from './page.ts';

/**
 * Says what would have failed, without starting anything.
 * @returns findings in the order of their lines; none for rules that are off or disabled by a comment, nor for a file that was refused
 */
export const lintRunbook = (runbook: Runbook, context: LintContext): readonly Finding[] => {
  if (runbook.diagnostics.some((each) => each.severity === 'error' && !isAboutMarks(each))) return [];
  const page = toPage(
    runbook,
    context,
    rules.map(({ id }) => id),
  );
  const isDisabled = disabledIn(page.lines);
  return rules
    .flatMap((rule): readonly Finding[] => {
      const level = context.rules?.[rule.id];
      const set = level && LEVELS[level];
      if (level !== undefined && set === undefined) return [];
      return rule.check(page).map(({ message, place, hint, severity, fix }) => ({
        code: rule.id,
        severity: set ?? severity ?? rule.severity,
        message,
        location: { file: runbook.path, ...place },
        ...(hint === undefined ? {} : { hint }),
        ...(fix === undefined ? {} : { fix }),
      }));
    })
    .filter(({ code, location }) => !isDisabled(code, location.line))
    .sort((a, b) => a.location.line - b.location.line || a.location.column - b.location.column);
};
