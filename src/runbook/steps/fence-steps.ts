import type { FenceItem } from '../blocks/fence-item.ts';
import { isTyped, withEach } from '../commands-of.ts';
import { type Comment, directlyUnder, type Group, NUMBERED, speakingIn } from '../ways/comment-group.ts';
import { knowingRemarks } from '../blocks/flags-by-remark.ts';
import { conditionOf, isFallback } from '../conditions/conditions.ts';
import { withOpposites } from '../conditions/opposites.ts';
import { withCondition } from '../conditions/earlier-units.ts';
import {
  ASKED,
  CASE_OF_LINE,
  FINDS_OUT,
  GOES_ON_ANYWAY,
  GOES_ON_ONLY_IF,
  ONLY_CASE,
  OWN_ORDER,
} from '../knowledge/conditions.ts';
import { IMPERATIVE } from '../knowledge/cues.ts';
import { LEADS_OFF } from '../knowledge/leads.ts';
import { REMARK_ON_SAMPLE, REMARK_TO_REPLACE } from '../knowledge/placeholders/said.ts';
import { remarkOf } from '../command/remarks.ts';
import { joined, withAlternatives, withOptions } from '../ways/ways-by-comment.ts';
import { waysByRemark } from '../ways/ways-by-remark.ts';
import type { Command, Step } from '../model.ts';
import { withNamedPlaceholders } from '../blocks/named-placeholders.ts';

/**
 * The steps in a block: a numbered comment, or a comment above commands, opens one; "# OR" goes on with another way.
 * @param end the block's last line in the raw file
 */
export const fenceSteps = (
  items: readonly FenceItem[],
  raw: readonly string[],
  end: number,
): readonly Step[] => {
  const parts = groupsOf(knowingRemarks(items, raw, end)).flatMap((group) => parted(group, raw));
  const read = underLead(parts.flatMap((group) => withoutForbidden(group, raw)));
  const groups = inSameCase(goingOn(read.map((group) => conditioned(group, raw)))).map(
    ({ comments, commands }) => ({
      comments,
      commands: waysByRemark(commands, raw),
    }),
  );
  const units = joined(withAlternatives(withOptions(groups))).map((group) => ({
    intro: group.comments.at(-1)?.text ?? '',
    steps: [toStep(group)],
  }));
  return withOpposites(units).flatMap(({ steps }) => steps);
};

const groupsOf = (items: readonly FenceItem[]): readonly Group[] => {
  const groups: { comments: Comment[]; commands: Command[] }[] = [];
  for (const item of items) {
    const open = groups.at(-1);
    if (item.type === 'command') {
      if (open === undefined) groups.push({ comments: [], commands: [item.command] });
      else open.commands.push(item.command);
    } else if (open !== undefined && isTyped(open) && EXPECTATION.test(item.text)) {
      continue;
    } else if (open === undefined || isTyped(open) || NUMBERED.test(item.text)) {
      groups.push({ comments: [item], commands: [] });
    } else open.comments.push(item);
  }
  return groups;
};

/** A remark below a command on what it should show: a claim, no step. */
const EXPECTATION =
  /^(?:this |it |you |output |result )?(?:should|must|expect(?:ed)?|returns?|prints?|shows?|will (?:show|print|return)|→|=>)\b/i;

/** "# ❌ NEVER DO THIS", and below it what is not typed, or beside it. */
const withoutForbidden = (group: Group, raw: readonly string[]): readonly Group[] => {
  // Few comments do, and which of them are the nearest takes longer to tell.
  const isOff =
    group.comments.some(({ text }) => LEADS_OFF.test(text)) &&
    nearest(group, raw).some(({ text }) => LEADS_OFF.test(text));
  const under = new Set(isOff ? directlyUnder(group) : []);
  const isTypedStill = (command: Command): boolean => {
    const remark = remarkOf(command, raw);
    return !under.has(command) && (remark === '' || !LEADS_OFF.test(remark));
  };
  const commands = group.commands.filter(isTypedStill);
  if (commands.length === group.commands.length) return [group];
  return commands.length === 0 ? [] : [{ comments: isOff ? [] : group.comments, commands }];
};

const conditioned = (group: Group, raw: readonly string[]): Group => {
  const near = nearest(group, raw);
  const condition = near
    .slice(
      Math.max(
        0,
        near.findLastIndex(({ text }) => GOES_ON_ANYWAY.test(text)),
      ),
    )
    .filter(
      ({ text }, index, comments) => !CASE_OF_LINE.test(text) || !comments.slice(index + 1).some(isOrder),
    )
    .map(({ text }) => (GOES_ON_ONLY_IF.test(text) ? undefined : (conditionOf(text) ?? askedIn(text))))
    .find((found) => found !== undefined);
  const fallback = group.comments.some(({ text }) => isFallback(text));
  const next = near.some(({ text }) => NEXT_ONLY.test(text));
  const under = new Set(directlyUnder(group).slice(0, next ? 1 : undefined));
  const values = near.some(({ text }) => REMARK_TO_REPLACE.test(text));
  return withEach(group, (each) => {
    const remark = remarkOf(each, raw);
    const command =
      isSample(each, remark) || (values && under.has(each) && ASSIGNS.test(each.text))
        ? withNamedPlaceholders(each, [sampleIn(each)])
        : each;
    const own =
      (under.has(each) ? condition : undefined) ??
      (DONE_BEFORE.test(remark) ? undefined : conditionOf(remark));
    return withCondition(command, own, fallback);
  });
};

/** "# drain the node first if it serves traffic": when to do that, and not what stands beside it. */
const DONE_BEFORE = /^[a-z]+ .*\b(?:first|before),? (?:if|when|unless)\b/i;

/** "Still down? Restart it": the question before what to do, other than a look. */
const askedIn = (text: string): string | undefined => {
  const [question = '', asked] = ASKED.exec(text) ?? [];
  const told = text.slice(question.length).trim();
  return IMPERATIVE.test(told) && !FINDS_OUT.test(told) ? asked : undefined;
};

const isOrder = ({ text }: Comment): boolean => OWN_ORDER.test(text) && IMPERATIVE.test(text);

/** "# the next command is only for …" */
const NEXT_ONLY = /\b(?:the )?(?:next|following) (?:command|line)\b/i;

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
  speakingIn(comments.slice(gapIn(comments, raw) + 1));

/** After which comment a blank line comes, that is not the last one; -1 for none. */
const gapIn = (comments: readonly Comment[], raw: readonly string[]): number =>
  comments.findLastIndex(({ line }, index) =>
    raw.slice(line, (comments[index + 1]?.line ?? line) - 1).some((between) => between.trim() === ''),
  );

/** Comments that a blank line parts from those right above the commands are for a person, unless they number the step. */
const parted = (group: Group, raw: readonly string[]): readonly Group[] => {
  const { comments, commands } = group;
  const gap = gapIn(comments, raw);
  if (gap < 0 || !isTyped(group) || comments.some(({ text }) => NUMBERED.test(text))) return [group];
  return [
    { comments: comments.slice(0, gap + 1), commands: [] },
    { comments: comments.slice(gap + 1), commands },
  ];
};

/** "# If the lock is held:" or "# Only in an emergency", with nothing typed right under it, speaks for what comes in the block then. */
const underLead = (groups: readonly Group[]): readonly Group[] => {
  let lead: string | undefined;
  return groups.map((group) => {
    const text = group.comments.at(-1)?.text ?? '';
    if (!isTyped(group)) lead = /:\s*$/.test(text) || ONLY_CASE.test(text) ? conditionOf(text) : undefined;
    const condition = lead;
    return withEach(group, (command) => withCondition(command, condition));
  });
};

/** "# only continue below if `git status` is clean" speaks for the rest of the block, but for what it names itself. */
const goingOn = (groups: readonly Group[]): readonly Group[] => {
  let condition: string | undefined;
  return groups.map((group) => {
    const gate = group.comments.map(({ text }) => text).find((text) => GOES_ON_ONLY_IF.test(text));
    if (gate !== undefined) condition = GOES_ON_ONLY_IF.exec(gate)?.[1]?.trim();
    const own = condition;
    return withEach(group, (command) =>
      gate?.includes(command.text) === true ? command : withCondition(command, own),
    );
  });
};

/** What is under a bare "# or" is done in the same case as what it is done instead of. */
const inSameCase = (groups: readonly Group[]): readonly Group[] => {
  let condition: string | undefined;
  return groups.map((group) => {
    if (!OR.test(group.comments.at(-1)?.text ?? '')) {
      condition = group.commands.at(-1)?.condition;
      return group;
    }
    const own = condition;
    return withEach(group, (command) => withCondition(command, own));
  });
};

const OR = /^or\W*$/i;

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
