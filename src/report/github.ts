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
      const written = Object.entries(properties).map(
        ([key, value]) => `${key}=${escapeProperty(String(value))}`,
      );
      return `::${COMMANDS[verdict]} ${written.join(',')}::${escapeData(sentence(judgement))}\n`;
    })
    .join('');

/** As GitHub's own toolkit does. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
