import { formatDuration } from '../core/duration.ts';
import { objectiveOf } from '../plan/objective-of.ts';
import { writtenTo } from '../plan/written-to.ts';
import type { JudgedObjective } from '../verdict/model.ts';
import { inMarkdown, inTableCell } from './markdown.ts';
import type { JudgedDrill } from './model.ts';
import { sentence } from './sentence.ts';

const MARKS = { pass: '✅', fail: '❌', inconclusive: '❔' } as const;

/** Markdown for people: a CI job's summary page, or a comment on a change. */
export const summary = (drills: readonly JudgedDrill[]): string =>
  [
    '| drill | verdict | detected | recovered | writes lost | without the runbook |',
    '| --- | --- | --- | --- | --- | --- |',
    ...drills.map(row),
    '',
    ...drills.flatMap(said),
    '',
  ].join('\n');

const row = ({ judgement: { plan, verdict, measures, objectives, control } }: JudgedDrill): string => {
  const cells = [
    plan.drill.name,
    `${MARKS[verdict]} ${verdict}`,
    timed(measures.detectMs, objectives, 'detect'),
    timed(measures.recoverMs, objectives, 'recover'),
    measures.lostWrites === undefined
      ? '–'
      : `${measures.lostWrites} of ${measures.ackedWrites ?? 0} to ${writtenTo(plan)}`,
    withoutRunbook(control),
  ];
  return `| ${cells.map(inTableCell).join(' | ')} |`;
};

const said = ({ judgement }: JudgedDrill): readonly string[] => [
  `- **${inMarkdown(judgement.plan.drill.name)}**: ${inMarkdown(sentence(judgement))}`,
  ...judgement.notes.map(({ code, message }) => `  - note ${code}: ${inMarkdown(message)}`),
];

const timed = (
  ms: number | undefined,
  objectives: readonly JudgedObjective[],
  kind: 'detect' | 'recover',
): string => {
  const limit = objectiveOf(objectives, kind)?.limit;
  const promised = limit === undefined ? '' : ` (≤ ${formatDuration(limit)})`;
  return ms === undefined ? `–${promised}` : `${formatDuration(ms)}${promised}`;
};

const withoutRunbook = ({ ran, recovered, watchedMs }: JudgedDrill['judgement']['control']): string => {
  if (!ran) return 'not tried';
  return recovered ? 'came back' : `did not come back (watched for ${formatDuration(watchedMs)})`;
};
