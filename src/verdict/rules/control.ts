import { formatDuration } from '../../core/duration.ts';
import type { Reason } from '../model.ts';
import { hasComeBack } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { inForceAtEnd } from './fault.ts';
import { unseen } from './unseen.ts';

export const controlUnproven: Rule = ({ facts: { plan, control, laterTroubles: troubles } }) => {
  if (control === undefined || troubles.length > 0) return [];
  // What comes later may find nothing to break where no runbook has brought it back: with fewer faults it is still down.
  const first = unseen(plan, control).filter(({ after }) => after === undefined);
  const missing = first.map(({ fault, what }) => ({
    code: 'control-no-evidence',
    message: `no evidence that “${fault}” was in force in the control: ${what}`,
  }));
  if (missing.length > 0 || control.firstFailed) return missing;
  return [
    { code: 'control-not-noticed', message: 'no probe failed in the control, so it compares with nothing' },
  ];
};

/** A fault that lasts has not been healed: the system lives with it, or the probes held by chance. */
export const controlRecovered: Rule = ({ facts: { plan, control } }) => {
  if (control?.recoveredAt === undefined || control.injectedAt === undefined || !hasComeBack(control))
    return [];
  const after = formatDuration(control.recoveredAt - control.injectedAt);
  const inForce = inForceAtEnd(control);
  if (inForce.length === 0)
    return [
      { code: 'control-recovered', message: `the system came back without the runbook after ${after}` },
    ];
  const held = `without the runbook all probes held for ${formatDuration(plan.timing.stableFor)}, from ${after} on`;
  return inForce.map(({ fault, what }): Reason => ({
    code: 'control-in-force',
    message: `${held}, though “${fault}” was still in force: ${what}`,
  }));
};

export const controlMissing: Rule = ({ facts }) =>
  facts.plan.control && facts.control === undefined && facts.laterTroubles.length === 0
    ? [{ code: 'control-missing', message: 'the plan asks for a control, and the journal has none' }]
    : [];

export const noControl: Rule = ({ facts }) =>
  facts.plan.control
    ? []
    : [{ code: 'no-control', message: 'whether it comes back without the runbook was not tried' }];
