import { namedWords } from '../blocks/named-placeholders.ts';
import { acts, leavesAsIs } from '../command/changes.ts';
import { claimsOf } from './claims.ts';
import { commandsIn, isTyped } from '../commands-of.ts';
import { withoutComments } from '../markdown/comments.ts';
import type { Marking } from '../marks/find-marks.ts';
import { ALERT_ALONE, ALERT_IN_CODE, ALERT_NAME, GIVES_ALERT } from '../knowledge/alerts.ts';
import {
  BRANCH,
  CHECKS_IN_THE_END,
  PROVOKES,
  SYMPTOMS,
  TAKES_BACK,
  WARNS_OFF,
} from '../knowledge/headings.ts';
import { roleOfHeading, roleOfWords } from '../knowledge/roles.ts';
import { markedClaims } from '../marks/marked.ts';
import { asWayUntil, optionSections } from '../ways/option-sections.ts';
import { ownPrograms } from '../blocks/own-programs.ts';
import { procedureSections } from './procedure-sections.ts';
import type { Part, Procedure, Role, Step } from '../model.ts';
import { allSections, LABEL_DEPTH, linesOf, textOf, type Section } from '../markdown/sections.ts';
import { sectionConditions } from '../conditions/section-conditions.ts';
import { severityIn, severityScopes, severityTable } from './severities.ts';
import { createSlugger, slugOf } from '../text/slug.ts';
import { withSharedShells, withShellSessions } from '../steps/shell-sessions.ts';
import { stepsOf } from '../steps/steps.ts';
import { titleOf } from '../markdown/title.ts';
import { withTabs } from '../ways/tabs.ts';

/** The file as it was read so far. */
interface Read {
  readonly title?: string;
  /** Without HTML comments. */
  readonly lines: readonly string[];
  readonly marking: Marking;
  /** By alert or heading, in lower case. */
  readonly severities: ReadonlyMap<string, string>;
  readonly scopes: ReadonlyMap<Section, string>;
  readonly steps: ReadonlyMap<Section, readonly Step[]>;
}

export interface Structure {
  readonly procedures: readonly Procedure[];
  readonly reference: readonly Part[];
}

/** The sections that answer an incident, and what stands outside of them. */
export const toStructure = (root: Section, lines: readonly string[], marking: Marking): Structure => {
  const slugs = slugsOf(root);
  const seen = withoutComments(root, lines);
  const ways = optionSections(root);
  const words = namedWords(lines.join('\n'));
  const programs = ownPrograms(root, lines);
  const conditions = sectionConditions(root);
  const inSections = new Map(
    allSections(root).map((section): [Section, readonly Step[]] => {
      if (WARNS_OFF.test(section.heading)) return [section, []];
      const [condition, marks] = [conditions.get(section), marking.sections.get(section)];
      const read = stepsOf(
        section.content,
        { raw: lines, words, programs, blockMarks: marking.blocks },
        {
          heading: section.heading,
          ...(condition === undefined ? {} : { condition }),
          ...(marks === undefined ? {} : { marks }),
        },
      );
      const own = withShellSessions(read, lines);
      const way = ways.get(section);
      return [section, way === undefined ? own : asWayUntil(own, way)];
    }),
  );
  const steps = withTabs(withSharedShells(root, inSections, lines), lines);
  const typed = new Set(allSections(root).filter((section) => steps.get(section)?.some(isTyped)));
  const owners = procedureSections(root, {
    alert: (section) => alertOf(section, seen),
    marked: (section) => isMarked(section, root, marking),
    typed: (section) => allSections(section).some((each) => typed.has(each)),
    acts: (section) => allSections(section).some((each) => commandsIn(steps.get(each) ?? []).some(acts)),
  });
  const title = titleOf(root);
  const read: Read = {
    ...(title === undefined ? {} : { title }),
    lines: seen,
    marking,
    steps,
    severities: severityTable(seen),
    scopes: severityScopes(root),
  };
  const procedures = owners.map((section) => toProcedure(section, slugs.get(section) ?? 'whole-file', read));
  const inside = new Set(owners.flatMap(allSections));
  const outside = allSections(root).filter((section) => !inside.has(section));
  return {
    procedures,
    reference: outside
      .map((section) => toPart(section, 'reference', read))
      .filter(({ steps: own, claims }) => own.some(isTyped) || claims.length > 0),
  };
};

/** Is it said to be a procedure, or not to be one? What is said of the file is said of the section under its only title. */
const isMarked = (section: Section, root: Section, { own }: Marking): boolean | undefined => {
  const [title] = root.children;
  const whole = title?.depth === 1 && root.children.length === 1 ? title : root;
  const { alert, procedure } =
    (own.get(section) ?? (section === whole ? own.get(root) : undefined))?.values ?? {};
  if (section === root && whole !== root) return undefined;
  return alert === undefined ? procedure : true;
};

/** Headings have GitHub's anchors; a bold label, which has none there, gets its own after all of them, as does a heading of symbols alone. */
const slugsOf = (root: Section): ReadonlyMap<Section, string> => {
  const slug = createSlugger();
  const sections = allSections(root).filter(({ depth }) => depth > 0);
  const unnamed = sections.filter(({ heading }) => slugOf(heading) === '');
  const named = sections.filter(({ heading }) => slugOf(heading) !== '');
  const labels = named.filter(({ depth }) => depth === LABEL_DEPTH);
  const headings = named.filter(({ depth }) => depth < LABEL_DEPTH);
  return new Map([
    ...[...headings, ...labels].map((section): [Section, string] => [section, slug(section.heading)]),
    ...unnamed.map((section): [Section, string] => [section, slug(`section ${section.lines[0]}`)]),
  ]);
};

/** `**Severity:** SEV-1`, on a line of its own. */
const SAID_SEVERITY = /^[^\w\n]*(?:severity|priority)(?: level)?[^\w\n]{0,3}:[^\w\n]{0,6}(\w[^\n]{0,20})/im;

const severityOf = (section: Section, lines: readonly string[]): string | undefined =>
  severityIn(SAID_SEVERITY.exec(sentences(section, lines).join('\n'))?.[1] ?? '');

/** What a section says in its own words, line by line. */
const sentences = ({ content }: Section, lines: readonly string[]): readonly string[] =>
  content
    .filter(({ type }) => type === 'paragraph' || type === 'list')
    .flatMap((node) => {
      const [first, last] = linesOf(node);
      return lines.slice(first - 1, last);
    });

const alertOf = (section: Section, lines: readonly string[]): string | undefined => {
  for (const node of section.content) {
    if (!('children' in node) || !node.children.some(({ type }) => type === 'inlineCode')) continue;
    const source = node.children
      .map((child) => (child.type === 'inlineCode' ? `\`${child.value}\`` : textOf(child)))
      .join('');
    const alert = ALERT_IN_CODE.exec(source)?.[1];
    if (alert !== undefined) return alert;
  }
  return (
    GIVES_ALERT.exec(section.heading)?.[1] ?? ALERT_ALONE.exec(sentences(section, lines).join('\n'))?.[1]
  );
};

const toProcedure = (section: Section, slug: string, read: Read): Procedure => {
  const marks = read.marking.sections.get(section);
  // "[P1] API down" keeps both of its brackets.
  const heading = section.heading.replace(/^(?:(?!\[[^[\]]*\]|\([^()]*\))[^\p{L}\p{N}])+/u, '');
  const alert = marks?.values.alert ?? alertOf(section, read.lines) ?? ALERT_NAME.exec(heading)?.[1];
  const severity =
    marks?.values.severity ??
    severityIn(heading) ??
    severityOf(section, read.lines) ??
    [alert, heading]
      .map((name) => read.severities.get(name?.toLowerCase() ?? ''))
      .find((each) => each !== undefined);
  // What a title says to restart may be what has gone wrong, but "Post-checks" are checks.
  const isCheck = roleOfHeading(heading) === 'verify' && !/\band\b/i.test(heading);
  const own = toPart(section, isCheck ? 'verify' : 'diagnose', read);
  const inner = section.children.flatMap((child, index) => {
    const parts = partsOf(child, {}, read);
    return takesBack(child, section.children.slice(0, index), read)
      ? parts.map((part): Part => ({ ...part, role: 'reference' }))
      : parts;
  });
  return {
    slug,
    heading: heading || section.heading || (section.depth > 0 ? slug : (read.title ?? 'Whole file')),
    lines: section.lines,
    ...(alert === undefined ? {} : { alert }),
    ...(severity === undefined ? {} : { severity }),
    parts: withChecksInTheEnd([...(own.steps.length > 0 ? splitByRole(own, isCheck) : []), ...inner]),
    claims: [...markedClaims(marks), ...(own.steps.length > 0 ? [] : own.claims)],
  };
};

const withChecksInTheEnd = (parts: readonly Part[]): readonly Part[] => {
  const changed = parts.findLastIndex(({ role }) => role === 'mitigate');
  return parts.map((part, index) =>
    changed >= 0 && index > changed && part.role === 'diagnose' && CHECKS_IN_THE_END.test(part.heading ?? '')
      ? { ...part, role: 'verify' }
      : part,
  );
};

interface Above {
  readonly role?: Role;
  readonly branch?: string;
}

/** A section's part and those of the sections in it, which are for the same where their own headings do not say. */
const partsOf = (section: Section, above: Above, read: Read): readonly Part[] => {
  const marked = read.marking.sections.get(section)?.values;
  const said =
    marked?.role ?? (provokes(section, read) ? 'reference' : roleOfHeading(section.heading)) ?? above.role;
  const branch = marked?.branch ?? (BRANCH.test(section.heading) ? section.heading : above.branch);
  const here: Above = {
    ...(said === undefined ? {} : { role: said }),
    ...(branch === undefined ? {} : { branch }),
  };
  const part = { ...toPart(section, said ?? 'diagnose', read), ...(branch === undefined ? {} : { branch }) };
  return [
    ...splitByRole(part, said !== undefined),
    ...section.children.flatMap((child) => partsOf(child, here, read)),
  ];
};

/** Does it bring the incident about? A look at what is wrong is a look, whatever it is called. */
const provokes = (section: Section, read: Read): boolean =>
  PROVOKES.test(section.heading) && actsIn(section, read);

/** Does it take back what the sections before it do? Typed after those, it would end the recovery. */
const takesBack = (section: Section, before: readonly Section[], read: Read): boolean =>
  TAKES_BACK.test(section.heading) &&
  read.marking.sections.get(section)?.values.role === undefined &&
  before.some((each) => actsIn(each, read));

const actsIn = (section: Section, { steps }: Read): boolean =>
  allSections(section).some((each) => commandsIn(steps.get(each) ?? []).some(acts));

const toPart = (section: Section, role: Role, { steps, lines, marking, scopes }: Read): Part => {
  const { heading, children } = section;
  const end = children[0] === undefined ? section.lines[1] : children[0].lines[0] - 1;
  const scope = scopes.get(section);
  const around = {
    symptoms: SYMPTOMS.test(heading),
    verifies: role === 'verify',
    ...(scope === undefined ? {} : { scope }),
  };
  return {
    role,
    heading,
    lines: [section.lines[0], end],
    steps: steps.get(section) ?? [],
    claims: claimsOf(section, lines, around).filter((claim) => !marking.lines.has(claim.lines[0])),
  };
};

/**
 * "Immediate actions" look, act and verify: each step's own words say which. Runs of steps of one role are one part.
 * @param said whether its heading, or a mark, says what the part is for
 */
const splitByRole = (part: Part, said: boolean): readonly Part[] => {
  const whole = part.role === 'reference' || part.role === 'escalate';
  if (whole && part.steps.every((step) => step.role === undefined)) return [part];
  const runs: { readonly role: Role; readonly steps: [Step, ...Step[]] }[] = [];
  for (const step of part.steps) {
    const role = step.role ?? (whole ? part.role : roleOfStep(step, part, said));
    const last = runs.at(-1);
    if (last?.role === role) last.steps.push(step);
    else runs.push({ role, steps: [step] });
  }
  const [first, ...rest] = runs.map(({ role, steps }): Part => ({
    ...part,
    role,
    lines: [steps[0].lines[0], (steps.at(-1) ?? steps[0]).lines[1]],
    steps,
    claims: [],
  }));
  return first === undefined ? [part] : [{ ...first, claims: part.claims }, ...rest];
};

const roleOfStep = (
  { title, commands, manual }: Step,
  { role: otherwise, heading = '' }: Part,
  said: boolean,
): Role => {
  // What the symptoms are called, or what is seen when it is well, is nothing to do.
  if (manual && (otherwise === 'verify' || SYMPTOMS.test(heading))) return otherwise;
  const own = title === undefined ? undefined : roleOfWords(title);
  const isTold = own !== undefined && own !== 'reference';
  const role = isTold ? own : otherwise;
  // What nothing says to be a look, and is not known as one, is there for what it does.
  const does = isTold || said ? commands.some(acts) : !commands.every(leavesAsIs);
  return does && (role === 'diagnose' || (role === 'verify' && !isTold)) ? 'mitigate' : role;
};
