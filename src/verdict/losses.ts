import { writtenTo } from '../plan/written-to.ts';
import { typedAt } from './command-words.ts';
import type { Facts } from './facts.ts';
import { plannedFor } from './planned-for.ts';
import type { Rule } from './rule.ts';

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
