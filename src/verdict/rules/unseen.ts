import type { Plan } from '../../plan/model.ts';
import type { ArmFacts } from '../facts.ts';

interface Unseen {
  readonly fault: string;
  readonly after: number | undefined;
  readonly what: string;
}

/** The faults for which nothing showed that they were in force. */
export const unseen = (plan: Plan, arm: ArmFacts): readonly Unseen[] =>
  plan.faults.flatMap(({ what: fault, after }, place) => {
    const looks = arm.evidence.filter((look) => look.when === 'after-inject' && look.place === place);
    if (looks.some(({ seen }) => seen)) return [];
    return [{ fault, after, what: looks.at(-1)?.what ?? 'it was not looked for' }];
  });
