import type { System } from '../compose/model.ts';
import type { Drill } from '../drill/model.ts';
import { isOpposite } from '../runbook/cases.ts';
import { opensShell } from '../runbook/command/opened-shell.ts';
import { SHELL_WITHIN } from '../runbook/knowledge/opened-shells.ts';
import type { Part, Step } from '../runbook/model.ts';
import { answerTo, openAnswers } from './answers.ts';
import { bindPlaceholders } from './bind.ts';
import type { Skip } from './model.ts';
import { type Session, typedWithin } from './sessions.ts';
import { sqlClient } from './sql-target.ts';
import { makeUnattended } from './unattended.ts';

interface SkipContext {
  readonly drill: Pick<Drill, 'bind' | 'answers' | 'branches'>;
  readonly system: System;
  readonly tools: ReadonlySet<string>;
}

/** Why nothing of a step is run; `undefined` when it is. */
export const skipStep = (part: Part, step: Step, { drill }: SkipContext): Skip | undefined => {
  const { branch } = part;
  if (
    branch !== undefined &&
    !drill.branches.some((own) => branch.toLowerCase().includes(own.toLowerCase()))
  ) {
    return { code: 'branch', message: `${branch}: not the environment of this drill` };
  }
  if (step.manual || step.commands.length === 0)
    return { code: 'manual', message: 'nothing to type: for a person' };
  if (part.role === 'reference')
    return { code: 'reference', message: 'for reference, not part of the answer' };
  if (part.role === 'escalate') return { code: 'manual', message: 'escalation: for a person' };
  return undefined;
};

/** Why a command is not run, by what it needs and nobody gives; `undefined` when it is. */
export const skipCommand = (session: Session, context: SkipContext): Skip | undefined =>
  session.command.skip
    ? { code: 'marked', message: 'marked "skip" in the runbook' }
    : (skipUnsaid(session, context) ?? skipImpossible(session, context));

/** For what the drill would have to say, or says against it. */
const skipUnsaid = ({ command, statements }: Session, { drill }: SkipContext): Skip | undefined => {
  const { condition } = command;
  const answer = condition === undefined ? true : answerTo(condition, drill.answers);
  const only = condition === undefined || isOpposite(condition) ? condition : `only if ${condition}`;
  if (answer === false) return { code: 'condition', message: `${only}: that is not so in this drill` };
  const unbound = [command, ...statements].flatMap((each) => bindPlaceholders(each, drill.bind).unbound);
  const wants = {
    ...(unbound.length === 0 ? {} : { bind: [...new Set(unbound.map(({ name }) => name))] }),
    ...(condition === undefined || answer === true ? {} : { answers: openAnswers(condition, drill.answers) }),
  };
  const [placeholder] = unbound;
  if (placeholder !== undefined) {
    return {
      code: 'placeholder',
      message: `${[...new Set(unbound.map(({ text }) => text))].join(', ')} is not bound: give a value with "bind:" in the drill or --var ${placeholder.name}=…`,
      wants,
    };
  }
  return answer === undefined
    ? { code: 'condition', message: `${only}: the drill has no answer ("answers:")`, wants }
    : undefined;
};

/** For what nobody can type into the operator's shell, or not here. */
const skipImpossible = (session: Session, { system, tools }: SkipContext): Skip | undefined => {
  const { command, statements } = session;
  const opened = opensShell(command);
  if (opened === 'remote' && statements.length > 0) {
    return {
      code: 'interactive',
      message: `a shell on ${command.runsOn.name ?? 'another host'}, which this drill has not: what is typed there is not typed here`,
    };
  }
  const missing = command.tools.filter((tool) => !tools.has(tool));
  if (command.runsOn.kind !== 'container' && missing.length > 0) {
    return { code: 'tool-missing', message: `${missing.join(', ')} is not there` };
  }
  if (command.kind === 'sql' && sqlClient(system) === undefined) {
    return {
      code: 'tool-missing',
      message: 'SQL with no client, and not exactly one PostgreSQL to type it into',
    };
  }
  if (command.kind === 'client') {
    return {
      code: 'interactive',
      message: `a statement for ${command.client ?? 'a client'} that no command opened`,
    };
  }
  if (opened === 'container' && statements.length === 0) {
    return {
      code: 'interactive',
      message: 'waits for a person at a terminal: a shell, and nothing here is typed into it',
    };
  }
  const waiting = typedWithin(session).find(
    (each) => waitsForTyping(each) && !SHELL_WITHIN.test(each.command.text),
  );
  if (waiting !== undefined) {
    return {
      code: 'interactive',
      message: `waits for a person at a terminal: ${waiting.command.text.split('\n')[0] ?? ''}`,
    };
  }
  return waitsForTyping(session)
    ? { code: 'interactive', message: 'waits for a person at a terminal' }
    : undefined;
};

const waitsForTyping = ({ command, statements }: Session): boolean =>
  command.kind === 'shell' &&
  command.flags.includes('interactive') &&
  statements.length === 0 &&
  !isUnattended(command.text);

/** Interactive as written, but not any more once it is made unattended (`exec -it db psql -c …`, `prune` with `-f`). */
const isUnattended = (text: string): boolean => makeUnattended(text).changes.length > 0;
