import { typedAt } from '../command-words.ts';
import { plannedFor } from '../planned-for.ts';
import type { Rule } from '../rule.ts';
import { verifyingSteps } from './verification.ts';

/**
 * What the real program would have done, and the sandbox has not: the system may then be in order, or down, for that alone. What only
 * looks changes nothing, but for a verification, which fails. On Docker, what is refused reached out of the drill: it is not missing.
 */
export const notInSandbox: Rule = ({ facts: { plan, treated } }) => {
  if (plan.backend !== 'sandbox') return [];
  const verifying = verifyingSteps(plan);
  const told = treated.refused
    .filter((refused) => verifying.has(refused.step) || plannedFor(plan, refused)?.looks !== true)
    .map((refused) => `${typedAt(refused)}: ${refused.message}`);
  return [...new Set(told)].map((message) => ({ code: 'not-in-sandbox', message }));
};
