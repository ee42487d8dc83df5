import { annotation } from './annotation.ts';
import type { JudgedDrill } from './model.ts';
import { sentence } from './sentence.ts';

const COMMANDS = { pass: 'notice', fail: 'error', inconclusive: 'warning' } as const;

/** Workflow commands of GitHub Actions: an annotation at the procedure's heading in the runbook for each drill. */
export const github = (drills: readonly JudgedDrill[]): string =>
  drills
    .map(({ judgement }) => {
      const { plan, verdict } = judgement;
      const properties = {
        file: plan.runbook.path,
        line: plan.procedure.lines[0],
        title: `${plan.drill.name}: ${verdict}`,
      };
      return annotation(COMMANDS[verdict], properties, sentence(judgement));
    })
    .join('');
