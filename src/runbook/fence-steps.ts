import { withFlag, asWayOf } from './command.ts';
import { knowingRemarks } from './flags-by-remark.ts';
import { conditionOf, isFallback } from './conditions.ts';
import { withCondition } from './earlier-units.ts';
import type { FenceItem } from './fence.ts';
import {
  ANOTHER_WAY,
  BY_PLACE,
  FINDS_OUT,
  GOES_ON_ANYWAY,
  GOES_ON_ONLY_IF,
  OPTION,
} from './knowledge/conditions.ts';
import { FOR_INSTALLATION, WAY_NOUN } from './knowledge/ways.ts';
import { REMARK_ON_SAMPLE, REMARK_TO_REPLACE } from './knowledge/placeholders.ts';
import { remarkOf } from './remarks.ts';
import { areVersions, waysByRemark } from './ways-by-remark.ts';
import type { Alternative, Command, Step } from './model.ts';
import { namesSetIn, shapeOf } from './sibling-ways.ts';
import { withNamedPlaceholders } from './named-placeholders.ts';

interface Comment {
  readonly text: string;
  readonly line: number;
}

/** Comments, and the commands under them. */
interface Group {
  readonly comments: readonly Comment[];
  readonly commands: readonly Command[];
}

/** The steps in a block: a numbered comment, or a comment above commands, opens one; "# OR" goes on with another way. */
export const fenceSteps = (items: readonly FenceItem[], raw: readonly string[]): readonly Step[] => {
  const read = underLead(groupsOf(knowingRemarks(items, raw)).flatMap((group) => parted(group, raw)));
  const groups = inSameCase(goingOn(read.map((group) => conditioned(group, raw)))).map(
    ({ comments, commands }) => ({
      comments,
      commands: waysByRemark(commands, raw),
    }),
  );
  return joined(withAlternatives(withOptions(groups))).map(toStep);
};

const groupsOf = (items: readonly FenceItem[]): readonly Group[] => {
  const groups: { comments: Comment[]; commands: Command[] }[] = [];
  for (const item of items) {
    const open = groups.at(-1);
    if (item.type === 'command') {
      if (open === undefined) groups.push({ comments: [], commands: [item.command] });
      else open.commands.push(item.command);
    } else if (open !== undefined && open.commands.length > 0 && EXPECTATION.test(item.text)) {
      continue;
    } else if (open === undefined || open.commands.length > 0 || NUMBERED.test(item.text)) {
      groups.push({ comments: [item], commands: [] });
    } else open.comments.push(item);
  }
  return groups;
};

/** A remark below a command on what it should show: a claim, no step. */
const EXPECTATION =
  /^(?:this |it |you |output |result )?(?:should|must|expect(?:ed)?|returns?|prints?|shows?|will (?:show|print|return)|→|=>)\b/i;

const NUMBERED = /^(?:step\s*)?\d+[.):]\s+/i;

const conditioned = (group: Group, raw: readonly string[]): Group => {
  const near = nearest(group, raw);
  const condition = near
    .slice(
      Math.max(
        0,
        near.findLastIndex(({ text }) => GOES_ON_ANYWAY.test(text)),
      ),
    )
    .map(({ text }) => (GOES_ON_ONLY_IF.test(text) ? undefined : conditionOf(text)))
    .find((found) => found !== undefined);
  const fallback = group.comments.some(({ text }) => isFallback(text));
  const under = new Set(directlyUnder(group));
  const values = near.some(({ text }) => REMARK_TO_REPLACE.test(text));
  return {
    comments: group.comments,
    commands: group.commands.map((each) => {
      const remark = remarkOf(each, raw);
      const command =
        isSample(each, remark) || (values && under.has(each) && ASSIGNS.test(each.text))
          ? withNamedPlaceholders(each, [sampleIn(each)])
          : each;
      const own = (under.has(each) ? condition : undefined) ?? conditionOf(remark);
      if (own === undefined) return command;
      const flagged = withFlag(command, 'conditional');
      return fallback ? flagged : { ...flagged, condition: own };
    }),
  };
};

/** "# Replace with your own:" speaks for what is assigned under it. */
const ASSIGNS = /^(?:export\s+)?\w+=(?:"[^"$`]*"|'[^']*'|[^\s"'$`]+)$/;

const isSample = (command: Command, remark: string): boolean =>
  REMARK_TO_REPLACE.test(remark) ||
  (REMARK_ON_SAMPLE.test(remark) &&
    (/^(?:export\s+)?\w+=/.test(command.text) || /\d/.test(sampleIn(command))));

/** What a command has for the reader's own: the value that it assigns, or its last word. */
const sampleIn = ({ text }: Command): string =>
  /^(?:export\s+)?\w+=["']?([^"'\n]+?)["']?$/.exec(text.trim())?.[1] ??
  /[^\s"']+(?=["']?$)/.exec(text.trim())?.[0] ??
  text;

/** The comments right above the commands, without those that a blank line parts from them. */
const nearest = ({ comments }: Group, raw: readonly string[]): readonly Comment[] =>
  comments.slice(gapIn(comments, raw) + 1);

/** After which comment a blank line comes, that is not the last one; -1 for none. */
const gapIn = (comments: readonly Comment[], raw: readonly string[]): number =>
  comments.findLastIndex(({ line }, index) =>
    raw.slice(line, (comments[index + 1]?.line ?? line) - 1).some((between) => between.trim() === ''),
  );

/** Comments that a blank line parts from those right above the commands are for a person, unless they number the step. */
const parted = (group: Group, raw: readonly string[]): readonly Group[] => {
  const { comments, commands } = group;
  const gap = gapIn(comments, raw);
  if (gap < 0 || commands.length === 0 || comments.some(({ text }) => NUMBERED.test(text))) return [group];
  return [
    { comments: comments.slice(0, gap + 1), commands: [] },
    { comments: comments.slice(gap + 1), commands },
  ];
};

/** "# If the lock is held:", with nothing typed right under it, speaks for what comes in the block then. */
const underLead = (groups: readonly Group[]): readonly Group[] => {
  let lead: string | undefined;
  return groups.map((group) => {
    const text = group.comments.at(-1)?.text ?? '';
    if (group.commands.length === 0) lead = /:\s*$/.test(text) ? conditionOf(text) : undefined;
    const condition = lead;
    return condition === undefined
      ? group
      : { ...group, commands: group.commands.map((command) => withCondition(command, condition, false)) };
  });
};

/** "# only continue below if `git status` is clean" speaks for the rest of the block, but for what it names itself. */
const goingOn = (groups: readonly Group[]): readonly Group[] => {
  let condition: string | undefined;
  return groups.map((group) => {
    const gate = group.comments.map(({ text }) => text).find((text) => GOES_ON_ONLY_IF.test(text));
    if (gate !== undefined) condition = GOES_ON_ONLY_IF.exec(gate)?.[1]?.trim();
    const own = condition;
    return {
      ...group,
      commands: group.commands.map((command) =>
        gate?.includes(command.text) === true ? command : withCondition(command, own, false),
      ),
    };
  });
};

/** What is under a bare "# or" is done in the same case as what it is done instead of. */
const inSameCase = (groups: readonly Group[]): readonly Group[] => {
  let condition: string | undefined;
  return groups.map((group) => {
    if (!OR.test(group.comments.at(-1)?.text ?? '')) condition = group.commands.at(-1)?.condition;
    const own = condition;
    return own === undefined
      ? group
      : { ...group, commands: group.commands.map((command) => withCondition(command, own, false)) };
  });
};

const OR = /^or\W*$/i;

const withWay = (group: Group, alternative: Alternative): readonly Command[] => {
  const under = new Set(directlyUnder(group));
  return group.commands.map((command) => (under.has(command) ? asWayOf(command, alternative) : command));
};

/** A comment speaks for the commands up to the next blank line; a numbered one for its whole step. */
const directlyUnder = ({ comments, commands }: Group): readonly Command[] => {
  if (comments.some(({ text }) => NUMBERED.test(text))) return commands;
  const gap = commands.findIndex(
    ({ lines }, index) => index > 0 && lines[0] > (commands[index - 1]?.lines[1] ?? 0) + 1,
  );
  return gap < 0 ? commands : commands.slice(0, gap);
};

/** "# Option 1: …" speaks for all up to "# Option 2: …", and the last one for all up to a look at what came of it. */
const withOptions = (groups: readonly Group[]): readonly Group[] => {
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
const withAlternatives = (groups: readonly Group[]): readonly Group[] => {
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
const joined = (groups: readonly Group[]): readonly Group[] => {
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

const toStep = ({ comments, commands }: Group): Step => {
  const title = comments[0]?.text.replace(NUMBERED, '').trim();
  const firsts = [comments[0]?.line, commands[0]?.lines[0]].filter((line) => line !== undefined);
  const lasts = [comments.at(-1)?.line, commands.at(-1)?.lines[1]].filter((line) => line !== undefined);
  const fallback = comments.some(({ text }) => isFallback(text));
  return {
    ...(title ? { title } : {}),
    lines: [Math.min(...firsts), Math.max(...lasts)],
    manual: commands.length === 0,
    ...(fallback ? { fallback } : {}),
    commands,
  };
};
