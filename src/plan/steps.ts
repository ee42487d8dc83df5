import type { System } from '../compose/model.ts';
import type { Drill } from '../drill/model.ts';
import type { Part, Procedure, Step } from '../runbook/model.ts';
import { type Candidate, chooseAlternatives, standsUnder } from './alternatives.ts';
import { planCommand } from './command.ts';
import { answersIn, expectationsOf } from './expect.ts';
import type { PlannedStep, Skip } from './model.ts';
import { foldSessions, type Openers, openersOf, type Session } from './sessions.ts';
import { skipCommand, skipStep } from './skip.ts';

interface StepContext {
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
    commands: commands.map((session) =>
      planCommand(session, expectations, skip ?? notTaken(session) ?? session.skip, context),
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
  readonly commands: readonly (Session & Candidate)[];
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
    commands: foldSessions(step.commands, openers).map((session) => ({
      ...session,
      under,
      skip: skip ?? skipCommand(session, context),
    })),
  };
};
