import type { Judgement } from '../verdict/model.ts';
import { drillLines } from './drill-line.ts';

/** What to do next, by the first reason's code; a code that is not here needs no more than its message. */
const NEXT: Readonly<Record<string, string>> = {
  'not-recovered': 'read what the steps printed: drillbook report --format steps JOURNAL',
  'control-recovered':
    'the system heals itself: use a fault that it does not survive, or drill without this procedure',
  'no-evidence': 'the fault did not take hold: check its parameters against the Compose file',
  'not-noticed': 'no probe sees this fault: add a probe that does ("probes:" in the drill)',
  'not-in-sandbox': 'the runbook is not to blame: run the drill with --backend docker',
  'verification-cut-off': 'give the whole runbook time: objectives: { recover: … } in the drill',
  'no-time-left': 'give the runbook more time: objectives: { recover: … } in the drill, or a quieter machine',
  'nothing-run': 'bind the placeholders and answer the conditions that the plan lists: drillbook plan DRILL',
};

/** What to do after a drill that has not passed. */
export const nextStep = ({ verdict, reasons, plan }: Judgement, journal: string): string | undefined => {
  const code = reasons[0]?.code;
  if (verdict === 'pass' || code === undefined) return undefined;
  if (verdict === 'fail' || code === 'nothing-run') {
    const missing = whatRemedyLacks(plan);
    if (missing !== '') return `nothing of the remedy was typed; say in the drill: ${missing}`;
  }
  return NEXT[code]?.replace('JOURNAL', journal);
};

/** What a drill must say for the remedy to be typed, where nothing of it was. */
const whatRemedyLacks = ({ steps }: Judgement['plan']): string => {
  const remedy = steps.filter(({ role }) => role === 'mitigate').flatMap(({ commands }) => commands);
  if (remedy.some(({ skip }) => skip === undefined)) return '';
  return drillLines(remedy.flatMap(({ skip }) => (skip?.wants === undefined ? [] : [skip.wants])));
};
