import type { List, Nodes } from 'mdast';
import { caseElsewhere, conditionOf, conditionOfIntro, conditionSpoken, sentencesOf } from './conditions.ts';
import { ASKED, CONDITIONAL, OCCASION, SPEAKS_FOR_SECTION, USE_WHEN } from '../knowledge/conditions.ts';
import {
  CONDITIONAL_HEADING,
  MEASURED_HEADING,
  NAME_OF_CASE,
  STATE_IN_HEADING,
  SURELY_CONDITIONAL,
} from '../knowledge/state-headings.ts';
import { NAMES_INCIDENT } from '../knowledge/headings.ts';
import { LABEL_DEPTH, type Section } from '../markdown/sections.ts';
import { textWithCode } from '../markdown/node-text.ts';
import { branchesIn } from './branches.ts';
import { caseOfAnswer, numberedCase } from './answers.ts';
import { questionIn } from './questions.ts';
import { statesIn } from './state-sections.ts';

/** When a section is to be followed, by its heading or by what is said before its first command; it holds for what is in it, too. */
export const sectionConditions = (root: Section): ReadonlyMap<Section, string> => {
  const conditions = new Map<Section, string>();
  const [title] = root.children;
  const branches = branchesIn(root);
  const visit = (section: Section, inherited: string | undefined, within = false): void => {
    // A heading of the first level that others stand before is no title of all.
    const depth = section.depth === 1 && section !== title ? 2 : section.depth;
    const own = ownCondition({ ...section, depth }) ?? inherited;
    if (own !== undefined) conditions.set(section, own);
    const graded = section.depth > 1 && areGraded(section.children);
    const states = statesIn(section);
    const asked = questionIn(section.heading);
    const isTrouble = within || NAMES_INCIDENT.some((form) => form.test(section.heading));
    for (const child of section.children) {
      const answered = asked === undefined ? undefined : caseOfAnswer(asked, child.heading);
      // Of a section that is about no trouble by itself each is an incident of its own.
      const numbered = isTrouble && child.depth === LABEL_DEPTH ? numberedCase(child.heading) : undefined;
      const grade =
        (graded ? GRADE.exec(child.heading)?.[1] : undefined) ??
        states.get(child) ??
        branches.get(child) ??
        answered ??
        numbered;
      if (grade !== undefined) conditions.set(child, grade);
      visit(child, grade ?? own, isTrouble);
    }
  };
  visit(root, undefined);
  return conditions;
};

/** "Critical (queue > 50 jobs)", beside "High (queue 20–50 jobs)". */
const GRADE = /\(([a-z][\w ]{0,40}\s(?:(?:[<>]=?|[≤≥])\s*\d|\d+\s?[-–]\s?\d)[^()]{0,40})\)/i;

const areGraded = (sections: readonly Section[]): boolean => {
  const grades = sections.flatMap(({ heading }) => GRADE.exec(heading)?.[1] ?? []);
  return grades.length > 1 && grades.some((grade) => /[<>≤≥]/.test(grade));
};

/** "If you ran it, the data was deleted." */
const EXPLAINS =
  /^If\b[^,]*,\s+(?:(?:the|this|that|your|an?) (?:[\w-]+ ){1,4}?|it |they )(?:was|were|is|are|has|have)\b(?![^.]*:$)/;
const LISTS = /\b(?:following|below)\b/i;

const ownCondition = ({ heading, depth, content, children }: Section): string | undefined => {
  if (depth <= 1) return undefined;
  const asked = depth > 2 ? (ASKED.exec(heading) ?? MEASURED_HEADING.exec(heading))?.[1] : undefined;
  if (asked !== undefined) return asked.trim();
  const elsewhere = depth > 2 ? caseElsewhere(heading) : undefined;
  if (elsewhere !== undefined) return elsewhere;
  const state = STATE_IN_HEADING.exec(heading)?.[1];
  if (state !== undefined) return state;
  if (CONDITIONAL_HEADING.test(heading) && (depth > 2 || SURELY_CONDITIONAL.test(heading))) {
    const bare = heading
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .replace(NAME_OF_CASE, '')
      .replace(/[,:\s]+$/, '');
    const condition = conditionOf(/^when/i.test(bare) ? `${bare}:` : bare);
    if (condition !== undefined) return condition;
  }
  const opening = openingOf(content, children);
  const used = opening.map(usedWhen).find((condition) => condition !== undefined);
  if (used !== undefined) return used;
  const speaking = opening.find(
    (text, index) =>
      CONDITIONAL.test(text) && SPEAKS_FOR_SECTION.test(text) && (index === 0 || /\bonly\b/i.test(text)),
  );
  if (speaking !== undefined) return conditionSpoken(speaking);
  const [text = ''] = opening;
  // "If it is one feature, use its flag:", with no list that follows.
  const leadsToSections =
    content.length === 1 &&
    children.length > 0 &&
    (/^If\b/.test(text) || /^If\b/.test(sentencesOf(text).at(-1) ?? '')) &&
    !LISTS.test(text);
  return leadsToSections && !EXPLAINS.test(text) ? conditionOfIntro(text) : undefined;
};

/** The paragraphs below a heading, before anything is typed, each with the list that it leads to: "Use only if:". */
const openingOf = (content: readonly Nodes[], [label]: readonly Section[]): readonly string[] => {
  const texts: string[] = [];
  for (const node of content) {
    const lead = texts.at(-1);
    if (node.type === 'list' && lead !== undefined && LEADS_TO_CASES.test(lead))
      texts.splice(-1, 1, `${lead} ${itemsOf(node)}`);
    else if (node.type === 'paragraph' || node.type === 'blockquote') texts.push(plainOf(node));
    else if (node.type !== 'thematicBreak') return texts;
  }
  // "**Use when:**" on a line of its own is read as a heading below all others.
  const [first] = label?.content ?? [];
  const labelled =
    label !== undefined && label.depth === LABEL_DEPTH && LEADS_TO_CASES.test(`${label.heading}:`);
  return labelled && first !== undefined
    ? [...texts, `${label.heading}: ${first.type === 'list' ? itemsOf(first) : plainOf(first)}`]
    : texts;
};

const LEADS_TO_CASES =
  /\b(?:if|when)(?: (?:all|any|one|each)(?: of)? (?:these|the following|the below|this)(?: \w+)? (?:is|are|holds?|apply|applies)(?: (?:true|met))?)?\s*:$/i;

const plainOf = (node: Nodes): string => textWithCode(node).replaceAll(/\s+/g, ' ').trim();

const itemsOf = ({ children }: List): string => children.map(plainOf).join('; ');

/** "This drops all data. Use only if the replica is lost." */
const usedWhen = (text: string): string | undefined =>
  CONDITIONAL.test(text)
    ? sentencesOf(text)
        .filter((sentence) => !sentence.endsWith(':'))
        .map((sentence) => USE_WHEN.exec(sentence.replace(NOTE, ''))?.[1]?.replace(/[\s:]+$/, ''))
        .find((found) => found !== undefined && found !== '' && !OCCASION.test(found) && !ALERTED.test(found))
    : undefined;

/** The occasion of all: "Use this when the alert `RedisDown` fires". */
const ALERTED = /\b(?:alerts?|pages?|alarms?)\b/i;

/** "**Warning**: Only if …" */
const NOTE = /^\W*(?:warning|note|important|caution|attention|danger)\W+/i;
