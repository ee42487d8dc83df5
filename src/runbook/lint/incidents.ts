import type { Procedure } from '../model.ts';
import { ALERT_NAME, TROUBLE } from './knowledge/changes.ts';

/**
 * Instructions for setting something up promise no time, and are checked at their end or not at all; an alert that no
 * longer fires needs neither.
 */
export const answersIncident = ({ heading, alert, severity }: Procedure): boolean =>
  !/\bdeprecated\b/i.test(heading) &&
  (alert !== undefined || severity !== undefined || ALERT_NAME.test(heading) || TROUBLE.test(heading));
