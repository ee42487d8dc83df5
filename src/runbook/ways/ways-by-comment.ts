import { asWayOf, choiceAt } from '../command/command.ts';
import { isTyped, withEach } from '../commands-of.ts';
import { isProgramCall } from '../command/code-likeness.ts';
import { type Comment, directlyUnder, type Group, NUMBERED, speakingIn } from './comment-group.ts';
import { conditionOf, mayTellCase } from '../conditions/conditions.ts';
import { FINDS_OUT } from '../knowledge/conditions.ts';
import {
  ANOTHER_WAY,
  BY_PLACE,
  FOR_INSTALLATION,
  OPTION,
  OR_ALONE,
  SAYS_HOW_IT_IS,
  WAY_NOUN,
} from '../knowledge/ways.ts';
import type { Alternative, Command } from '../model.ts';
import { setTheSame, shapeOf } from './sibling-ways.ts';
import { areOpposed, OF_CASE } from './opposed.ts';
import { arePlaces, serviceOf } from './places.ts';
import { areVersions } from './ways-by-remark.ts';

/** "# Option 1: …" speaks for all up to "# Option 2: …", and the last one for all up to a look at what came of it. */
export const withOptions = (groups: readonly Group[]): readonly Group[] => {
  const starts = groups.flatMap((group, index) => (optionIn(group) === undefined ? [] : [index]));
  const [first] = starts;
  const typed = groups.slice(first).find(isTyped);
  if (first === undefined || starts.length < 2 || typed === undefined) return groups;
  const last = groups.findIndex((group, index) => index >= (starts.at(-1) ?? 0) && isTyped(group));
  const numbered = isNumbered(groups.slice(0, first + 1));
  const after = groups.findIndex(
    (group, index) => index > last && goesOnAfter(group, groups[index - 1] as Group, numbered),
  );
  let option = 0;
  let named = '';
  return groups.map((group, index) => {
    const begun = optionIn(group);
    if (begun !== undefined) [option, named] = [option + 1, begun];
    if (option === 0 || (after >= 0 && index >= after)) return group;
    const alternative = wayNamed(named, option, choiceOf(typed.commands));
    return withEach(group, (command) => asWayOf(command, alternative));
  });
};

/** "# 1. Get the key", and in it "# Option A: …": the next number is another step. */
const isNumbered = (groups: readonly Group[]): boolean => {
  const texts = groups.flatMap(({ comments }) => comments.map(({ text }) => text));
  const option = texts.findIndex((text) => OPTION.test(text));
  return texts.slice(0, option).some((text) => NUMBERED.test(text));
};

/** Is this done whichever of the ways was gone? */
const goesOnAfter = (group: Group, previous: Group, numbered: boolean): boolean =>
  group.comments.some(
    ({ text }) =>
      FINDS_OUT.test(text) ||
      (numbered && NUMBERED.test(text)) ||
      (GOES_ON_AFTER_ALL.test(text) && isApart(group, previous)),
  );

const GOES_ON_AFTER_ALL = /^(?:now|finally|lastly|in (?:either|any|both) case)\b/i;

/** Is there a line between the commands of a group and the comments of the next? */
const isApart = ({ comments: [first] }: Group, { commands }: Group): boolean =>
  (first?.line ?? 0) > (commands.at(-1)?.lines[1] ?? 0) + 1;

const optionIn = ({ comments }: Group): string | undefined =>
  comments.find(({ text }) => OPTION.test(text))?.text;

/** A way that a group goes, and what in it is of this way. */
interface Taken {
  readonly alternative: Alternative;
  readonly commands: readonly Command[];
}

/** Marks the ways of a choice: the group before "# OR" and those after it, `# For Docker: / # For Podman:`. */
export const withAlternatives = (groups: readonly Group[]): readonly Group[] => {
  const ways = new Map<Group, Taken>();
  const named = new Map<string, number>();
  for (const [index, group] of groups.entries()) {
    const above = groups[index - 1];
    if (above !== undefined && !ways.has(above) && isOtherByHand(group, above)) {
      const instead = directlyUnder(above);
      ways.set(above, { alternative: way(above, 1, choiceOf(instead)), commands: instead });
    }
    const others = othersBefore(groups, index);
    const first = others.find((previous) => isAnotherWay(previous, group));
    if (first === undefined) continue;
    const [instead, commands] = besideOr(first, group);
    const before = ways.get(first)?.alternative ?? way(first, 1, choiceOf(instead));
    remember(before, named);
    const own = way(group, before.option + 1, before.choice);
    const option = named.get(`${own.choice} ${own.name}`) ?? own.option;
    const alternative = { ...own, option };
    remember(alternative, named);
    if (!ways.has(first)) ways.set(first, { alternative: before, commands: instead });
    ways.set(group, { alternative, commands });
    const steps = stepsWithin(groups, groups.indexOf(first));
    for (const each of steps) ways.set(each, { alternative: before, commands: each.commands });
    for (const each of stepsWithin(groups, index))
      if (steps.length > 0 || !each.comments.some(({ text }) => FINDS_OUT.test(text)))
        ways.set(each, { alternative, commands: each.commands });
  }
  return groups.map((group) => {
    const taken = ways.get(group);
    return taken === undefined
      ? group
      : withEach(group, (each) => (taken.commands.includes(each) ? asWayOf(each, taken.alternative) : each));
  });
};

/** What a group may be done instead of: the one before it, and the one that begins the paragraph before its own. */
const othersBefore = (groups: readonly Group[], index: number): readonly Group[] => {
  const at = groups.findLastIndex((each, before) => before < index && !isByHand(each));
  const previous = groups[at];
  if (previous === undefined) return [];
  const group = groups[index] as Group;
  const head = isApart(group, previous)
    ? groups.findLastIndex((each, before) => before <= at && isHead(groups, before) && isTyped(each))
    : at;
  const begins = groups[head];
  return head === at || begins === undefined || !namesWay(begins) ? [previous] : [previous, begins];
};

/** "# Or pin the last image in its file", with nothing typed below it; not "# or: docker stop web", nor "# Or look at the log". */
const isOtherByHand = (group: Group, previous: Group): boolean =>
  !isTyped(group) &&
  isTyped(previous) &&
  group.comments.some(({ text }) => {
    const other = /^\W*(?:or|alternatively)\b[,:]?\s+(.+)/i.exec(text)?.[1];
    return (
      other !== undefined &&
      !isProgramCall(other) &&
      !FINDS_OUT.test(other) &&
      !SAYS_HOW_IT_IS.test(text) &&
      !mayTellCase(text)
    );
  });

/** "# Render", and how it is done there without a terminal. */
const isByHand = (group: Group): boolean => !isTyped(group) && BY_PLACE.test(group.comments[0]?.text ?? '');

const isHead = (groups: readonly Group[], index: number): boolean =>
  index === 0 || isApart(groups[index] as Group, groups[index - 1] as Group);

/** Groups with remarks of their own that no empty line parts from the name of a way above them. */
const stepsWithin = (groups: readonly Group[], index: number): readonly Group[] => {
  const group = groups[index];
  if (group === undefined || !isHead(groups, index) || !namesWay(group)) return [];
  const next = groups.findIndex((each, at) => at > index && (isHead(groups, at) || namesWay(each)));
  return groups.slice(index + 1, next < 0 ? undefined : next);
};

const namesWay = (group: Group): boolean => {
  const label = labelOf(group);
  return BY_PLACE.test(label) || OF_CASE.test(label);
};

/** The comment that speaks for a group: the one that names a way, or the last. */
const labelOf = ({ comments }: Group): string =>
  (comments.findLast(({ text }) => BY_PLACE.test(text)) ?? comments.at(-1))?.text ?? '';

/** Which commands of two groups are ways, where nothing but "# or" stands between: in "status, promote # or SELECT promote(), status" it is two. */
const besideOr = (
  previous: Group,
  group: Group,
): readonly [instead: readonly Command[], commands: readonly Command[]] => {
  const [before, after] = [directlyUnder(previous), directlyUnder(group)];
  const [program, ...rest] = after.map(programOf);
  const [last, ...others] = before.map(programOf).toReversed();
  const single = rest.length === 0 ? program === last : program !== last && rest.includes(last);
  return OR_ALONE.test(labelOf(group)) &&
    !isApart(group, previous) &&
    others.length > 0 &&
    single &&
    !others.includes(program)
    ? [before.slice(-1), after.slice(0, 1)]
    : [before, after];
};

const programOf = ({ text }: Command): string | undefined => /^(?:sudo\s+)?(\S+)/.exec(text)?.[1];

/** The same name again is the same way of a choice. */
const remember = ({ choice, name, option }: Alternative, named: Map<string, number>): void => {
  if (name !== undefined && !named.has(`${choice} ${name}`)) named.set(`${choice} ${name}`, option);
};

const isAnotherWay = (previous: Group, group: Group): boolean => {
  if (!isTyped(previous) || !isTyped(group)) return false;
  const [text, before] = [labelOf(group), labelOf(previous)];
  if (speakingIn(group.comments).some((comment) => ANOTHER_WAY.test(comment.text))) return true;
  if (text === before) return false;
  if (FOR_INSTALLATION.test(text) && FOR_INSTALLATION.test(before)) return true;
  const shape = shapeOf(text);
  if (shape !== undefined && WAY_NOUN.test(text.slice(-80)) && shape === shapeOf(before)) return true;
  if (areVersions(text, before)) return true;
  if (setTheSame(group.commands, previous.commands)) return true;
  if (onPlatform(text) !== undefined && onPlatform(text) === onPlatform(before)) return true;
  return areOpposed(text, before) || arePlaces(text, before);
};

/** What is done, before the platform that it is done so on: "Restart it (systemd)". */
const onPlatform = (text: string): string | undefined => {
  const [, aim, platform = ''] = ON_PLATFORM.exec(text) ?? [];
  return BY_PLACE.test(platform) && serviceOf(platform) < 0 ? aim : undefined;
};

const ON_PLATFORM = /^(\S.*?)\s+\(([^()]{2,40})\)\W*$/;

const choiceOf = ([first]: readonly Command[]): string => choiceAt(first?.lines[0]);

const way = (group: Group, option: number, choice: string): Alternative =>
  wayNamed(labelOf(group), option, choice);

const wayNamed = (text: string, option: number, choice: string): Alternative => {
  const named = OPTION.exec(text);
  const place = BY_PLACE.test(text) ? text.replace(/:$/, '') : undefined;
  const name = named?.[1] ?? place;
  const when = named?.[2] ?? conditionOf(text);
  return {
    choice,
    option,
    ...(name === undefined ? {} : { name }),
    ...(when === undefined || when === '' ? {} : { when }),
  };
};

/** The ways of a choice are one step. */
export const joined = (groups: readonly Group[]): readonly Group[] => {
  const steps: { readonly comments: readonly Comment[]; readonly commands: Command[] }[] = [];
  const choices = new Set<string>();
  for (const { comments, commands } of groups) {
    const choice = commands[0]?.alternative;
    const previous = steps.at(-1);
    if (choice !== undefined && choice.option > 1 && choices.has(choice.choice)) {
      for (const command of commands) previous?.commands.push(command);
    } else {
      steps.push({ comments, commands: [...commands] });
      choices.clear();
    }
    for (const { alternative } of commands) if (alternative !== undefined) choices.add(alternative.choice);
  }
  return steps;
};
