import { asWayOf, firstWayAt } from '../command/command.ts';
import { BY_PLACE, OR_ALONE, VERSION } from '../knowledge/ways.ts';
import type { Alternative, Command } from '../model.ts';
import { remarkOf } from '../command/remarks.ts';
import { isProgramCall } from '../command/code-likeness.ts';

/** The remark without the brackets around it. */
const nameIn = (command: Command, raw: readonly string[]): string =>
  remarkOf(command, raw)
    .trim()
    .replace(/^\(([^()]*)\)$/, '$1');

/** Commands one below the other, each with a remark on where it is typed: `docker logs web  # Docker`, `journalctl -u web  # systemd`. */
export const waysByRemark = (commands: readonly Command[], raw: readonly string[]): readonly Command[] => {
  const ways = new Map<Command, Alternative>();
  for (const [index, command] of commands.entries()) {
    const previous = commands[index - 1];
    const name = nameIn(command, raw);
    if (command.kind === 'shell' && isBeside(name)) ways.set(command, firstWayAt(command.lines[0]));
    if (previous === undefined) continue;
    const other = nameIn(previous, raw);
    const places = programOf(previous) !== programOf(command) && isPlace(name) && isPlace(other);
    const instead = isInstead(name) && command.lines[0] === previous.lines[1] + 1;
    if (name === other || !(places || instead || areVersions(name, other))) continue;
    const before = ways.get(previous) ?? {
      ...firstWayAt(previous.lines[0]),
      ...(instead ? {} : { name: other }),
    };
    ways.set(previous, before).set(command, {
      choice: before.choice,
      option: before.option + 1,
      ...(instead ? {} : { name }),
    });
  }
  return withWays(commands, ways);
};

/** Commands with nothing but a line "or" between them. */
export const waysByLine = (commands: readonly Command[], raw: readonly string[]): readonly Command[] => {
  const ways = new Map<Command, Alternative>();
  for (const [index, command] of commands.entries()) {
    const previous = commands[index - 1];
    if (previous === undefined) continue;
    const between = raw.slice(previous.lines[1], command.lines[0] - 1).filter((line) => line.trim() !== '');
    if (between.length !== 1 || !OR_ALONE.test(between[0] ?? '')) continue;
    const before = ways.get(previous) ?? firstWayAt(previous.lines[0]);
    ways.set(previous, before).set(command, { choice: before.choice, option: before.option + 1 });
  }
  return withWays(commands, ways);
};

const withWays = (
  commands: readonly Command[],
  ways: ReadonlyMap<Command, Alternative>,
): readonly Command[] =>
  commands.map((command) => {
    const alternative = ways.get(command);
    return alternative === undefined ? command : asWayOf(command, alternative);
  });

/** `systemctl restart web  # or: docker restart web` */
const isBeside = (remark: string): boolean => {
  const other = /^or\b:?\s+(.+)$/i.exec(remark)?.[1];
  return other !== undefined && isProgramCall(other.trim());
};

/** `fix-all.sh  # every step`, and below it `fix.sh 1  # or one step` */
const isInstead = (remark: string): boolean =>
  /^(?:or|alternatively)\b(?!:?\s+(?:more|so|less|later|higher)\b)/i.test(remark) && !isBeside(remark);

/** "MySQL 5.7" and "MySQL 8.0+": two versions of one thing. */
export const areVersions = (text: string, other: string): boolean => {
  const [of, ofOther] = [VERSION.exec(text)?.[1], VERSION.exec(other)?.[1]];
  return of !== undefined && of.toLowerCase() === ofOther?.toLowerCase() && text !== other;
};

/** `# For ext4` beside a command, and `# For xfs` beside the next. */
const isPlace = (remark: string): boolean => BY_PLACE.test(remark) || /^(?:for|on) [\w.-]+$/i.test(remark);

const programOf = ({ text }: Command): string => /^\S+/.exec(text)?.[0] ?? '';
