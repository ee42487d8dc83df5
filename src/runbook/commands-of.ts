import type { Command, Runbook, Step } from './model.ts';

/** All commands, in the order of the file's sections. */
export const commandsOf = ({ procedures, reference }: Runbook): readonly Command[] =>
  [...procedures.flatMap(({ parts }) => parts), ...reference].flatMap(({ steps }) => commandsIn(steps));

/** The commands of steps, in their order. */
export const commandsIn = (steps: readonly Step[]): readonly Command[] =>
  steps.flatMap(({ commands }) => commands);

interface WithCommands {
  readonly commands: readonly Command[];
}

/** Is there anything to type? */
export const isTyped = ({ commands }: WithCommands): boolean => commands.length > 0;

/** The same step, with each of its commands changed. */
export const withEach = <Own extends WithCommands>(own: Own, change: (command: Command) => Command): Own => ({
  ...own,
  commands: own.commands.map(change),
});
