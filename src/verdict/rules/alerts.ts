import { objectiveOf } from '../../plan/objective-of.ts';
import type { Case, Rule } from '../rule.ts';

/** Somebody relies on it. */
export const alertSilent: Rule = (drill) => (isDetectPromised(drill) ? silence(drill) : []);

/** Where nobody promises to detect it, it is a note. */
export const alertSilentUnpromised: Rule = (drill) => (isDetectPromised(drill) ? [] : silence(drill));

const isDetectPromised = ({ objectives }: Case): boolean => objectiveOf(objectives, 'detect') !== undefined;

const silence: Rule = ({ facts: { plan, treated } }) =>
  plan.alerts === undefined || treated.firstFailed === undefined || treated.alerts.fired.length > 0
    ? []
    : [{ code: 'alert-silent', message: 'no alert fired: nobody would have been called' }];

export const alertOther: Rule = ({ facts: { plan, treated } }) => {
  const { alert } = plan.procedure;
  const { fired } = treated.alerts;
  if (alert === undefined || fired.length === 0 || fired.includes(alert)) return [];
  return [{ code: 'alert-other', message: `${fired.join(', ')} fired, and this runbook answers ${alert}` }];
};

export const alertsSpedUp: Rule = ({ facts: { plan } }) => {
  const { timeScale = 1 } = plan.alerts?.spec ?? {};
  if (timeScale === 1) return [];
  const message = `the alert rules ran ${timeScale} times as fast as they are written: the time to detect is longer at work`;
  return [{ code: 'alerts-sped-up', message }];
};
