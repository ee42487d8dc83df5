import { withFlag } from './command.ts';
import { ANOTHER_WAY, BY_PLACE, EITHER, OPTION } from './knowledge/conditions.ts';
import type { Alternative, Step } from './model.ts';
import { sentencesOf } from './conditions.ts';
import { allSections, type Section } from './sections.ts';
import { ALSO, CASE_OF, FOR_KIND } from './knowledge/ways.ts';
import { choicesAmong } from './sibling-ways.ts';

/** The steps of one block or one told command, and the text that leads to it. */
export interface Unit {
  readonly intro: string;
  readonly steps: readonly Step[];
  /** Nothing is said before its text. */
  readonly opens?: boolean;
}

/** Joins into a choice what the text offers as one: "Alternatively, …", "Option 1: … Option 2: …", "Linux: … macOS: …". */
export const linkWays = (units: readonly Unit[]): readonly Step[] => {
  if (!units.some(hasCommands)) return units.flatMap(({ steps }) => steps);
  const options = optionsOf(units);
  const named = new Set(options.filter((name) => name !== undefined));
  const choice = `L${firstLine(units[options.findIndex((each) => each !== undefined)])}`;
  let way: Alternative | undefined;
  let before = -1;
  const linked: Unit[] = [];
  for (const [index, unit] of units.entries()) {
    const name = options[index];
    const previous = linked[before];
    if (named.size > 1 && name !== undefined) {
      way = undefined;
      linked.push(marked(unit, { choice, option: [...named].indexOf(name) + 1, name }));
    } else if (previous !== undefined && unit.steps.length === 0) {
      // Another way that is not typed: "Or in the console: …".
      linked[before] = marked(previous, { choice: `L${firstLine(previous)}`, option: 1 });
    } else if (previous !== undefined && hasCommands(unit) && isAnotherWay(previous, unit)) {
      way ??= { choice: `L${firstLine(previous)}`, option: 1, ...nameOf(previous) };
      linked[before] = marked(previous, way);
      way = { choice: way.choice, option: way.option + 1, ...nameOf(unit) };
      linked.push(marked(unit, way));
    } else {
      const last = hasCommands(unit) ? lastSentence(unit.intro) : '';
      const beside = previous === undefined && ALTERNATIVELY.test(last);
      const either = EITHER.test(last) || (beside && (!unit.opens || last !== unit.intro.trim()));
      linked.push(either ? marked(unit, { choice: `L${firstLine(unit)}`, option: 1 }) : unit);
      if (hasCommands(unit)) way = undefined;
    }
    if (hasCommands(unit)) before = index;
  }
  return linked.flatMap(({ steps }) => steps);
};

/**
 * "One of these:" makes each unit a way of one choice.
 * @param offered the text says that they are ways, so that one that is typed has others beside it that are not
 */
export const eachAWay = (units: readonly Unit[], offered = false): readonly Step[] => {
  const choice = `L${firstLine(units.find(hasCommands))}`;
  const typed = units.filter(hasCommands).length;
  if (typed < 2 && !(offered && typed === 1 && units.length > 1)) return units.flatMap(({ steps }) => steps);
  let option = 0;
  return units.flatMap((unit) =>
    hasCommands(unit) ? marked(unit, { choice, option: ++option, ...nameOf(unit) }).steps : unit.steps,
  );
};

const isAnotherWay = (previous: Unit, unit: Unit): boolean =>
  ANOTHER_WAY.test(lastSentence(unit.intro)) ||
  ANOTHER_WAY.test(unit.intro.trim()) ||
  (placeOf(unit) !== undefined && placeOf(previous) !== undefined && placeOf(unit) !== placeOf(previous)) ||
  isOtherCase(lastSentence(previous.intro), lastSentence(unit.intro)) ||
  canAlso(lastSentence(previous.intro), lastSentence(unit.intro));

/** "If the file is packed, unpack it with: … If the file is plain, …": the same thing, done by how it is. */
const isOtherCase = (before: string, text: string): boolean => {
  const [, of, how = '', then = ''] = CASE_OF.exec(before) ?? [];
  const [, other, otherHow = '', otherThen = ''] = CASE_OF.exec(text) ?? [];
  if (of === undefined || of.toLowerCase() !== other?.toLowerCase() || how === otherHow) return false;
  const opposed = otherHow.startsWith(`not ${how}`) || how.startsWith(`not ${otherHow}`);
  return opposed || (then === otherThen && then.split(' ').length > 4);
};

/** "Unpause the pool: … You can also unpause it by hand: …". */
const canAlso = (before: string, text: string): boolean => {
  const verb = ALSO.exec(text)?.[1]?.toLowerCase();
  return verb !== undefined && before.toLowerCase().split(/\W+/).includes(verb);
};

const lastSentence = (text: string): string => sentencesOf(text).at(-1) ?? '';

/** Beside what is said before it and is not typed. */
const ALTERNATIVELY = /^(?:alternatively|as an alternative)\b/i;

/** "On Linux, run:" */
const THEN_RUN = /,\s+(?:run|use|do|execute|try|type)(?: the)?(?: following)?(?: commands?)?\s*:$/i;

/** The place that a unit's ways hold for: "On Linux:", "macOS:". */
const placeOf = ({ intro }: Unit): string | undefined => {
  const label = (/^\W*([^`\n]{2,80}?:)/.exec(intro)?.[1] ?? intro.trim()).replace(THEN_RUN, ':');
  if (BY_PLACE.test(label)) return label.replace(/:$/, '');
  return (FOR_KIND.exec(intro.trim()) ?? FOR_KIND.exec(lastSentence(intro)))?.[0];
};

const nameOf = (unit: Unit): { readonly name?: string } => {
  const name = placeOf(unit);
  return name === undefined ? {} : { name };
};

/** The option that each unit belongs to: the last one named before it. */
const optionsOf = (units: readonly Unit[]): readonly (string | undefined)[] => {
  let current: string | undefined;
  return units.map(({ intro, steps }) => {
    current = OPTION.exec(intro.trim())?.[1] ?? OPTION.exec(steps[0]?.title ?? '')?.[1] ?? current;
    return current;
  });
};

/** The way that a section's steps are, where it stands beside others of which only one is to be followed. */
export const optionSections = (root: Section): ReadonlyMap<Section, Alternative> => {
  const ways = new Map<Section, Alternative>();
  for (const options of allSections(root).flatMap(choicesAmong)) {
    for (const [index, section] of options.entries()) {
      const [, name = section.heading, when] = OPTION.exec(section.heading) ?? [];
      const alternative = {
        choice: `L${options[0]?.lines[0]}`,
        option: index + 1,
        name,
        ...(when ? { when } : {}),
      };
      for (const each of allSections(section)) ways.set(each, alternative);
    }
  }
  return ways;
};

/** The step with all its commands as one way of a choice. */
export const asWay = (step: Step, alternative: Alternative): Step => ({
  ...step,
  commands: step.commands.map((command) =>
    command.alternative === undefined ? withFlag({ ...command, alternative }, 'alternative') : command,
  ),
});

const marked = ({ intro, steps }: Unit, alternative: Alternative): Unit => ({
  intro,
  steps: steps.map((step) => asWay(step, alternative)),
});

export const hasCommands = ({ steps }: Pick<Unit, 'steps'>): boolean =>
  steps.some(({ commands }) => commands.length > 0);

const firstLine = (unit: Unit | undefined): number => unit?.steps[0]?.lines[0] ?? 0;
