import type { Severity } from '../../core/diagnostic.ts';
import type { Runbook } from '../model.ts';
import { rules } from './catalogue.ts';
import { disabledIn } from './disable.ts';
import type { Finding, Level, LintContext } from './model.ts';
import { isAboutMarks } from '../marks/marks.ts';
import { toPage } from './page.ts';

const SEVERITIES: Readonly<Record<Exclude<Level, 'off'>, Severity>> = {
  info: 'info',
  warn: 'warning',
  error: 'error',
};

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
      if (level === 'off') return [];
      return rule.check(page).map(({ message, place, hint, severity, fix }) => ({
        code: rule.id,
        severity: level === undefined ? (severity ?? rule.severity) : SEVERITIES[level],
        message,
        location: { file: runbook.path, ...place },
        ...(hint === undefined ? {} : { hint }),
        ...(fix === undefined ? {} : { fix }),
      }));
    })
    .filter(({ code, location }) => !isDisabled(code, location.line))
    .sort((a, b) => a.location.line - b.location.line || a.location.column - b.location.column);
};
