import { formatDuration } from '../core/duration.ts';
import { formatFigure } from '../core/figure.ts';
import type { Verdict } from '../core/verdict.ts';
import type { Plan } from '../plan/model.ts';
import { objectiveOf } from '../plan/objective-of.ts';
import { writtenTo } from '../plan/written-to.ts';
import { hasFailed, inWords, typedAt } from './command-words.ts';
import { tells } from './diagnosis.ts';
import type { ArmFacts } from './facts.ts';
import { dataLost } from './losses.ts';
import type { JudgedObjective } from './model.ts';
import { notInSandbox } from './not-in-sandbox.ts';
import type { Rule } from './rule.ts';
import { noTimeLeft, nothingRun } from './typed.ts';
import { unseen } from './unseen.ts';
import { notVerified, verificationCutOff, verificationFailed, verifyingSteps } from './verification.ts';

/**
 * A stage's rules are asked only when no earlier stage has decided. An honest failure of the treated arm stands above all
 * that the control could say; but a treated arm that proves nothing cannot fail. See docs/decisions/control.md.
 */
export interface Stage {
  readonly verdict: Verdict;
  readonly rules: readonly Rule[];
}

const treatedTroubles: Rule = ({ facts }) => facts.troubles;

const noEvidence: Rule = ({ facts: { plan, treated } }) =>
  unseen(plan, treated).map(({ fault, what }) => ({
    code: 'no-evidence',
    message: `no evidence that “${fault}” was in force: ${what}`,
  }));

const notNoticed: Rule = ({ facts: { plan, treated } }) =>
  unseen(plan, treated).length > 0 || treated.firstFailed
    ? []
    : [
        {
          code: 'not-noticed',
          message: `no probe failed within ${formatDuration(plan.timing.detectTimeout)}: they cannot see this fault`,
        },
      ];

const notRecovered: Rule = ({ facts: { plan, treated } }) => {
  if (treated.recoveredAt !== undefined) return [];
  const failing = treated.failing.map(({ probe, seen }) => `${probe} fails (${seen})`);
  const closing = treated.evidence.filter(({ when }) => when === 'audit').map(({ what }) => what);
  const why = [
    failing.join(', ') || 'its probes hold and fail in turn',
    ...(closing.length > 0 ? [`what became of the fault: ${closing.join('; ')}`] : []),
  ];
  return [{ code: 'not-recovered', message: `${howItStayedDown(plan, treated)}: ${why.join('; ')}` }];
};

const howItStayedDown = ({ timing }: Plan, { lostAfter, injectedAt = 0 }: ArmFacts): string =>
  lostAfter === undefined
    ? `the system did not come back within ${formatDuration(timing.recoverTimeout)}`
    : `the system was back after ${formatDuration(lostAfter - injectedAt)}, and down again when the runbook was over`;

const objectiveMissed: Rule = ({ objectives }) =>
  objectives
    .filter(({ met, measured }) => !met && measured !== undefined)
    .map((objective) => ({ code: 'objective-missed', message: missed(objective) }));

/** Where nobody promises to detect it, it is a note. */
const alertSilent =
  (promised: boolean): Rule =>
  ({ facts: { plan, treated }, objectives }) =>
    plan.alerts === undefined ||
    treated.firstFailed === undefined ||
    treated.alerts.fired.length > 0 ||
    (objectiveOf(objectives, 'detect') !== undefined) !== promised
      ? []
      : [{ code: 'alert-silent', message: 'no alert fired: nobody would have been called' }];

const alertOther: Rule = ({ facts: { plan, treated } }) => {
  const { alert } = plan.procedure;
  const { fired } = treated.alerts;
  if (alert === undefined || fired.length === 0 || fired.includes(alert)) return [];
  return [{ code: 'alert-other', message: `${fired.join(', ')} fired, and this runbook answers ${alert}` }];
};

const alertsSpedUp: Rule = ({ facts: { plan } }) => {
  const { timeScale = 1 } = plan.alerts?.spec ?? {};
  if (timeScale === 1) return [];
  const message = `the alert rules ran ${timeScale} times as fast as they are written: the time to detect is longer at work`;
  return [{ code: 'alerts-sped-up', message }];
};

const laterTroubles: Rule = ({ facts }) => facts.laterTroubles;

const controlUnproven: Rule = ({ facts: { plan, control, laterTroubles: troubles } }) => {
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

const controlRecovered: Rule = ({ facts: { control } }) =>
  control?.recoveredAt === undefined || control.injectedAt === undefined
    ? []
    : [
        {
          code: 'control-recovered',
          message: `the system came back without the runbook after ${formatDuration(control.recoveredAt - control.injectedAt)}`,
        },
      ];

const controlMissing: Rule = ({ facts }) =>
  facts.plan.control && facts.control === undefined && facts.laterTroubles.length === 0
    ? [{ code: 'control-missing', message: 'the plan asks for a control, and the journal has none' }]
    : [];

const unmeasured: Rule = ({ objectives, facts: { plan } }) =>
  objectives
    .filter((objective) => isUnmeasured(objective) && objective !== objectiveOf(objectives, 'lost-writes'))
    .map((objective) => ({
      code: 'objective-unmeasured',
      message: `${objective.name} could not be measured${whyNot(objective, plan)}`,
    }));

const whyNot = ({ name, within }: JudgedObjective, { load, timing }: Plan): string => {
  if (within !== undefined)
    return `: it was not seen for ${formatDuration(timing.stableFor)} after the recovery`;
  if (name === 'load-thresholds') return ': k6 told of no threshold of the script';
  return name === 'availability' && load ? ': the load made no request' : '';
};

const ledgerUnchecked: Rule = ({ objectives, facts }) =>
  isUnmeasured(objectiveOf(objectives, 'lost-writes'))
    ? [{ code: 'ledger-unchecked', message: unchecked(facts.treated) }]
    : [];

const isUnmeasured = (objective: JudgedObjective | undefined): boolean =>
  objective !== undefined && objective.measured === undefined;

const noObjective: Rule = ({ objectives }) =>
  objectives.length > 0
    ? []
    : [
        {
          code: 'no-objective',
          message: 'neither the drill nor the runbook promises anything to hold it to',
        },
      ];

const recovered: Rule = ({ facts, measures }) => [
  {
    code: 'recovered',
    message: `the runbook brought the system back in ${formatDuration(measures.recoverMs ?? 0)}${
      facts.control
        ? `, and without it the system did not come back (watched for ${formatDuration(facts.control.watchedMs)})`
        : ''
    }`,
  },
];

/** First to last. */
export const STAGES: readonly Stage[] = [
  { verdict: 'inconclusive', rules: [treatedTroubles] },
  { verdict: 'inconclusive', rules: [noEvidence, notNoticed, nothingRun, noTimeLeft, notInSandbox] },
  { verdict: 'fail', rules: [notRecovered, objectiveMissed, alertSilent(true), verificationFailed] },
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

const noControl: Rule = ({ facts }) =>
  facts.plan.control
    ? []
    : [{ code: 'no-control', message: 'whether it comes back without the runbook was not tried' }];

const lostWrites: Rule = ({ facts: { plan }, measures: { lostWrites: lost }, objectives }) =>
  lost === undefined || lost === 0 || objectiveOf(objectives, 'lost-writes')
    ? []
    : [
        {
          code: 'lost-writes',
          message: `${lost} acknowledged writes to ${writtenTo(plan)} were lost; no limit was promised`,
        },
      ];

const commandFailed: Rule = ({ facts: { plan, treated } }) => {
  const verifying = verifyingSteps(plan);
  return treated.commands
    .filter((command) => hasFailed(command) && !verifying.has(command.step))
    .map((command) => ({ code: 'command-failed', message: inWords(command) }));
};

const notUp: Rule = ({ facts: { treated } }) =>
  treated.notUp.map(({ service, exitCode }) => ({
    code: 'not-up',
    message: `${service} was not up before anything was broken${
      exitCode === undefined ? '' : ` (exit code ${exitCode})`
    }, and no probe saw it`,
  }));

const stillInForce: Rule = ({ facts: { treated } }) =>
  treated.recoveredAt === undefined
    ? []
    : treated.evidence
        .filter(({ when, seen }) => when === 'audit' && seen)
        .map(({ fault, what }) => ({
          code: 'still-in-force',
          message: `the probes hold, and “${fault}” is still in force: ${what}`,
        }));

const stillRunning: Rule = ({ facts: { treated } }) =>
  [...new Set(treated.stillRunning.map(typedAt))].map((command) => ({
    code: 'still-running',
    message: `${command}: a job that it started still ran at the end: what it does later was not watched`,
  }));

const diagnosisBlind: Rule = ({ facts }) =>
  facts.treated.commands
    .filter((command) => tells(facts, command) === false)
    .map((command) => ({
      code: 'diagnosis-blind',
      message: `${typedAt(command)}: reads the same without the fault: it cannot diagnose it`,
    }));

/** What never changes a verdict. */
export const NOTES: readonly Rule[] = [
  noControl,
  notUp,
  lostWrites,
  dataLost,
  stillInForce,
  stillRunning,
  notVerified,
  commandFailed,
  diagnosisBlind,
  alertSilent(false),
  alertOther,
  alertsSpedUp,
];

const missed = ({ name, limit, unit, measured = 0, after, within, origin }: JudgedObjective): string => {
  const figure = formatFigure(limit, unit);
  const promised = origin.from === 'default' ? `allowed ${figure} by default` : `promised ${figure}`;
  if (within === undefined) return `${name}: ${formatFigure(measured, unit)}, ${promised}`;
  const when = after === undefined ? 'at the end' : `only after ${formatDuration(after)}`;
  return `${name}: ${formatFigure(measured, unit)} ${when}, ${promised} within ${formatDuration(within)}`;
};

const unchecked = ({ audits, refusals }: ArmFacts): string => {
  const reasons = audits.flatMap(({ ledger, checked, acknowledged, reason }) => {
    if (!checked) return [`${ledger}: ${reason}`];
    if (acknowledged > 0) return [];
    return [`${ledger}: no write was acknowledged: ${refusals.get(ledger) ?? 'none was tried'}`];
  });
  return `lost writes could not be counted: ${reasons.join('; ') || 'no ledger was kept'}`;
};
