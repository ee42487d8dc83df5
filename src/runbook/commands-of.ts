import type { Command, Runbook } from './model.ts';

/** All commands, in the order of the file's sections. */
export const commandsOf = ({ procedures, reference }: Runbook): readonly Command[] =>
  [...procedures.flatMap(({ parts }) => parts), ...reference].flatMap(({ steps }) =>
    steps.flatMap((step) => step.commands),
  );
