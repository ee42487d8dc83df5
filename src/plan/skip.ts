import type { System } from '../compose/model.ts';
import type { Drill } from '../drill/model.ts';
import type { Command, Part, Step } from '../runbook/model.ts';
import type { Skip } from './model.ts';
import { answerTo } from './answers.ts';
import { sqlClient } from './sql-target.ts';
import { makeUnattended } from './unattended.ts';

interface SkipContext {
  readonly drill: Pick<Drill, 'answers' | 'branches'>;
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
export const skipCommand = (
  command: Command,
  hasStatements: boolean,
  unbound: readonly string[],
  { drill, system, tools }: SkipContext,
): Skip | undefined => {
  if (command.skip) return { code: 'marked', message: 'marked "skip" in the runbook' };
  const [placeholder] = unbound;
  if (placeholder !== undefined) {
    return {
      code: 'placeholder',
      message: `${unbound.join(', ')} is not bound: give a value with "bind:" in the drill or --var ${nameOf(placeholder, command)}=…`,
    };
  }
  if (command.condition !== undefined) {
    const { condition } = command;
    const only = condition.startsWith('unless ') ? condition : `only if ${condition}`;
    const answer = answerTo(condition, drill.answers);
    if (answer === undefined)
      return { code: 'condition', message: `${only}: the drill has no answer ("answers:")` };
    if (!answer) return { code: 'condition', message: `${only}: that is not so in this drill` };
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
  if (command.flags.includes('interactive') && !hasStatements && !isUnattended(command.text)) {
    return { code: 'interactive', message: 'waits for a person at a terminal' };
  }
  return undefined;
};

/** Interactive as written, but not any more once it is made unattended (`exec -it db psql -c …`, `prune` with `-f`). */
const isUnattended = (text: string): boolean => makeUnattended(text).changes.length > 0;

const nameOf = (placeholder: string, command: Command): string =>
  command.placeholders.find(({ text }) => text === placeholder)?.name ?? placeholder;
