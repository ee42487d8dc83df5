import type { DrillEvent, EventOf } from '../core/event.ts';
import { tells } from './diagnosis.ts';
import { factsOf, hasComeBack } from './facts.ts';
import { measuresOf } from './measures.ts';
import type { Judgement, JudgedCommand, Reason } from './model.ts';
import { judgeObjectives } from './objectives.ts';
import type { Case } from './rule.ts';
import { NOTES, STAGES } from './stages.ts';

/**
 * Judges a journal, also one of a run that was cut off. Pure: the same events give the same judgement, byte for byte.
 *
 * @param events of one drill, as `readJournal` gives them
 */
export const judge = (events: readonly DrillEvent[]): Judgement => {
  const facts = factsOf(events);
  const { plan, treated, control } = facts;
  const measures = measuresOf(treated, plan.alerts !== undefined);
  const objectives = judgeObjectives(plan.objectives, measures, treated);
  return {
    ...decide({ facts, measures, objectives }),
    plan,
    measures,
    objectives,
    evidence: treated.evidence
      .filter(({ when }) => when === 'after-inject')
      .map(({ fault, what, seen }) => ({ fault, what, seen })),
    control: {
      ran: control?.injectedAt !== undefined,
      recovered: control !== undefined && hasComeBack(control),
      watchedMs: control?.watchedMs ?? 0,
    },
    steps: treated.commands.map((command) => judgedCommand(command, tells(facts, command))),
  };
};

/** The first stage that finds a reason decides. */
const decide = (drill: Case): Pick<Judgement, 'verdict' | 'reasons' | 'notes'> => {
  const ask = (rules: readonly ((drill: Case) => readonly Reason[])[]): readonly Reason[] =>
    rules.flatMap((rule) => rule(drill));
  const notes = ask(NOTES);
  for (const { verdict, rules } of STAGES) {
    const reasons = ask(rules);
    if (reasons.length > 0) return { verdict, reasons, notes };
  }
  throw new Error('no stage has decided');
};

const judgedCommand = (
  { lines, command, status, exitCode, ms, reason }: EventOf<'command-finished'>,
  told: boolean | undefined,
): JudgedCommand => ({
  lines,
  command,
  status,
  ...(exitCode !== undefined && { exitCode }),
  ms,
  ...(reason !== undefined && { reason }),
  ...(told !== undefined && { tells: told }),
});
