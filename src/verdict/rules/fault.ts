import { formatDuration } from '../../core/duration.ts';
import type { ArmFacts } from '../facts.ts';
import type { Rule } from '../rule.ts';
import { unseen } from './unseen.ts';

export const noEvidence: Rule = ({ facts: { plan, treated } }) =>
  unseen(plan, treated).map(({ fault, what }) => ({
    code: 'no-evidence',
    message: `no evidence that “${fault}” was in force: ${what}`,
  }));

export const notNoticed: Rule = ({ facts: { plan, treated } }) =>
  unseen(plan, treated).length > 0 || treated.firstFailed
    ? []
    : [
        {
          code: 'not-noticed',
          message: `no probe failed within ${formatDuration(plan.timing.detectTimeout)}: they cannot see this fault`,
        },
      ];

export const stillInForce: Rule = ({ facts: { treated } }) =>
  treated.recoveredAt === undefined
    ? []
    : inForceAtEnd(treated).map(({ fault, what }) => ({
        code: 'still-in-force',
        message: `the probes hold, and “${fault}” is still in force: ${what}`,
      }));

/** The faults that were read from the system when the watch was over. */
export const inForceAtEnd = ({ evidence }: ArmFacts): ArmFacts['evidence'] =>
  evidence.filter(({ when, seen }) => when === 'audit' && seen);
