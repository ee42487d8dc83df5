import type { System } from '../compose/model.ts';
import { formatDuration } from '../core/duration.ts';
import type { Drill } from '../drill/model.ts';
import { looks } from '../runbook/command/changes.ts';
import { opensShell } from '../runbook/command/opened-shell.ts';
import { lossOf } from '../runbook/command/losses.ts';
import type { Command } from '../runbook/model.ts';
import { bindPlaceholders, type Bound } from './bind.ts';
import { type Expectations, expectedOutput } from './expect.ts';
import type { PlannedCommand, Skip } from './model.ts';
import { type Session, typedWithin, withStatements } from './sessions.ts';
import { sqlClient } from './sql-target.ts';
import { makeUnattended } from './unattended.ts';

/** How long an endless command (`watch`, `logs -f`) is looked at, in ms. */
const ENDLESS_WINDOW = 5000;

/** Time limit of a command that neither the runbook nor the drill says anything about, in ms. */
const STEP_TIMEOUT = 60_000;

interface CommandContext {
  readonly drill: Pick<Drill, 'bind' | 'stepTimeout'>;
  readonly system: System;
  readonly runbookPath: string;
}

/** A command, with what is typed into it, as it will be run. */
export const planCommand = (
  session: Session,
  expectations: Expectations,
  skip: Skip | undefined,
  context: CommandContext,
): PlannedCommand => {
  const { command, statements } = session;
  const all = [command, ...statements];
  const endless = all.some(({ flags }) => flags.includes('endless'));
  const timeout = timeoutOf(command, endless, context);
  const { text, changes } = asRun(session, context);
  const loses = all.map((each) => lossOf(each)?.loses).find((loss) => loss !== undefined);
  return {
    kind: command.kind,
    lines: [command.lines[0], (all.at(-1) ?? command).lines[1]],
    source: all.map((each) => each.text).join('\n'),
    text,
    runsOn: command.runsOn,
    tools: command.tools,
    changes: endless
      ? [...changes, `ended after ${formatDuration(timeout)}: it does not end by itself`]
      : changes,
    timeout,
    endless,
    looks: all.every(looks),
    ...(loses === undefined ? {} : { loses }),
    ...expectedOutput(all, expectations, context.runbookPath),
    ...(skip === undefined ? {} : { skip }),
  };
};

const timeoutOf = ({ timeout }: Command, endless: boolean, { drill }: CommandContext): number => {
  const limit = timeout ?? drill.stepTimeout ?? STEP_TIMEOUT;
  return endless ? Math.min(ENDLESS_WINDOW, limit) : limit;
};

/** What is typed in the end, and what was changed for that. */
const asRun = (
  session: Session,
  { drill, system }: CommandContext,
): Pick<PlannedCommand, 'text' | 'changes'> => {
  const { command, statements } = session;
  const sql = command.kind === 'sql' ? sqlClient(system) : undefined;
  const all = [command, ...statements].map((each) => ownText(each, drill));
  const what = opensShell(command) === undefined ? 'statements' : 'commands';
  return {
    text: sql === undefined ? wholeText(session, drill) : withStatements(sql, [wholeText(session, drill)]),
    changes: [
      ...all.flatMap(({ changes }) => changes),
      ...new Set(all.flatMap(({ unattended }) => unattended)),
      ...(statements.length === 0 ? [] : [`${statements.length} ${what} given on stdin`]),
      ...(sql === undefined ? [] : ['typed into psql of the only PostgreSQL']),
    ],
  };
};

/** A command with all that is typed into what it opens. */
const wholeText = (session: Session, drill: CommandContext['drill']): string => {
  const { text } = ownText(session.command, drill);
  const typed = typedWithin(session).map((each) => wholeText(each, drill));
  return typed.length === 0 ? text : withStatements(text, typed);
};

/** With the drill's values, and with nobody at the keyboard. */
const ownText = (
  command: Command,
  { bind }: CommandContext['drill'],
): Pick<Bound, 'text' | 'changes'> & { readonly unattended: readonly string[] } => {
  const { text, changes } = bindPlaceholders(command, bind);
  if (command.kind !== 'shell') return { text, changes, unattended: [] };
  const unattended = makeUnattended(text);
  return { text: unattended.text, changes, unattended: unattended.changes };
};
