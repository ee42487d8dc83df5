import { ALERT_NAME } from '../knowledge/alerts.ts';
import {
  ACTS,
  CALLED_INCIDENT,
  CALLED_RUNBOOK,
  CASE_OF_INCIDENT,
  DOES_ONE_THING,
  HOLDS_INCIDENTS,
  IF_IT_FAILS,
  IS_NO_ANSWER,
  IS_STEP,
  LOOKS,
  NAMES_INCIDENT,
  ORDERS,
  PART_OF_ANSWER,
  PROVOKES,
  TITLES_STATE,
  SOUNDS_LIKE_TROUBLE,
} from '../knowledge/headings.ts';
import { roleOfHeading } from '../knowledge/roles.ts';
import { allSections, LABEL_DEPTH, type Section } from '../markdown/sections.ts';
import { titlesOneAnswer, wholeFile } from './whole-file.ts';

/** What of a section decides whether it is a procedure. */
export interface About {
  readonly alert: (section: Section) => string | undefined;
  /** Is there anything to type in it? */
  readonly typed: (section: Section) => boolean;
  /** Does anything in it change the system? */
  readonly acts: (section: Section) => boolean;
  /** What a mark says; `undefined` where none does. */
  readonly marked: (section: Section) => boolean | undefined;
}

/**
 * The sections that answer one incident or one recovery level each: those that marks name, those that name an alert or an
 * incident, or that have parts of their own ("Diagnosis", "Resolution"). In a file without any: its second-level sections, or
 * the whole of it.
 */
export const procedureSections = (root: Section, about: About): readonly Section[] => {
  const all = allSections(root);
  const marked = all.filter((section) => about.marked(section) === true);
  const inMarked = new Set(marked.flatMap(({ children }) => children.flatMap(allSections)));
  const outermost = marked.filter((section) => !inMarked.has(section));
  const holdsMarked = (section: Section): boolean =>
    allSections(section).some((each) => marked.includes(each));
  const open = all.filter(
    (section) =>
      section.depth > 0 &&
      about.marked(section) === undefined &&
      !inMarked.has(section) &&
      (marked.length === 0 || !holdsMarked(section)),
  );
  const told = answersAmong(open, about);
  if (marked.length + told.length === 0) return wholeOrSections(root, open, about);
  return [...outermost, ...told].toSorted((a, b) => a.lines[0] - b.lines[0]);
};

const answersAmong = (all: readonly Section[], about: About): readonly Section[] => {
  const alerting = new Set(all.filter((section) => about.alert(section) !== undefined));
  const answers = new Set(
    all.filter((section) => alerting.has(section) || (about.typed(section) && isAnswer(section))),
  );
  for (const section of all) addAlerts(section, answers);
  for (const section of all) addTroubles(section, answers, about);
  for (const section of all) addNumberedSiblings(section, answers, about);
  for (const section of all) addActingSiblings(section, answers, about);
  for (const section of all) if (PROVOKES.test(section.heading)) answers.delete(section);
  for (const section of all) if (answers.has(section)) withoutCases(section, answers);
  const chosen = all.filter((section) => answers.has(section) && standsAlone(section, answers, alerting));
  const covered = new Set(chosen.flatMap((section) => section.children.flatMap(allSections)));
  return chosen.filter((section) => !covered.has(section));
};

const isAnswer = (section: Section): boolean => {
  const { heading, depth } = section;
  if (depth === 1 && titlesOneAnswer(heading, section)) return true;
  if (IS_STEP.test(heading)) return false;
  if (depth > 1 && CALLED_RUNBOOK.test(heading)) return true;
  if (depth > 1 && HOLDS_INCIDENTS.test(heading)) return false;
  if (hasParts(section)) return true;
  if (depth === 1 && HOLDS_INCIDENTS.test(heading)) return false;
  const role = roleOfHeading(heading);
  if (depth === LABEL_DEPTH) return CALLED_INCIDENT.some((form) => form.test(heading));
  return role !== 'escalate' && NAMES_INCIDENT.some((form) => form.test(heading));
};

const hasParts = ({ children }: Section): boolean =>
  children.some(({ heading }) => LOOKS.test(heading)) && children.some(({ heading }) => ACTS.test(heading));

/** Names of alerts side by side; one alone may be any other name. */
const addAlerts = ({ children }: Section, answers: Set<Section>): void => {
  const named = children.filter(({ heading }) => ALERT_NAME.test(heading));
  if (named.length > 1) for (const child of named) answers.add(child);
};

/** "Connectivity issues" beside "High CPU usage". */
const addTroubles = ({ children }: Section, answers: Set<Section>, { typed }: About): void => {
  const depths = new Set(children.filter((child) => answers.has(child)).map(({ depth }) => depth));
  depths.delete(LABEL_DEPTH);
  for (const child of children)
    if (depths.has(child.depth) && soundsLikeTrouble(child) && typed(child)) answers.add(child);
};

const soundsLikeTrouble = ({ heading }: Section): boolean =>
  (SOUNDS_LIKE_TROUBLE.test(heading) || TITLES_STATE.test(heading)) &&
  ![HOLDS_INCIDENTS, IF_IT_FAILS, ACTS, ORDERS].some((form) => form.test(heading));

/** "7. Authentication Failures" beside six numbered answers is one, too. */
const addNumberedSiblings = ({ children }: Section, answers: Set<Section>, { typed }: About): void => {
  const numbered = children.filter(
    ({ heading }) => /^\W*\d+(?:\.\d+)*[.)]?\s/.test(heading) && !LOOKS.test(heading) && !ACTS.test(heading),
  );
  if (numbered.filter((child) => answers.has(child)).length < 2) return;
  for (const child of numbered) if (typed(child)) answers.add(child);
};

/** "Database rollback" beside "API down" and "Queue backlog": a recovery that one may be asked for, unless it is a part or a way of theirs. */
const addActingSiblings = ({ children }: Section, answers: Set<Section>, { acts }: About): void => {
  const told = children.filter((child) => answers.has(child) && child.depth < LABEL_DEPTH);
  if (told.length < 2) return;
  for (const child of children)
    if (told.some(({ depth }) => depth === child.depth) && !IS_NO_ANSWER.test(child.heading) && acts(child))
      answers.add(child);
};

/** "If the disk is full" and "Last resort" within the answer to an incident are cases of it, and no incidents. */
const withoutCases = (section: Section, answers: Set<Section>): void => {
  if (!isTrouble(section)) return;
  for (const child of section.children.flatMap(allSections))
    if (CASE_OF_INCIDENT.test(child.heading)) answers.delete(child);
};

const isTrouble = ({ heading }: Section): boolean =>
  NAMES_INCIDENT.some((form) => form.test(heading)) && !HOLDS_INCIDENTS.test(heading);

/** A section that holds several answers is none itself; one that holds a single one, or whose labels tell its own cases, answers with them. */
const standsAlone = (
  section: Section,
  answers: ReadonlySet<Section>,
  alerting: ReadonlySet<Section>,
): boolean => {
  const isTitle = section.depth === 1 && DOES_ONE_THING.test(section.heading);
  const inner = section.children
    .filter(({ heading }) => !(isTitle && IF_IT_FAILS.test(heading)))
    .flatMap(allSections)
    .filter((child) => answers.has(child));
  if (section.children.filter(({ heading }) => PART_OF_ANSWER.test(heading)).length > 1) return true;
  if (alerting.has(section)) return !inner.some((child) => alerting.has(child));
  const isOpen = section.depth < 3 && !NAMES_INCIDENT.some((form) => form.test(section.heading));
  const headed = inner.filter(({ depth }) => depth < LABEL_DEPTH || isOpen);
  return headed.length < 2 && !inner.some((child) => alerting.has(child));
};

const wholeOrSections = (root: Section, all: readonly Section[], { typed }: About): readonly Section[] => {
  const whole = wholeFile(root, typed);
  if (whole !== undefined && allSections(whole).every((each) => each === root || all.includes(each)))
    return [whole];
  const sections = all.filter((section) => section.depth === 2 && typed(section));
  if (sections.length > 0) return sections;
  const typedTitles = all.filter((section) => section.depth === 1 && typed(section));
  if (typedTitles.length > 0) return typedTitles;
  const any = all.filter(typed);
  const highest = any.reduce((least, { depth }) => Math.min(least, depth), Number.POSITIVE_INFINITY);
  if (any.length > 0) return any.filter(({ depth }) => depth === highest);
  return typed(root) ? [root] : [];
};
