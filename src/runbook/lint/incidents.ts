import type { Procedure } from '../model.ts';
import { ALERT_WORDS, NAMES_TROUBLE, PRODUCTS } from './knowledge/incidents.ts';

/**
 * Instructions for setting something up promise no time, and are checked at their end or not at all; an alert that no
 * longer fires needs neither.
 */
export const answersIncident = ({ heading, alert, severity }: Procedure): boolean =>
  !/\bdeprecated\b/i.test(heading) &&
  (alert !== undefined || severity !== undefined || namesAlert(heading) || NAMES_TROUBLE.test(heading));

/** Written in one word, and no product that is written so. */
export const namesAlert = (heading: string): boolean =>
  (heading.match(ALERT_WORDS) ?? []).some((name) => !PRODUCTS.has(name));
