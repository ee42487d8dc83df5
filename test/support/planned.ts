import type { Drill } from '../../src/drill/model.ts';
import type { PlannedStep } from '../../src/plan/model.ts';
import { planSteps } from '../../src/plan/steps.ts';
import type { Procedure } from '../../src/runbook/model.ts';
import { parseRunbook } from '../../src/runbook/parse.ts';
import { system } from './system.ts';

/** The first procedure of a runbook. */
export const procedureIn = (text: string): Procedure => {
  const [procedure] = parseRunbook(new TextEncoder().encode(text), 'shop.md').procedures;
  if (procedure === undefined) throw new Error('no procedure');
  return procedure;
};

type Said = Pick<Drill, 'bind' | 'answers' | 'choose' | 'branches' | 'stepTimeout'>;

/** Its steps, as a drill that says no more than this has them. */
export const stepsPlanned = (
  text: string,
  said: Partial<Said> = {},
  tools: readonly string[] = [],
): readonly PlannedStep[] =>
  planSteps(procedureIn(text), {
    drill: { bind: {}, answers: {}, choose: {}, branches: [], ...said },
    system: system(),
    runbookPath: 'shop.md',
    tools: new Set(tools),
  });
