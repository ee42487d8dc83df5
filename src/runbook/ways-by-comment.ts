import { asWayOf } from './command.ts';
import { type Comment, directlyUnder, type Group } from './comment-group.ts';
import { conditionOf } from './conditions.ts';
import { ANOTHER_WAY, BY_PLACE, FINDS_OUT, OPTION } from './knowledge/conditions.ts';
import { FOR_INSTALLATION, WAY_NOUN } from './knowledge/ways.ts';
import type { Alternative, Command } from './model.ts';
import { namesSetIn, shapeOf } from './sibling-ways.ts';
import { areVersions } from './ways-by-remark.ts';

const withWay = (group: Group, alternative: Alternative): readonly Command[] => {
  const under = new Set(directlyUnder(group));
  return group.commands.map((command) => (under.has(command) ? asWayOf(command, alternative) : command));
};

/** "# Option 1: …" speaks for all up to "# Option 2: …", and the last one for all up to a look at what came of it. */
export const withOptions = (groups: readonly Group[]): readonly Group[] => {
  const starts = groups.flatMap((group, index) => (optionIn(group) === undefined ? [] : [index]));
  const [first] = starts;
  const typed = groups.slice(first).find(({ commands }) => commands.length > 0);
  if (first === undefined || starts.length < 2 || typed === undefined) return groups;
  const last = groups.findIndex(
    ({ commands }, index) => index >= (starts.at(-1) ?? 0) && commands.length > 0,
  );
  const after = groups.findIndex(
    ({ comments }, index) => index > last && comments.some(({ text }) => FINDS_OUT.test(text)),
  );
  let option = 0;
  let named = '';
  return groups.map((group, index) => {
    const begun = optionIn(group);
    if (begun !== undefined) [option, named] = [option + 1, begun];
    if (option === 0 || (after >= 0 && index >= after)) return group;
    const alternative = wayNamed(named, option, choiceOf(typed));
    return {
      ...group,
      commands: group.commands.map((command) => asWayOf(command, alternative)),
    };
  });
};

const optionIn = ({ comments }: Group): string | undefined =>
  comments.find(({ text }) => OPTION.test(text))?.text;

/** Marks the ways of a choice: the group before "# OR" and those after it, `# For Docker: / # For Podman:`. */
export const withAlternatives = (groups: readonly Group[]): readonly Group[] => {
  const ways = new Map<Group, Alternative>();
  const named = new Map<string, number>();
  for (let index = 1; index < groups.length; index++) {
    const [previous, group] = [groups[index - 1] as Group, groups[index] as Group];
    if (!isAnotherWay(previous, group)) continue;
    const before = ways.get(previous) ?? way(previous, 1, choiceOf(previous));
    ways.set(previous, before);
    remember(before, named);
    const own = way(group, before.option + 1, before.choice);
    const option = named.get(`${own.choice} ${own.name}`) ?? own.option;
    ways.set(group, { ...own, option });
    remember({ ...own, option }, named);
  }
  return groups.map((group) => {
    const alternative = ways.get(group);
    return alternative === undefined
      ? group
      : {
          ...group,
          commands: withWay(group, alternative),
        };
  });
};

/** The same name again is the same way of a choice. */
const remember = ({ choice, name, option }: Alternative, named: Map<string, number>): void => {
  if (name !== undefined && !named.has(`${choice} ${name}`)) named.set(`${choice} ${name}`, option);
};

const isAnotherWay = (previous: Group, group: Group): boolean => {
  if (previous.commands.length === 0 || group.commands.length === 0) return false;
  const [text = '', before = ''] = [group.comments.at(-1)?.text, previous.comments.at(-1)?.text];
  if (group.comments.some((comment) => ANOTHER_WAY.test(comment.text))) return true;
  if (text === before) return false;
  if (FOR_INSTALLATION.test(text) && FOR_INSTALLATION.test(before)) return true;
  const shape = shapeOf(text);
  if (shape !== undefined && WAY_NOUN.test(text.slice(-80)) && shape === shapeOf(before)) return true;
  if (areVersions(text, before)) return true;
  const names = namesSetIn(group.commands.map((command) => command.text).join('\n'));
  if (
    names !== undefined &&
    names === namesSetIn(previous.commands.map((command) => command.text).join('\n'))
  )
    return true;
  if (onPlatform(text) !== undefined && onPlatform(text) === onPlatform(before)) return true;
  return BY_PLACE.test(text) && BY_PLACE.test(before);
};

/** What is done, before the platform that it is done so on: "Restart it (systemd)". */
const onPlatform = (text: string): string | undefined => {
  const [, aim, platform = ''] = ON_PLATFORM.exec(text) ?? [];
  return BY_PLACE.test(platform) && !SERVICE.test(platform) ? aim : undefined;
};

/** What is restarted rather than by what. */
const SERVICE = /^(?:mysql|postgres\w*|mariadb|nginx|apache)\b/i;

const ON_PLATFORM = /^(\S.*?)\s+\(([^()]{2,40})\)\W*$/;

const choiceOf = ({ commands }: Group): string => `L${commands[0]?.lines[0] ?? 0}`;

const way = ({ comments }: Group, option: number, choice: string): Alternative =>
  wayNamed(comments.at(-1)?.text ?? '', option, choice);

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
