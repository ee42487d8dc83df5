import { objectiveOf } from '../../plan/objective-of.ts';
import { writtenTo } from '../../plan/written-to.ts';
import { typedAt } from '../command-words.ts';
import type { ArmFacts, Facts } from '../facts.ts';
import { plannedFor } from '../planned-for.ts';
import type { Rule } from '../rule.ts';

export const ledgerUnchecked: Rule = ({ objectives, facts }) => {
  const promised = objectiveOf(objectives, 'lost-writes');
  if (promised === undefined || promised.measured !== undefined) return [];
  return [{ code: 'ledger-unchecked', message: unchecked(facts.treated) }];
};

const unchecked = ({ audits, refusals }: ArmFacts): string => {
  const reasons = audits.flatMap(({ ledger, checked, acknowledged, reason }) => {
    if (!checked) return [`${ledger}: ${reason}`];
    if (acknowledged > 0) return [];
    return [`${ledger}: no write was acknowledged: ${refusals.get(ledger) ?? 'none was tried'}`];
  });
  return `lost writes could not be counted: ${reasons.join('; ') || 'no ledger was kept'}`;
};

export const lostWrites: Rule = ({ facts: { plan }, measures: { lostWrites: lost }, objectives }) =>
  lost === undefined || lost === 0 || objectiveOf(objectives, 'lost-writes')
    ? []
    : [
        {
          code: 'lost-writes',
          message: `${lost} acknowledged writes to ${writtenTo(plan)} were lost; no limit was promised`,
        },
      ];

/** What was typed and is known to lose data, where no ledger has seen the loss: only what they write is looked for. */
export const dataLost: Rule = ({ facts, measures: { lostWrites = 0 } }) =>
  lostWrites > 0
    ? []
    : facts.treated.commands
        .filter(({ status }) => status === 'ok')
        .flatMap((command) => {
          const loses = plannedFor(facts.plan, command)?.loses;
          return loses === undefined
            ? []
            : [{ code: 'data-lost', message: `${typedAt(command)}: loses ${loses}; ${lookedFor(facts)}` }];
        });

const lookedFor = ({ plan }: Facts): string =>
  plan.ledgers.length === 0
    ? 'nothing looked for lost data'
    : `only what was written to ${writtenTo(plan)} was looked for`;
