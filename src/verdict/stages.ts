import type { Verdict } from '../core/verdict.ts';
import type { Rule } from './rule.ts';
import { alertOther, alertSilent, alertSilentUnpromised, alertsSpedUp } from './rules/alerts.ts';
import { commandFailed, diagnosisBlind, noTimeLeft, nothingRun, stillRunning } from './rules/commands.ts';
import { controlMissing, controlRecovered, controlUnproven, noControl } from './rules/control.ts';
import { dataLost, ledgerUnchecked, lostWrites } from './rules/data.ts';
import { noEvidence, notNoticed, stillInForce } from './rules/fault.ts';
import { notInSandbox } from './rules/not-in-sandbox.ts';
import { loadOver, noObjective, objectiveMissed, unmeasured } from './rules/objectives.ts';
import { notRecovered, notUp, recovered } from './rules/recovery.ts';
import { toolMissing } from './rules/tool-missing.ts';
import { notVerified, statusUnseen, verificationCutOff, verificationFailed } from './rules/verification.ts';

/**
 * A stage's rules are asked only when no earlier stage has decided. An honest failure of the treated arm stands above all
 * that the control could say; but a treated arm that proves nothing cannot fail. See docs/decisions/control.md.
 */
export interface Stage {
  readonly verdict: Verdict;
  readonly rules: readonly Rule[];
}

const treatedTroubles: Rule = ({ facts }) => facts.troubles;
const laterTroubles: Rule = ({ facts }) => facts.laterTroubles;

/** First to last. */
export const STAGES: readonly Stage[] = [
  { verdict: 'inconclusive', rules: [treatedTroubles] },
  {
    verdict: 'inconclusive',
    rules: [noEvidence, notNoticed, toolMissing, nothingRun, noTimeLeft, notInSandbox],
  },
  { verdict: 'fail', rules: [notRecovered, objectiveMissed, alertSilent, verificationFailed] },
  {
    verdict: 'inconclusive',
    rules: [
      laterTroubles,
      controlUnproven,
      controlRecovered,
      controlMissing,
      verificationCutOff,
      ledgerUnchecked,
      unmeasured,
      noObjective,
    ],
  },
  { verdict: 'pass', rules: [recovered] },
];

/** What never changes a verdict. */
export const NOTES: readonly Rule[] = [
  noControl,
  notUp,
  lostWrites,
  dataLost,
  stillInForce,
  stillRunning,
  loadOver,
  notVerified,
  statusUnseen,
  commandFailed,
  diagnosisBlind,
  alertSilentUnpromised,
  alertOther,
  alertsSpedUp,
];
