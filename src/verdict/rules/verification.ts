import { hasFailed } from '../../core/event.ts';
import type { Plan } from '../../plan/model.ts';
import { inWords, typedAt } from '../command-words.ts';
import type { Facts } from '../facts.ts';
import { plannedFor } from '../planned-for.ts';
import type { Rule } from '../rule.ts';

/** Numbers of the steps in which the runbook itself looks whether all is well. */
export const verifyingSteps = ({ steps }: Plan): ReadonlySet<number> =>
  new Set(steps.filter(({ role }) => role === 'verify').map(({ number }) => number));

/** The runbook's own verification, as far as it was come to; not that of a fallback, which may not be needed. */
const verification = ({ plan, treated }: Facts): Facts['treated']['commands'] => {
  const fallbacks = new Set(plan.steps.filter(({ fallback }) => fallback).map(({ number }) => number));
  const verifying = verifyingSteps(plan);
  return treated.commands.filter(({ step }) => verifying.has(step) && !fallbacks.has(step));
};

export const verificationFailed: Rule = ({ facts: { plan, treated } }) => {
  const verifying = verifyingSteps(plan);
  return treated.commands
    .filter((command) => hasFailed(command) && verifying.has(command.step))
    .map((command) => ({
      code: 'verification-failed',
      message: `the runbook’s own verification did not hold: ${inWords(command)}`,
    }));
};

/** What was to be typed by the plan, and is skipped in the journal: the runbook was cut off before it. */
export const verificationCutOff: Rule = ({ facts }) => {
  const cut = verification(facts).find((command) => {
    const planned = plannedFor(facts.plan, command);
    return command.status === 'skipped' && planned !== undefined && planned.skip === undefined;
  });
  if (cut === undefined) return [];
  return [
    {
      code: 'verification-cut-off',
      message: `whether the runbook’s own verification holds is not known: ${inWords(cut)}`,
    },
  ];
};

/** A status that the runbook asks for and that its command does not show. */
export const statusUnseen: Rule = ({ facts }) =>
  verification(facts)
    .filter(({ status }) => status === 'ok')
    .flatMap((command) => {
      const said = plannedFor(facts.plan, command)?.unseenStatus;
      return said === undefined
        ? []
        : [
            {
              code: 'status-unseen',
              message: `${typedAt(command)}: whether it is so (“${said.what}”) was not seen: it prints no status, and ends with 0 at each; with curl -f it would fail from 400 on`,
            },
          ];
    });

/** A runbook that verifies something, of which nothing could be typed. */
export const notVerified: Rule = (drill) => {
  const { facts } = drill;
  const commands = verification(facts);
  const [first] = commands;
  if (first === undefined || facts.treated.recoveredAt === undefined) return [];
  if (commands.some(({ status }) => status !== 'skipped') || verificationCutOff(drill).length > 0) return [];
  return [
    {
      code: 'not-verified',
      message: `nothing of the runbook’s own verification was typed: ${inWords(first)}`,
    },
  ];
};
