import { annotation, repositoryFolder } from './annotation.ts';
import { isDoubt } from './doubt.ts';
import type { JudgedDrill } from './model.ts';
import { shortPath } from '../core/short-path.ts';
import { sentence } from './sentence.ts';

const COMMANDS = { pass: 'notice', fail: 'error', inconclusive: 'warning' } as const;

/**
 * Workflow commands of GitHub Actions: annotations at the procedure's heading in the runbook, of each drill and of each note. The drills
 * come first, since GitHub shows no more than ten of a level.
 */
export const github = (drills: readonly JudgedDrill[]): string =>
  [...drills.map(ofVerdict), ...drills.flatMap(ofNotes)].join('');

const ofVerdict = (drill: JudgedDrill): string => {
  const { verdict } = drill.judgement;
  return annotation(COMMANDS[verdict], at(drill, verdict), sentence(drill.judgement));
};

const ofNotes = (drill: JudgedDrill): readonly string[] =>
  drill.judgement.notes.map((note) =>
    annotation(isDoubt(note) ? 'warning' : 'notice', at(drill, note.code), note.message),
  );

const at = (
  { judgement: { plan } }: JudgedDrill,
  what: string,
): Readonly<Record<string, string | number>> => ({
  file: shortPath(plan.runbook.path, repositoryFolder()),
  line: plan.procedure.lines[0],
  title: `${plan.drill.name}: ${what}`,
});
