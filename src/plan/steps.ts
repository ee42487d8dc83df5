import type { System } from '../compose/model.ts';
import { formatDuration } from '../core/duration.ts';
import type { Drill } from '../drill/model.ts';
import { looks } from '../runbook/command/changes.ts';
import { lossOf } from '../runbook/command/losses.ts';
import type { Command, Part, Procedure, Step } from '../runbook/model.ts';
import { type Candidate, chooseAlternatives, standsUnder } from './alternatives.ts';
import { bindPlaceholders } from './bind.ts';
import { withStatements } from './client-session.ts';
import { answersIn, type Expectations, expectationsOf, expectedOutput } from './expect.ts';
import type { PlannedCommand, PlannedStep, Skip } from './model.ts';
import { skipCommand, skipStep } from './skip.ts';
import { sqlClient } from './sql-target.ts';
import { makeUnattended } from './unattended.ts';

/** How long an endless command (`watch`, `logs -f`) is looked at, in ms. */
export const ENDLESS_WINDOW = 5000;

/** Time limit of a step that the drill says nothing about, in ms. */
export const STEP_TIMEOUT = 60_000;

export interface StepContext {
  readonly drill: Pick<Drill, 'bind' | 'answers' | 'choose' | 'branches' | 'stepTimeout'>;
  readonly system: System;
  readonly runbookPath: string;
  /** The programs that the operator will have. */
  readonly tools: ReadonlySet<string>;
}

/** What of a procedure is run, in its order, and why the rest is not. */
export const planSteps = (procedure: Procedure, context: StepContext): readonly PlannedStep[] => {
  const openers = openersOf(procedure);
  const expectations = expectationsOf(procedure);
  const answers = new Set(answersIn(procedure).map(({ lines }) => lines[0]));
  const drafts = procedure.parts
    .flatMap((part) => part.steps.map((step) => ({ part, step })))
    // What an incident means and impairs is listed too, but is nothing to do.
    .filter(({ part, step }) => step.commands.length > 0 || isToDo(part, step, answers))
    .map(({ part, step }) => draftOf(procedure, part, step, openers, context));
  const notTaken = chooseAlternatives(
    drafts.flatMap(({ commands }) => commands),
    context,
  );
  return drafts.map(({ part, step, skip, commands }, index) => ({
    number: index + 1,
    ...(step.title === undefined ? {} : { title: step.title }),
    role: part.role,
    lines: step.lines,
    fallback: step.fallback ?? false,
    commands: commands.map((typed) =>
      planCommand(typed, expectations, skip ?? notTaken(typed) ?? typed.skip, context),
    ),
    ...(skip === undefined ? {} : { skip }),
  }));
};

/** What an incident means and impairs is nothing to do, nor is the answer that a command should give. */
const isToDo = ({ role }: Part, { lines }: Step, answers: ReadonlySet<number>): boolean =>
  role !== 'reference' && !answers.has(lines[0]);

/** A step before it is decided which ways are taken. */
interface Draft {
  readonly part: Part;
  readonly step: Step;
  readonly skip: Skip | undefined;
  readonly commands: readonly (Typed & Candidate)[];
}

const draftOf = (
  procedure: Procedure,
  part: Part,
  step: Step,
  openers: Openers,
  context: StepContext,
): Draft => {
  const skip = skipStep(part, step, context);
  const under = standsUnder(procedure, part, step);
  return {
    part,
    step,
    skip,
    commands: foldSessions(step.commands, openers).map((typed) => ({
      ...typed,
      under,
      skip: skip ?? skipTyped(typed, context),
    })),
  };
};

const skipTyped = ({ command, statements }: Typed, context: StepContext): Skip | undefined => {
  const unbound = [command, ...statements].flatMap(
    (each) => bindPlaceholders(each, context.drill.bind).unbound,
  );
  return skipCommand(command, statements.length > 0, unbound, context);
};

/** A command with the statements that are typed into the client it opens. */
interface Typed {
  readonly command: Command;
  readonly statements: readonly Command[];
  /** Where it stands in a step before. */
  readonly opener?: Command;
}

/** The shell commands of a procedure by their first lines. */
type Openers = ReadonlyMap<number, Command>;

const openersOf = ({ parts }: Procedure): Openers =>
  new Map(
    parts
      .flatMap(({ steps }) => steps.flatMap(({ commands }) => commands))
      .filter(({ kind }) => kind === 'shell')
      .map((command) => [command.lines[0], command]),
  );

/** Each command with its statements; those of a client that a step before opened are typed into it anew. */
const foldSessions = (commands: readonly Command[], openers: Openers): readonly Typed[] => {
  const folded: Typed[] = [];
  for (const command of commands) {
    const opener = command.kind === 'client' ? openers.get(command.openedAt ?? 0) : undefined;
    const last = folded.at(-1);
    if (opener === undefined) folded.push({ command, statements: [] });
    else if (last?.opener === opener || last?.command === opener)
      folded[folded.length - 1] = { ...last, statements: [...last.statements, command] };
    else folded.push({ command: openedAgain(opener, command), statements: [command], opener });
  }
  return folded;
};

/** The client, opened where the statement stands: when, how long and whether at all is the statement's. */
const openedAgain = ({ text, flags, placeholders, runsOn, tools }: Command, statement: Command): Command => ({
  ...statement,
  kind: 'shell',
  text,
  flags,
  placeholders,
  runsOn,
  tools,
});

const planCommand = (
  { command, statements }: Typed,
  expectations: Expectations,
  skip: Skip | undefined,
  context: StepContext,
): PlannedCommand => {
  const all = [command, ...statements].map((each) => ({
    command: each,
    ...bindPlaceholders(each, context.drill.bind),
  }));
  const [own, ...typed] = all as [(typeof all)[number], ...typeof all];
  const unattended = makeUnattended(own.text);
  const sql = command.kind === 'sql' ? sqlClient(context.system) : undefined;
  const text = sql === undefined ? unattended.text : withStatements(sql, [own.text]);
  const endless = command.flags.includes('endless');
  const limit = command.timeout ?? context.drill.stepTimeout ?? STEP_TIMEOUT;
  const timeout = endless ? Math.min(ENDLESS_WINDOW, limit) : limit;
  const loses = [command, ...statements]
    .map((each) => lossOf(each)?.loses)
    .find((loss) => loss !== undefined);
  const expect = expectedOutput([command, ...statements], expectations, context.runbookPath);
  return {
    kind: command.kind,
    lines: [command.lines[0], (statements.at(-1) ?? command).lines[1]],
    source: [command, ...statements].map((each) => each.text).join('\n'),
    text:
      typed.length === 0
        ? text
        : withStatements(
            text,
            typed.map((statement) => statement.text),
          ),
    runsOn: command.runsOn,
    tools: command.tools,
    changes: [
      ...all.flatMap(({ changes }) => changes),
      ...unattended.changes,
      ...(typed.length === 0 ? [] : [`${typed.length} statements given on stdin`]),
      ...(sql === undefined ? [] : ['typed into psql of the only PostgreSQL']),
      ...(endless ? [`ended after ${formatDuration(timeout)}: it does not end by itself`] : []),
    ],
    timeout,
    endless,
    looks: [command, ...statements].every(looks),
    ...(loses === undefined ? {} : { loses }),
    ...(expect === undefined ? {} : { expect }),
    ...(skip === undefined ? {} : { skip }),
  };
};
