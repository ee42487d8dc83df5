import { commandsIn } from '../runbook/commands-of.ts';
import type { Command, Procedure } from '../runbook/model.ts';

/** A command with what is typed into the client, or the shell, that it opens. */
export interface Session {
  readonly command: Command;
  readonly statements: readonly Command[];
  /** Where it stands in a step before. */
  readonly opener?: Command;
}

/** The shell commands of a procedure by their first lines; of several on a line the one that waits for typing. */
export type Openers = ReadonlyMap<number, Command>;

export const openersOf = ({ parts }: Procedure): Openers => {
  const commands = commandsIn(parts.flatMap(({ steps }) => steps));
  const shell = commands.filter(({ kind, openedAt, lines }) => kind === 'shell' && openedAt !== lines[0]);
  const [others, waiting] = [false, true].map((waits) =>
    shell.filter(({ flags }) => flags.includes('interactive') === waits),
  );
  return new Map([...(others ?? []), ...(waiting ?? [])].map((command) => [command.lines[0], command]));
};

/** Each command with what is typed into it; what is for a client or a shell that a step before opened is typed into it anew. */
export const foldSessions = (commands: readonly Command[], openers: Openers): readonly Session[] => {
  const folded: Session[] = [];
  for (const command of commands) {
    const [opener, ...places] = openedBy(command, openers);
    const within = [...setBefore(command, openers), ...places];
    const last = folded.at(-1);
    if (opener === undefined) folded.push({ command, statements: [] });
    else if (last !== undefined && goesOn(last, opener, command)) {
      const missing = within.filter((each) => !last.statements.includes(each));
      folded[folded.length - 1] = { ...last, statements: [...last.statements, ...missing, command] };
    } else folded.push({ command: openedAgain(opener, command), statements: [...within, command], opener });
  }
  return folded;
};

/** What opened the place that a command is typed in, the outermost first: the shell in a container, the client in that shell. */
const openedBy = ({ openedAt }: Command, openers: Openers): readonly Command[] => {
  const opener = openers.get(openedAt ?? 0);
  return opener === undefined ? [] : [...openedBy(opener, openers), opener];
};

/** What an opened shell was told of where and with what to run the commands after it, in whatever step: `cd /srv`, `export A=b` */
const setBefore = ({ kind, openedAt, lines, condition }: Command, openers: Openers): readonly Command[] =>
  kind === 'shell' && openedAt !== undefined
    ? [...openers.values()].filter(
        (each) =>
          each.openedAt === openedAt &&
          each.lines[1] < lines[0] &&
          (each.condition === undefined || each.condition === condition) &&
          SETS.test(each.text),
      )
    : [];

const SETS = /^(?:cd|export|source|\.|\w+=\S*$)(?:\s|$)/;

/** In one shell not everything need be typed in the same cases. */
const goesOn = ({ command, opener }: Session, own: Command, statement: Command): boolean =>
  (opener === own || command === own) &&
  (statement.kind === 'client' ||
    (command.condition === statement.condition &&
      command.skip === statement.skip &&
      command.alternative?.choice === statement.alternative?.choice &&
      command.alternative?.option === statement.alternative?.option));

/** The client or the shell, opened where the statement stands: when, how long and whether at all is the statement's. */
const openedAgain = ({ text, flags, placeholders, runsOn, tools }: Command, statement: Command): Command => ({
  ...statement,
  kind: 'shell',
  text,
  flags,
  placeholders,
  runsOn,
  tools,
});

/** What is typed into a client or a shell, each with what is typed into what it opens in turn. */
export const typedWithin = ({ statements }: Session): readonly Session[] =>
  foldSessions(
    statements,
    new Map(statements.filter(({ kind }) => kind === 'shell').map((command) => [command.lines[0], command])),
  );

/** Ends a here-document, and nothing else does: never in a statement. */
const END = 'DRILLBOOK_STATEMENTS_END';

/** A client or a shell and what is typed into it, as one shell command: the statements on its stdin. */
export const withStatements = (opener: string, statements: readonly string[]): string => {
  const typed = statements.join('\n');
  // What is typed into a client in an opened shell has its own within it.
  const end = typed.includes(END) ? `${END}_OUTER` : END;
  return `${opener} <<'${end}'\n${typed}\n${end}`;
};
