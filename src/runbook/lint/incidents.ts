import type { Procedure } from '../model.ts';
import { ALERT_NAME, TROUBLE } from './knowledge/changes.ts';
import { PRODUCTS } from './knowledge/products.ts';

/**
 * Instructions for setting something up promise no time, and are checked at their end or not at all; an alert that no
 * longer fires needs neither.
 */
export const answersIncident = ({ heading, alert, severity }: Procedure): boolean =>
  !/\bdeprecated\b/i.test(heading) &&
  (alert !== undefined || severity !== undefined || namesAlert(heading) || TROUBLE.test(heading));

/** Written in one word, and no product that is written so. */
export const namesAlert = (heading: string): boolean =>
  (heading.match(ALERT_NAME) ?? []).some((name) => !PRODUCTS.has(name));
