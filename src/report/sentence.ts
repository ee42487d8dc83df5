import { formatDuration } from '../core/duration.ts';
import { objectiveOf } from '../plan/objective-of.ts';
import { writtenTo } from '../plan/written-to.ts';
import type { Judgement } from '../verdict/model.ts';

/** What a drill says in one sentence: the sum of its figures, for a person who reads nothing else. */
export const sentence = (judgement: Judgement): string => {
  const { plan, measures, verdict, reasons } = judgement;
  const fault = plan.faults.map(({ what }) => `“${what}”`).join(' and ');
  if (verdict === 'inconclusive') return `Nothing is proved about ${fault}: ${reasonsInWords(reasons)}.`;
  if (measures.recoverMs === undefined) {
    return `After ${fault}, this runbook did not bring the system back: ${reasonsInWords(reasons)}.`;
  }
  const facts = [
    `After ${fault}, this runbook brought the system back in ${formatDuration(measures.recoverMs)}${promise(judgement)}`,
    writes(judgement),
    control(judgement),
  ].filter((fact) => fact !== undefined);
  const but = verdict === 'fail' ? `; but ${reasonsInWords(reasons)}` : '';
  return `${join(facts)}${but}.`;
};

const reasonsInWords = (reasons: Judgement['reasons']): string =>
  reasons.map(({ message }) => message.replace(/\.$/, '')).join('; ') || 'no reason was given';

/** ` (promised: 1 min)`; ` (allowed: 5 min, by default)` where nobody promises anything; or nothing. */
export const promise = ({ objectives }: Judgement): string => {
  const recover = objectiveOf(objectives, 'recover');
  if (recover === undefined) return '';
  const limit = formatDuration(recover.limit);
  return recover.origin.from === 'default' ? ` (allowed: ${limit}, by default)` : ` (promised: ${limit})`;
};

const writes = ({ plan, measures }: Judgement): string | undefined => {
  if (measures.ackedWrites === undefined || measures.lostWrites === undefined) return undefined;
  const lost =
    measures.lostWrites === 0 ? 'no acknowledged write' : `${measures.lostWrites} acknowledged writes`;
  return `lost ${lost} of ${measures.ackedWrites} to ${writtenTo(plan)}`;
};

const control = ({ control: { ran, recovered, watchedMs } }: Judgement): string | undefined =>
  ran && !recovered
    ? `without the runbook it did not come back (watched for ${formatDuration(watchedMs)})`
    : undefined;

const join = (facts: readonly string[]): string =>
  facts.length < 2 ? facts.join('') : `${facts.slice(0, -1).join(', ')}, and ${facts.at(-1)}`;
