import { opensShell } from '../command/opened-shell.ts';
import { unwrap } from '../command/likeness.ts';
import { commandsIn, withEach } from '../commands-of.ts';
import { LEAVES } from '../knowledge/around-code.ts';
import { KEYS } from '../knowledge/client-answers.ts';
import {
  ENTERS,
  NEXT_STEP,
  OF_THE_HOST,
  ROOT_PROMPT,
  SAYS_BACK,
  SAYS_INSIDE,
  SAYS_LEFT,
  SAYS_THERE,
  SHELL_WITHIN,
} from '../knowledge/opened-shells.ts';
import { allSections, type Section } from '../markdown/sections.ts';
import type { Command, Step } from '../model.ts';

/**
 * What is typed into a shell that a command of the same section opens in a container, in a pod or on another host, takes effect there and
 * says who opened it. It ends with `exit`, with what the text says, and with what can only be the host's.
 */
export const withShellSessions = (steps: readonly Step[], raw: readonly string[]): readonly Step[] => {
  const commands = commandsIn(steps);
  const typedIn = new Map<Command, Command>();
  for (let at = 0; at < commands.length; at++) {
    const opener = commands[at] as Command;
    if (opensShell(opener) === undefined) continue;
    const typed = typedInto(opener, commands.slice(at + 1), raw);
    for (const command of typed) typedIn.set(command, opener);
    at += typed.length;
  }
  if (typedIn.size === 0) return steps;
  return steps.map((step) =>
    withEach(step, (command) => {
      const opener = command.kind === 'shell' ? typedIn.get(command) : undefined;
      return opener === undefined
        ? command
        : { ...command, openedAt: opener.lines[0], runsOn: opener.runsOn };
    }),
  );
};

/** The same across numbered sections, of which one is there to open the shell: "### 1. Enter the container". */
export const withSharedShells = (
  root: Section,
  steps: ReadonlyMap<Section, readonly Step[]>,
  raw: readonly string[],
): ReadonlyMap<Section, readonly Step[]> => {
  const shared = new Map(steps);
  for (const { children } of allSections(root))
    for (const [at, section] of children.entries()) {
      if (!ENTERS.test(section.heading)) continue;
      const next = children.slice(at + 1);
      const end = next.findIndex(({ heading }) => !NEXT_STEP.test(heading));
      const group = [section, ...(end === -1 ? next : next.slice(0, end))];
      const own = group.map((each) => steps.get(each) ?? []);
      const typed = [...withShellSessions(own.flat(), raw)];
      for (const [index, each] of group.entries()) shared.set(each, typed.splice(0, own[index]?.length));
    }
  return shared;
};

/** How many commands a text may leave undecided before it says where they were typed. */
const UNDECIDED = 30;

/** The commands after an opener that are typed into its shell. */
const typedInto = (
  opener: Command,
  commands: readonly Command[],
  raw: readonly string[],
): readonly Command[] => {
  const remote = opensShell(opener) === 'remote';
  const own = promptAt(opener, raw);
  const entered = !remote && ENTERS.test(lineAbove(opener, raw));
  let inside = 0;
  let depth = 0;
  // Is the command before typed inside?
  let sure = true;
  let otherPrompt = false;
  for (const [at, command] of commands.entries()) {
    if (at - inside > UNDECIDED) break;
    // Inline code on the opener's own line: the client's statements and all others are told by their lines.
    if (command.lines[0] <= opener.lines[1]) return [];
    if (command.kind !== 'shell') continue;
    const between = textBetween(commands[at - 1] ?? opener, command, raw);
    const prompt = promptAt(command, raw);
    if (SAYS_LEFT.test(between.said) || between.left || (!remote && SAYS_BACK.test(between.said)))
      return commands.slice(0, at);
    if (otherPrompt && prompt === own) return commands.slice(0, at);
    if (isOfTheHost(command, remote)) break;
    const shown = prompt !== own && prompt !== '' && (between.sameBlock || isOfPlace(prompt, opener));
    otherPrompt ||= shown;
    const quiet = between.sameBlock
      ? inside > 0 || !between.apart
      : !/\p{L}/u.test(between.said) || (entered && NEXT_STEP.test(between.said));
    sure = shown || (sure && quiet) || (remote ? SAYS_THERE : SAYS_INSIDE).test(between.said);
    if (sure) inside = at + 1;
    if (SHELL_WITHIN.test(command.text) && command.flags.includes('interactive')) depth += 1;
    if (!LEAVES.test(command.text)) continue;
    if (depth === 0) return commands.slice(0, at + 1);
    depth -= 1;
  }
  // The statements of a client that was opened in it go with it.
  while (commands[inside]?.kind === 'client' && inside > 0) inside += 1;
  return commands.slice(0, inside);
};

/** From another host one may go on to the next. */
const isOfTheHost = (command: Command, remote: boolean): boolean =>
  OF_THE_HOST.test(unwrap(command.text)) && !(remote && opensShell(command) === 'remote');

/** Does it show that it is not the operator's own? */
const isOfPlace = (prompt: string, { runsOn: { name } }: Command): boolean =>
  ROOT_PROMPT.test(prompt) || (name !== undefined && prompt.includes(name));

const isBlock = ({ where }: Command): boolean => where === 'fence' || where === 'indented';

/** The last words before a block. */
const lineAbove = ({ lines: [first] }: Command, raw: readonly string[]): string =>
  raw.slice(0, first - 1).findLast((line) => /\p{L}/u.test(line.replace(/^\s*(?:```|~~~).*/, ''))) ?? '';

/** What stands before a command on its line, in a block. */
const promptAt = (command: Command, raw: readonly string[]): string => {
  const line = raw[command.lines[0] - 1] ?? '';
  return isBlock(command) ? line.slice(0, Math.max(0, startOf(command, line))).trim() : '';
};

const startOf = ({ text }: Command, line: string): number => line.indexOf(text.split('\n')[0] ?? '');

interface Between {
  /** In prose, and in the comments of a block. */
  readonly said: string;
  readonly sameBlock: boolean;
  /** A line is left out, and a comment begins something else. */
  readonly apart: boolean;
  /** A key that ends a shell is shown. */
  readonly left: boolean;
}

/** What stands between two commands. */
const textBetween = (before: Command, command: Command, raw: readonly string[]): Between => {
  const lines = raw.slice(before.lines[1], command.lines[0] - 1);
  const last = raw[before.lines[1] - 1] ?? '';
  const first = raw[command.lines[0] - 1] ?? '';
  const text = before.text.split('\n').at(-1) ?? '';
  let fenced = before.where === 'fence';
  let fences = 0;
  const comments: string[] = [];
  const prose = lines.filter((line) => {
    const mark = /^\s*(?:>\s*)?(?:```|~~~)/.test(line);
    if (mark) fences += 1;
    if (mark) fenced = !fenced;
    const code = fenced || (before.where === 'indented' && /^(?: {4}|\t)/.test(line));
    if (code && /^\s*#+\s/.test(line)) comments.push(line);
    return !mark && !code;
  });
  const sameBlock =
    isBlock(before) && isBlock(command) && fences === 0 && !prose.some((line) => /\S/.test(line));
  return {
    said: [
      ...(isBlock(before) ? [] : [last.slice(last.lastIndexOf(text) + text.length)]),
      ...prose,
      ...comments,
      ...(isBlock(command) ? [] : [first.slice(0, Math.max(0, startOf(command, first)))]),
    ].join('\n'),
    sameBlock,
    apart: comments.length > 0 && lines.some((line) => line.trim() === ''),
    left: lines.some((line) => KEYS.test(line) && /d\s*$/i.test(line)),
  };
};
