import type { Lines } from '../core/location.ts';
import { asWay, optionSections } from './alternatives.ts';
import { replacedWords } from './named-placeholders.ts';
import { claimsOfLine } from './claims.ts';
import { roleOfWords } from './knowledge/roles.ts';
import type { Claim, Part, Procedure, Role, Step } from './model.ts';
import { allSections, textOf, type Section } from './sections.ts';
import { createSlugger } from './slug.ts';
import { stepsOf } from './steps.ts';

/** A heading that is about an environment which the drill may not be. */
const BRANCH =
  /\b(kubernetes|k8s|eks|gke|aks|openshift|aws|rds|waf|gcp|azure|cloud sql|heroku|fly\.io|ecs)\b/i;

const ALERT = /\balert\b\W{0,6}`([\w-]+)`/i;
const SEVERITY = /\b(critical|warning|info|sev-?\s?\d|p[0-4])\b/i;

type StepsBySection = ReadonlyMap<Section, readonly Step[]>;

export interface Structure {
  readonly procedures: readonly Procedure[];
  readonly reference: readonly Part[];
}

/** The sections that answer an incident, and what stands outside of them. */
export const toStructure = (root: Section, lines: readonly string[]): Structure => {
  const slug = createSlugger();
  const slugs = new Map(
    allSections(root)
      .filter(({ depth }) => depth > 0)
      .map((section) => [section, slug(section.heading)]),
  );
  const ways = optionSections(root);
  const replaced = replacedWords(lines.join('\n'));
  const steps: StepsBySection = new Map(
    allSections(root).map((section) => {
      const own = stepsOf(section.content, { raw: lines, replaced }, section.heading);
      const way = ways.get(section);
      return [section, way === undefined ? own : own.map((step) => asWay(step, way))];
    }),
  );
  const owners = procedureSections(root, steps);
  const procedures = owners.map((section) => toProcedure(section, slugs.get(section) ?? '', steps, lines));
  const outside = allSections(root).filter(
    (section) => !owners.some((owner) => allSections(owner).includes(section)),
  );
  return {
    procedures,
    reference: outside
      .map((section) => toPart(section, 'reference', steps, lines))
      .filter(({ steps }) => steps.some(({ commands }) => commands.length > 0)),
  };
};

/** The highest sections that name an alert; else those with parts of their own; else all of the second level with commands. */
const procedureSections = (root: Section, steps: StepsBySection): readonly Section[] => {
  const all = allSections(root).filter(({ depth }) => depth > 0);
  const alerting = all.filter((section) => alertOf(section) !== undefined);
  if (alerting.length > 0) return alerting;
  const composed = all.filter(
    (section) =>
      section.children.filter(({ heading }) => roleOfWords(heading) !== undefined).length > 1 &&
      typed(section, steps),
  );
  const highest = composed.filter(
    (section) => !composed.some((other) => other !== section && allSections(other).includes(section)),
  );
  return highest.length > 0 ? highest : all.filter((section) => section.depth === 2 && typed(section, steps));
};

/** Is there anything to type in it? */
const typed = (section: Section, steps: StepsBySection): boolean =>
  allSections(section).some((each) => steps.get(each)?.some(({ commands }) => commands.length > 0));

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
  const inner = section.children.flatMap((child) =>
    allSections(child).map((each) => partOf(each, child, steps, lines)),
  );
  return {
    slug,
    heading: section.heading.replace(/^[^\p{L}\p{N}]+/u, ''),
    lines: section.lines,
    ...(alert === undefined ? {} : { alert }),
    ...(severity === undefined ? {} : { severity }),
    parts: [...(own.steps.length > 0 ? splitByRole(own) : []), ...inner.flatMap(splitByRole)],
    claims: own.steps.length > 0 ? [] : own.claims,
  };
};

const partOf = (section: Section, top: Section, steps: StepsBySection, lines: readonly string[]): Part => {
  const branch = [section.heading, top.heading].find((heading) => BRANCH.test(heading));
  const part = toPart(section, roleOfWords(section.heading) ?? 'diagnose', steps, lines);
  return branch === undefined ? part : { ...part, branch };
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

const claimsOf = ([first, last]: Lines, lines: readonly string[]): readonly Claim[] =>
  lines.slice(first - 1, last).flatMap((text, index) => claimsOfLine(text, first + index));

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
  if (own === undefined || own === 'reference') return otherwise;
  return own === 'diagnose' && commands.some(({ flags }) => flags.includes('destructive')) ? 'mitigate' : own;
};
