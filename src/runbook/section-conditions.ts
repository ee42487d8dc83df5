import { conditionOf, conditionOfIntro } from './conditions.ts';
import {
  ASKED,
  CONDITIONAL,
  CONDITIONAL_HEADING,
  MEASURED_HEADING,
  SPEAKS_FOR_SECTION,
  STATE_IN_HEADING,
} from './knowledge/conditions.ts';
import type { Section } from './sections.ts';
import { textWithCode } from './node-text.ts';

/** When a section is to be followed, by its heading or by what is said before its first command; it holds for what is in it, too. */
export const sectionConditions = (root: Section): ReadonlyMap<Section, string> => {
  const conditions = new Map<Section, string>();
  const visit = (section: Section, inherited: string | undefined): void => {
    const own = ownCondition(section) ?? inherited;
    if (own !== undefined) conditions.set(section, own);
    const graded = section.depth > 1 && areGraded(section.children);
    for (const child of section.children) {
      const grade = graded ? GRADE.exec(child.heading)?.[1] : undefined;
      if (grade !== undefined) conditions.set(child, grade);
      visit(child, grade ?? own);
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

/** "If it is one feature, use its flag:", with no list that follows. */
const BEGINS_WITH_IF = /(?:^|[.!] )If\b/;
const LISTS = /\b(?:following|below)\b/i;

const ownCondition = ({ heading, depth, content, children }: Section): string | undefined => {
  if (depth <= 1) return undefined;
  const asked = depth > 2 ? (ASKED.exec(heading) ?? MEASURED_HEADING.exec(heading))?.[1] : undefined;
  if (asked !== undefined) return asked.trim();
  const state = STATE_IN_HEADING.exec(heading)?.[1];
  if (state !== undefined) return state;
  if (
    CONDITIONAL_HEADING.test(heading) &&
    (depth > 2 ||
      /^\W*(?:[A-Z][.)]\s+)?(?:only )?if\b|\((?:only )?if\b[^)]*\)\W*$|\bif (?:[\w-]+ ){1,2}is [\w-]+(?:\s*\([^()]+\))?\W*$/i.test(
        heading,
      ))
  ) {
    const bare = heading.replace(/^\W*(?:(?:\d+|[A-Z])[.)]\s*|step\s+\w+\W+)/i, '');
    const condition = conditionOf(/^when/i.test(bare) ? `${bare}:` : bare);
    if (condition !== undefined) return condition;
  }
  const [first] = content;
  const text = first?.type === 'paragraph' || first?.type === 'blockquote' ? textWithCode(first) : '';
  const leadsToSections =
    content.length === 1 && children.length > 0 && BEGINS_WITH_IF.test(text) && !LISTS.test(text);
  return CONDITIONAL.test(text) && (leadsToSections || SPEAKS_FOR_SECTION.test(text.replaceAll(/\s+/g, ' ')))
    ? conditionOfIntro(text)
    : undefined;
};
