import type { Judgement } from '../verdict/model.ts';
import { drillLines } from './drill-line.ts';

/** What to do next, by the first reason's code; a code that is not here needs no more than its message. */
const NEXT: Readonly<Record<string, string>> = {
  'not-recovered': 'read what the steps printed: drillbook report --format steps JOURNAL',
  'control-recovered':
    'the system heals itself: use a fault that it does not survive, or drill without this procedure',
  'control-in-force':
    'the fault lasts: where it fails only some requests, the probes held by chance (a longer "stable-for", more "load", or a promised figure: objectives: { error-rate: … }); where the system lives with it, use one that it does not survive',
  'no-evidence': 'the fault did not take hold: check its parameters against the Compose file',
  'not-noticed': 'no probe sees this fault: add a probe that does ("probes:" in the drill)',
  'not-in-sandbox': 'the runbook is not to blame: run the drill with --backend docker',
  'tool-missing': 'the runbook is not to blame: say in the drill which image has it: operator: { image: … }',
  'verification-cut-off': 'give the whole runbook time: objectives: { recover: … } in the drill',
  'no-time-left': 'give the runbook more time: objectives: { recover: … } in the drill, or a quieter machine',
  'nothing-run': 'bind the placeholders and answer the conditions that the plan lists: drillbook plan DRILL',
};

/** In the sandbox it is this machine's programs that are typed. */
const MISSING_HERE = 'the runbook is not to blame: install it on this machine';

/** What to do after a drill that has not passed. */
export const nextStep = ({ verdict, reasons, plan }: Judgement, journal: string): string | undefined => {
  const code = reasons[0]?.code;
  if (verdict === 'pass' || code === undefined) return undefined;
  if (code === 'tool-missing' && plan.backend === 'sandbox') return MISSING_HERE;
  const next = NEXT[code]?.replace('JOURNAL', journal);
  if (verdict !== 'fail' && code !== 'nothing-run') return next;
  const { typed, missing } = remedyIn(plan);
  if (missing === '') return next;
  if (!typed) return `nothing of the remedy was typed; say in the drill: ${missing}`;
  const rest = `a part of the remedy was not typed; say in the drill, where it is so: ${missing}`;
  return next === undefined ? rest : `${next}; ${rest}`;
};

/** Whether anything of the remedy was typed, and what a drill must say for the rest of it to be. */
const remedyIn = ({ steps }: Judgement['plan']): { readonly typed: boolean; readonly missing: string } => {
  const remedy = steps.filter(({ role }) => role === 'mitigate').flatMap(({ commands }) => commands);
  const typed = remedy.some(({ skip }) => skip === undefined);
  // Of several ways, the others are left out on purpose.
  const skips = remedy.flatMap(({ skip }) => (skip && !(typed && skip.code === 'alternative') ? [skip] : []));
  return { typed, missing: drillLines(skips.flatMap(({ wants }) => (wants === undefined ? [] : [wants]))) };
};
