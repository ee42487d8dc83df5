import { ALERT_NAME } from '../knowledge/alerts.ts';
import {
  DOES_ONE_THING,
  GOES_ON,
  HOLDS_INCIDENTS,
  IF_IT_FAILS,
  NAMES_INCIDENT,
  ORDERS,
  PART_OF_ANSWER,
  TITLES_STATE,
  SOUNDS_LIKE_TROUBLE,
} from '../knowledge/headings.ts';
import { roleElsewhere, roleOfHeading } from '../knowledge/roles.ts';
import { titleOf } from '../markdown/title.ts';
import type { Section } from '../markdown/sections.ts';

/**
 * The section that a file is where all of it is one answer: that of its only title, or the root.
 * @param typed is there anything to type in a section?
 */
export const wholeFile = (root: Section, typed: (section: Section) => boolean): Section | undefined => {
  const titles = root.children.filter(({ depth }) => depth === 1);
  const whole = titles.length === 1 ? (titles[0] as Section) : root;
  const told = topOf(whole).filter(typed);
  const isOne =
    told.length > 0 && (titlesOneAnswer(titleOf(root) ?? '', whole) || arePartsOfOne(told) || goOn(told));
  return isOne ? whole : undefined;
};

const topOf = ({ children }: Section): readonly Section[] => {
  const top = Math.min(...children.map(({ depth }) => depth));
  return children.filter(({ depth }) => depth === top);
};

const isPart = ({ heading }: Section): boolean =>
  PART_OF_ANSWER.test(heading) || roleElsewhere(heading) !== undefined;

/** "Rollback" and "Verify": the one that is no part of an answer is what is done. */
const arePartsOfOne = (sections: readonly Section[]): boolean => {
  const others = sections.filter((section) => !isPart(section));
  return others.length === 0 || (others.length === 1 && sections.length > 1);
};

/** Numbered sections are steps, unless each is about a trouble of its own. */
const goOn = (sections: readonly Section[]): boolean =>
  sections.some(({ heading }) => GOES_ON.test(heading)) &&
  sections.filter(({ heading }) => SOUNDS_LIKE_TROUBLE.test(heading)).length < 2;

/** Does a title say what has gone wrong ("Runbook: Vault is sealed"), or the one thing to do ("Restoring a backup"), and the sections how? */
export const titlesOneAnswer = (title: string, whole: Section): boolean => {
  const named = title
    .replace(/^\W*(?:runbook|playbook|sop)\s*[:–—-]\s*/i, '')
    .replace(/\W*\b(?:runbook|playbook|procedure|sop)\W*$/i, '');
  if (HOLDS_INCIDENTS.test(named)) return false;
  if (ALERT_NAME.test(named)) return true;
  const sections = topOf(whole);
  const helps = sections.some(({ heading }) => isToDo(heading));
  const { order, noun } = DOES_ONE_THING.exec(named)?.groups ?? {};
  const verb = (order ?? noun)?.toLowerCase();
  if (verb === undefined)
    return helps && (TITLES_STATE.test(named) || NAMES_INCIDENT.some((form) => form.test(named)));
  const again = sections.filter(
    ({ heading }) => ORDERS.exec(heading)?.groups?.['order']?.toLowerCase() === verb,
  );
  return helps && again.length < 2;
};

const isToDo = (heading: string): boolean =>
  IF_IT_FAILS.test(heading) ||
  ['diagnose', 'mitigate', 'verify'].includes(roleOfHeading(heading) ?? '') ||
  GOES_ON.test(heading) ||
  ORDERS.test(heading);
