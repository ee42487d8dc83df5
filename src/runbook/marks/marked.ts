import type { Lines } from '../../core/location.ts';
import { withFlag, withoutFlag, asWayOf } from '../command/command.ts';
import { commandsIn, withEach } from '../commands-of.ts';
import type { Marks } from './marks.ts';
import type { Claim, Command, Step } from '../model.ts';

/** Steps with what is said of them and of what they stand in: role, condition, choice, limits. */
export const markedSteps = (steps: readonly Step[], marks: Marks | undefined): readonly Step[] => {
  if (marks === undefined) return steps;
  const { role, fallback } = marks.values;
  return steps.map((step) => ({
    ...withEach(step, (command) => markedCommand(command, marks)),
    ...(role === undefined ? {} : { role }),
    ...(fallback === undefined ? {} : { fallback }),
  }));
};

const markedCommand = (command: Command, marks: Marks): Command => {
  const { timeout, skip } = marks.values;
  const timed = withWhen(command, marks);
  return {
    ...(marks.way === undefined ? timed : asWayOf(timed, marks.way)),
    ...(timeout === undefined ? {} : { timeout }),
    ...(skip ? { skip } : {}),
  };
};

const withWhen = (command: Command, { values: { when, fallback } }: Marks): Command => {
  if (when === undefined && !fallback) return command;
  const { condition: _, ...rest } = command;
  if (when === 'always') return withoutFlag(rest, 'conditional');
  const flagged = withFlag(rest, 'conditional');
  return when === undefined ? flagged : { ...flagged, condition: when };
};

/** A block with a name is one step; what it must show is what its last command shows. */
export const namedSteps = (steps: readonly Step[], { values: { name, expect } }: Marks): readonly Step[] => {
  const expecting = expect === undefined ? steps : withExpectation(steps, expect);
  const [first, last] = [expecting[0], expecting.at(-1)];
  if (name === undefined || first === undefined || last === undefined) return expecting;
  const commands = commandsIn(expecting);
  const lines: Lines = [first.lines[0], last.lines[1]];
  return [{ ...first, title: name, lines, manual: commands.length === 0, commands }];
};

const withExpectation = (steps: readonly Step[], expect: string): readonly Step[] => {
  const last = commandsIn(steps).at(-1);
  return steps.map((step) =>
    withEach(step, (command) => (command === last ? { ...command, expect } : command)),
  );
};

/** What marks promise of a procedure, before what its text does. */
export const markedClaims = (marks: Marks | undefined): readonly Claim[] =>
  (['recover', 'downtime'] as const).flatMap((about): readonly Claim[] => {
    const [value, written] = [marks?.values[about], marks?.written[about]];
    if (value === undefined || written === undefined) return [];
    const { line } = written.location;
    return [
      { about, text: written.text, lines: [line, line], comparison: '<=', value, unit: 'ms', marked: true },
    ];
  });
