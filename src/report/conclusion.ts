import { formatDuration } from '../core/duration.ts';
import type { EventOf } from '../core/event.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Judgement } from '../verdict/model.ts';
import { cut } from './cut.ts';
import { isDoubt } from './doubt.ts';
import type { JudgedDrill } from './model.ts';
import { nextStep } from './next-step.ts';
import { promise, sentence } from './sentence.ts';
import { strip, type Slot } from './strip.ts';
import { paintOf, type Style } from './style.ts';

/** Of a strip, in columns. */
const WIDTH = { least: 10, most: 48 };

/** The end of a drill's story: probes as strips, the verdict, why, and what to do next. */
export const conclusion = (drill: JudgedDrill, style: Style, columns = Infinity): string => {
  const { judgement, journal } = drill;
  const lines = [
    ...strips(drill, style, columns),
    '',
    `  ${verdictWord(judgement.verdict, style)}  ${sentence(judgement)}`,
  ];
  for (const { message } of judgement.notes) lines.push(`  ${style.faint(`note: ${message}`)}`);
  const next = nextStep(judgement, journal);
  if (next !== undefined) lines.push(`  next: ${next}`);
  lines.push(`  ${style.faint(`journal: ${journal}`)}`, '');
  return lines.join('\n');
};

/** A drill in one line, `PASS  reference/postgresql-down  After …`, and one for each note that puts the verdict in doubt. */
export const verdictLines = ({ judgement }: JudgedDrill, style: Style): string =>
  [
    `${verdictWord(judgement.verdict, style)}  ${judgement.plan.drill.name}  ${sentence(judgement)}`,
    ...judgement.notes.filter(isDoubt).map(({ message }) => `  ${style.faint(`note: ${message}`)}`),
  ].join('\n');

/** A drill in one line of the width: `PASS  reference/postgresql-down  back in 448 ms (promised: 1 min)`. */
export const outcomeLine = ({ judgement }: JudgedDrill, style: Style, width: number): string => {
  const { verdict, plan } = judgement;
  const room = width - verdict.length - plan.drill.name.length - 4;
  return `${verdictWord(verdict, style)}  ${plan.drill.name}  ${cut(outcome(judgement), room)}`;
};

const outcome = (judgement: Judgement): string =>
  judgement.verdict === 'pass'
    ? `back in ${formatDuration(judgement.measures.recoverMs ?? 0)}${promise(judgement)}`
    : (judgement.reasons[0]?.message ?? '');

const verdictWord = (verdict: Verdict, style: Style): string =>
  paintOf(verdict, style)(style.strong(verdict.toUpperCase()));

const strips = ({ events, judgement }: JudgedDrill, style: Style, columns: number): readonly string[] => {
  const samples = events.filter(
    (event): event is EventOf<'sample'> => event.type === 'sample' && event.arm === 'treated',
  );
  const [from, to] = [samples[0]?.at, samples.at(-1)?.at];
  if (from === undefined || to === undefined) return [];
  const names = judgement.plan.probes.map(({ name }) => name);
  const longest = Math.max(...names.map((name) => name.length));
  const label = (name: string): string => `  ${style.faint('probe'.padEnd(8))}   ${name.padEnd(longest)}  `;
  const width = Math.max(WIDTH.least, Math.min(WIDTH.most, columns - 15 - longest));
  return names.map((name) => {
    const own = samples.filter(({ probe }) => probe === name);
    return `${label(name)}${renderSlots(strip(own, from, to, width), style)}`;
  });
};

const renderSlots = (slots: readonly Slot[], style: Style): string =>
  slots.map((slot) => ({ none: ' ', good: style.good('▁'), bad: style.bad('█') })[slot]).join('');
