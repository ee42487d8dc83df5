import { remembered } from '../../core/remembered.ts';
import { byWords } from './by-words.ts';
import type { Client, Syntax } from '../knowledge/client.ts';
import { CLIENTS, CLIENT_STARTS, SPEAKS_OF_ITSELF } from '../knowledge/clients.ts';
import { SQL_START } from '../knowledge/sql-start.ts';
import { OR_ALONE } from '../knowledge/ways.ts';
import { CLIENT_ANSWERS, FRAME, KEYS, NO_STATEMENT } from '../knowledge/client-answers.ts';
import { DOCKER_RUN, KUBECTL, KUBECTL_EXEC, SSH, valued } from '../knowledge/valued-options.ts';
import { indentOf, textOn } from '../text/lines.ts';
import { unwrap } from './likeness.ts';
import { maskPlaceholders } from './placeholders.ts';
import { startedBy } from './simple-commands.ts';
import { withoutPrinted } from './printed-sql.ts';
import { sqlStatements } from './sql-statements.ts';
import type { Statement } from './statements.ts';

/** A client that is open, and the line of the command that opened it, where one did. */
export interface Session {
  readonly client: Client;
  readonly openedAt?: number;
}

/** Nobody types more to open a client, in characters. */
const LONGEST = 4000;

/** The client that a command opens without giving it a statement: what comes next is typed into it. */
export const opensClient = remembered((text): Client | undefined => {
  if (text.length > LONGEST) return undefined;
  // A placeholder is no redirection: `psql -h <host>` opens the client.
  const masked = maskPlaceholders(text);
  if (/[|<]|&&/.test(masked)) return undefined;
  const bare = unwrap(masked.replaceAll(/\\[ \t]*\n\s*/g, ' ').replaceAll(/\$\([^()]*\)/g, '$_'));
  const started = startedBy(bare);
  if (started !== undefined) return opensClient(started);
  return clientsIn(bare).find(({ program, given }) => {
    const match = program.exec(bare);
    if (match === null || isOfAPath(bare, match)) return false;
    // What stands before the program is another's: `kubectl exec db-0 -c tools -- psql`.
    const own = bare.slice(match.index);
    if (given?.test(own) === true || SPEAKS_OF_ITSELF.test(own)) return false;
    const before = bare.slice(0, match.index + (/^\s/.test(match[0]) ? 1 : 0));
    return /^\S*$/.test(before) || (STARTS_IN.test(before) && !NAMES_PLACE.test(before));
  });
});

const STARTS_IN =
  /\b(?:exec|run|rsh|ssh|shell|c|console|rails|dbconsole|python3?|uv|poetry|bundle|gitlab-ctl|su|envdir|cnpg|php|sail|drush)\b/;

/** What only says where: `kubectl exec -it mongo`, `ssh node`, `docker run -d --name redis mongo`, `make run mongo`. */
const NAMES_PLACE = new RegExp(
  String.raw`^(?:(?:kubectl|oc|k|docker|podman|nerdctl|crictl|docker-compose)\s(?:\S+\s+)*?(?:exec|run|rsh|attach)\s+(?:${valued(DOCKER_RUN, KUBECTL, KUBECTL_EXEC)}\s+\S+\s+|-\S+\s+)*$|ssh\s+(?:${valued(SSH)}\s+\S+\s+|-\S+\s+)*$|kamal\s+accessory\s+exec\s+(?:-\S+\s+)*$|(?:brew|gcloud|make|just|task|npm|yarn|pnpm)\s)`,
);

/** `/etc/init.d/mysql restart`, `-v shop:/var/lib/mysql`: named like the client, and none. */
const isOfAPath = (text: string, match: RegExpExecArray): boolean => {
  const word = /\S*$/.exec(text.slice(0, match.index))?.[0] ?? '';
  return (
    match[0].startsWith('/') &&
    (/:|^\/(?:etc|var|mnt|data|backups?|tmp)(?:\/|$)/.test(word) ||
      (word.length < match.index && !/\/s?bin$/.test(word)))
  );
};

const clientsIn = byWords(CLIENTS, ({ program }) => program);

/** Could a line open a client? */
export const namesClient = (line: string): boolean =>
  clientsIn(line).some(({ program }) => program.test(line));

/** The client that a text names as the place where something is typed: "in a Rails console". */
export const clientNamed = (text: string, syntax?: Syntax): Client | undefined =>
  clientsWorded(text).find(
    (client) => (syntax === undefined || client.syntax === syntax) && client.words.test(text),
  );

const clientsWorded = byWords(CLIENTS, ({ words }) => words);

/** The clients that are known, by their names. */
export const clientNames: ReadonlyMap<string, Client> = new Map(
  CLIENTS.map((client) => [client.name, client]),
);

/** A client by its name; one that nothing is known of takes a statement a line. */
export const clientCalled = (called: string): Client =>
  clientNames.get(called) ?? {
    name: called,
    syntax: 'line',
    program: NEVER,
    words: NEVER,
  };

const NEVER = /(?!)/;

/** How the statements of a client begin, where only some words can. */
export const beginningOf = ({ statements, syntax }: Client): RegExp | undefined =>
  statements ?? (syntax === 'sql' ? SQL_START : undefined);

/** The only client that a statement can be meant for. */
export const clientStarting = (line: string): Client | undefined => {
  const name = CLIENT_STARTS.find(({ form }) => form.test(line))?.client;
  return name === undefined ? undefined : clientNames.get(name);
};

/** What is typed into a client, statement by statement. `#` lines explain, whatever the client makes of them. */
export const clientStatements = (text: string, syntax: Syntax): readonly Statement[] => {
  const withoutRemarks = text.replaceAll(/^[ \t]*#.*$/gm, (line) => ' '.repeat(line.length));
  if (syntax === 'sql') return sqlStatements(withoutPrinted(withoutRemarks));
  const lines = withoutRemarks.split('\n');
  const own = text.split('\n');
  return (syntax === 'line' ? lineStatements(lines) : blockStatements(lines, syntax)).map((statement) => ({
    ...statement,
    text: textOn(own, statement.first, statement.last),
  }));
};

const lineStatements = (lines: readonly string[]): readonly Statement[] =>
  lines.flatMap((line, index) =>
    line.trim() === '' || CLIENT_ANSWERS.test(line) || KEYS.test(line)
      ? []
      : [{ text: line.trim(), first: index, last: index }],
  );

/** What is printed or only explains among statements of several lines. */
const isNoStatement = (line: string, syntax: keyof typeof NO_STATEMENT): boolean =>
  line.trim() === '' ||
  FRAME.test(line) ||
  KEYS.test(line) ||
  OR_ALONE.test(line) ||
  NO_STATEMENT[syntax].test(line);

/** A statement goes on over indented lines, open brackets, and the words that only continue one (`else`, `end`). */
const blockStatements = (
  lines: readonly string[],
  syntax: 'python' | 'ruby' | 'js' | 'php',
): readonly Statement[] => {
  const statements: Statement[] = [];
  for (let first = 0; first < lines.length; first++) {
    const line = lines[first] ?? '';
    if (isNoStatement(line, syntax)) continue;
    const indent = indentOf(line);
    let last = first;
    let depth = bracketDepth(line);
    for (let next = first + 1; next < lines.length; next++) {
      const following = lines[next] ?? '';
      const continues = depth > 0 || /\\\s*$/.test(lines[last] ?? '') || continuesBlock(following, indent);
      if (following.trim() !== '' && !continues) break;
      if (following.trim() !== '') {
        last = next;
        depth += bracketDepth(following);
      }
    }
    statements.push({ text: textOn(lines, first, last), first, last });
    first = last;
  }
  return statements;
};

const continuesBlock = (line: string, indent: number): boolean =>
  line.trim() !== '' &&
  (indentOf(line) > indent ||
    (indentOf(line) === indent &&
      /^\s*(?:else|elif|elsif|except|finally|rescue|ensure|when|end|catch|[)\]}]|\.\w|&&|\|\|)/.test(line)));

/** How many brackets a line leaves open, or closes of those before it. */
export const bracketDepth = (line: string): number => {
  const bare = line.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""').replace(/\s#\s.*$/, '');
  return (bare.match(/[([{]/g)?.length ?? 0) - (bare.match(/[)\]}]/g)?.length ?? 0);
};
