import { asWay, optionSections } from './alternatives.ts';
import { replacedWords } from './named-placeholders.ts';
import { claimsOf } from './claims.ts';
import { ACTS_ON } from './knowledge/acting.ts';
import { BRANCH } from './knowledge/headings.ts';
import { roleOfWords } from './knowledge/roles.ts';
import { procedureSections } from './procedure-sections.ts';
import type { Part, Procedure, Role, Step } from './model.ts';
import { allSections, LABEL_DEPTH, textOf, type Section } from './sections.ts';
import { sectionConditions } from './section-conditions.ts';
import { createSlugger } from './slug.ts';
import { stepsOf } from './steps.ts';

const ALERT = /\balert\b\W{0,6}`([\w-]+)`/i;
const SEVERITY = /\b(critical|warning|info|sev-?\s?\d|p[0-4])\b/i;

type StepsBySection = ReadonlyMap<Section, readonly Step[]>;

export interface Structure {
  readonly procedures: readonly Procedure[];
  readonly reference: readonly Part[];
}

/** The sections that answer an incident, and what stands outside of them. */
export const toStructure = (root: Section, lines: readonly string[]): Structure => {
  const slugs = slugsOf(root);
  const ways = optionSections(root);
  const replaced = replacedWords(lines.join('\n'));
  const conditions = sectionConditions(root);
  const steps: StepsBySection = new Map(
    allSections(root).map((section) => {
      const own = stepsOf(
        section.content,
        { raw: lines, replaced },
        section.heading,
        conditions.get(section),
      );
      const way = ways.get(section);
      return [section, way === undefined ? own : own.map((step) => asWay(step, way))];
    }),
  );
  const typed = new Set(
    allSections(root).filter((section) => steps.get(section)?.some(({ commands }) => commands.length > 0)),
  );
  const owners = procedureSections(root, {
    alert: alertOf,
    typed: (section) => allSections(section).some((each) => typed.has(each)),
  });
  const procedures = owners.map((section) =>
    toProcedure(section, slugs.get(section) ?? 'whole-file', steps, lines),
  );
  const inside = new Set(owners.flatMap(allSections));
  const outside = allSections(root).filter((section) => !inside.has(section));
  return {
    procedures,
    reference: outside
      .map((section) => toPart(section, 'reference', steps, lines))
      .filter(
        ({ steps: own, claims }) => own.some(({ commands }) => commands.length > 0) || claims.length > 0,
      ),
  };
};

/** Headings have GitHub's anchors; a bold label, which has none there, gets its own after all of them. */
const slugsOf = (root: Section): ReadonlyMap<Section, string> => {
  const slug = createSlugger();
  const sections = allSections(root).filter(({ depth }) => depth > 0);
  const labels = sections.filter(({ depth }) => depth === LABEL_DEPTH);
  const headings = sections.filter(({ depth }) => depth < LABEL_DEPTH);
  return new Map([...headings, ...labels].map((section) => [section, slug(section.heading)]));
};

const alertOf = ({ content }: Section): string | undefined => {
  for (const node of content) {
    const source =
      'children' in node
        ? node.children
            .map((child) => (child.type === 'inlineCode' ? `\`${child.value}\`` : textOf(child)))
            .join('')
        : '';
    const alert = ALERT.exec(source)?.[1];
    if (alert !== undefined) return alert;
  }
  return undefined;
};

const toProcedure = (
  section: Section,
  slug: string,
  steps: StepsBySection,
  lines: readonly string[],
): Procedure => {
  const alert = alertOf(section);
  const severity = SEVERITY.exec(section.heading)?.[1];
  const own = toPart(section, 'diagnose', steps, lines);
  const inner = section.children.flatMap((child) => partsOf(child, {}, steps, lines));
  return {
    slug,
    heading: section.heading.replace(/^[^\p{L}\p{N}]+/u, '') || 'Whole file',
    lines: section.lines,
    ...(alert === undefined ? {} : { alert }),
    ...(severity === undefined ? {} : { severity }),
    parts: [...(own.steps.length > 0 ? splitByRole(own) : []), ...inner.flatMap(splitByRole)],
    claims: own.steps.length > 0 ? [] : own.claims,
  };
};

interface Above {
  readonly role?: Role;
  readonly branch?: string;
}

/** A section's part and those of the sections in it, which are for the same where their own headings do not say. */
const partsOf = (
  section: Section,
  above: Above,
  steps: StepsBySection,
  lines: readonly string[],
): readonly Part[] => {
  const role = roleOfWords(section.heading) ?? above.role ?? 'diagnose';
  const branch = BRANCH.test(section.heading) ? section.heading : above.branch;
  const here: Above = branch === undefined ? { role } : { role, branch };
  const part = { ...toPart(section, role, steps, lines), ...(branch === undefined ? {} : { branch }) };
  return [part, ...section.children.flatMap((child) => partsOf(child, here, steps, lines))];
};

const toPart = (section: Section, role: Role, steps: StepsBySection, lines: readonly string[]): Part => {
  const end = section.children[0] === undefined ? section.lines[1] : section.children[0].lines[0] - 1;
  return {
    role,
    heading: section.heading,
    lines: [section.lines[0], end],
    steps: steps.get(section) ?? [],
    claims: claimsOf([section.lines[0], end], lines),
  };
};

/** "Immediate actions" look, act and verify: each step's own words say which. Runs of steps of one role are one part. */
const splitByRole = (part: Part): readonly Part[] => {
  if (part.role === 'reference' || part.role === 'escalate' || part.branch !== undefined) return [part];
  const parts: Part[] = [];
  for (const step of part.steps) {
    const role = roleOfStep(step, part.role);
    const last = parts.at(-1);
    if (last?.role === role)
      parts[parts.length - 1] = {
        ...last,
        lines: [last.lines[0], step.lines[1]],
        steps: [...last.steps, step],
      };
    else parts.push({ ...part, role, lines: step.lines, steps: [step], claims: [] });
  }
  const [first, ...rest] = parts;
  return first === undefined ? [part] : [{ ...first, claims: part.claims }, ...rest];
};

const roleOfStep = ({ title, commands }: Step, otherwise: Role): Role => {
  const own = title === undefined ? undefined : roleOfWords(title);
  const acts = commands.some(
    ({ text, flags }) => flags.includes('destructive') || ACTS_ON.some((form) => form.test(text)),
  );
  if (own === undefined || own === 'reference')
    return acts && (otherwise === 'diagnose' || otherwise === 'verify') ? 'mitigate' : otherwise;
  return own === 'diagnose' && acts ? 'mitigate' : own;
};
