import { formatDuration } from '../../core/duration.ts';
import type { Plan } from '../../plan/model.ts';
import type { ArmFacts } from '../facts.ts';
import type { Rule } from '../rule.ts';

export const recovered: Rule = ({ facts, measures }) => [
  {
    code: 'recovered',
    message: `the runbook brought the system back in ${formatDuration(measures.recoverMs ?? 0)}${
      facts.control
        ? `, and without it the system did not come back (watched for ${formatDuration(facts.control.watchedMs)})`
        : ''
    }`,
  },
];

export const notRecovered: Rule = ({ facts: { plan, treated } }) => {
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

export const notUp: Rule = ({ facts: { treated } }) =>
  treated.notUp.map(({ service, exitCode }) => ({
    code: 'not-up',
    message: `${service} was not up before anything was broken${
      exitCode === undefined ? '' : ` (exit code ${exitCode})`
    }, and no probe saw it`,
  }));
