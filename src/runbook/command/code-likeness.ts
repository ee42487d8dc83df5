import { opensClient } from './client-statements.ts';
import { SQL_START } from '../knowledge/sql-start.ts';
import { saysSomething } from '../knowledge/not-typed.ts';
import { ENDS_AS_SCRIPT, SCRIPT_ENDING } from '../knowledge/scripts.ts';
import {
  isKnown,
  NAMES_ONLY,
  NAMES_TASK,
  PROGRAMS,
  RUNS_ALONE,
  STANDS_ALONE,
  TAKES_TASK,
  WANTS_ARGUMENT,
  WANTS_OBJECT,
} from '../knowledge/programs.ts';
import { isSentence, likenessOf, unwrap, type Likeness } from './likeness.ts';

/** A whole statement; `EXPLAIN ANALYZE` only names one, and so does `CHECKPOINT` without its semicolon. */
export const isSql = (value: string): boolean =>
  SQL_START.test(value) &&
  (/\s|;$/.test(value) || LISTS.test(value)) &&
  (/^show (?:slave|replica|master) status$/i.test(value) || !NAMES_STATEMENT.test(value));

/** `\dt`, of psql; `\d` could be a digit as well. */
const LISTS = /^\\(?:d[a-z]{1,2}|l|list|conninfo)\+?$/;

/** SQL has words that English has, too: `select … from … where x is not null`. */
export const isQuery = (value: string): boolean =>
  isSql(value) && /^\s*select\s.*\sfrom\s+[\w.]+(?:\s+where\b|;?$)/i.test(value);

const NAMES_STATEMENT =
  /^(?:\s|explain|analyze|vacuum|full|verbose|create|drop|alter|index|table|show|set|begin|system|restore|replicas?|restart|sync|slave|status|change|master|to|reindex|database|concurrently|freeze|cluster|refresh|grant|revoke|insert|into|update|delete|from|select|truncate|ddl|dml|dcl|statements?|query|commands?|trigger|function|view|extension|schema|sequence|\.{3})+$/i;

/** @param own programs of the file, for code that begins with one */
export const isProgramCall = (value: string, own = NO_PROGRAMS): boolean =>
  codeLikeness(value, own) === 3 && isWhole(value, 3);

/** A file's own programs, and whether they were seen to be started with nothing else: then their name alone is a command, too. */
export type OwnPrograms = ReadonlyMap<string, boolean>;

/** Where the file's are not known. */
export const NO_PROGRAMS: OwnPrograms = new Map();

/** Code with a line of the text to itself. */
export const isTypedAlone = (value: string, own = NO_PROGRAMS): boolean => {
  if (opensClient(value) !== undefined) return true;
  if (LOGGED.test(value)) return false;
  const likeness = codeLikeness(value, own);
  if (likeness === 1 && saysSomething(value)) return false;
  return likeness > 0 && !isSentence(value) && !READS_MANUAL.test(value) && isWhole(value, likeness);
};

/** `[STARTUP] cannot connect`, `connect ECONNREFUSED 10.0.0.7:443` */
const LOGGED = /^\[\w+\]\s|\bE[A-Z]{5,}\b/;

/** Code is less likely prose than a line of its own. */
export const codeLikeness = (value: string, own: OwnPrograms): Likeness => {
  if (isSql(value)) return 3;
  const likeness = likenessOf(value);
  const [program = '', ...rest] = value.split(/\s+/);
  if (COMPARED.test(value) && !PROGRAMS.has(program)) return 0;
  const startedAlone = own.get(/^\S+/.exec(unwrap(value))?.[0] ?? '');
  if ((likeness > 0 || value.includes('-')) && startedAlone !== undefined)
    return rest.length > 0 || startedAlone ? 3 : likeness;
  return likeness === 1 && TAKES_TASK.has(program) && rest.length > 0 && rest.length < 4 ? 2 : likeness;
};

/** `queue_size > 100`, `used / total > 0.9`, `server_state follower`: a figure, not a redirection or an argument. */
const COMPARED =
  /^[\w.]+(?: [-+*/] [\w.]+)* (?:[<>]=?|[=!]=) -?[\d.]+\S{0,3}$|^[a-z]+(?:_[a-z]+)+ (?:[a-z]+|\d+)$/;

/** A program that nobody knows, where the text says to run it: `reloadproxy`, `site_sync --all`, `shopd start`. */
export const isOwnCall = (value: string, after: string): boolean => {
  const [program = '', ...rest] = value.split(/\s+/);
  if (!OWN_NAME.test(program) || isKnown(program) || COMPARED.test(value) || isSql(value)) return false;
  if (isSentence(value) || OF_OTHERS.test(after)) return false;
  if (rest.length > 0) return likenessOf(value) > 0;
  if (/[A-Z]/.test(program) || NAMES_TASK.has(program)) return false;
  return (/[-_\d]/.test(program) || program.length > 5) && AS_TOLD.test(after);
};

const OWN_NAME = new RegExp(String.raw`^[a-z][\w-]*[a-z\d](?:${SCRIPT_ENDING})?$`);
/** "Run `x`.", "Run `x` to …", "Run `x` as root", "Run `x` in the container". */
const AS_TOLD =
  /^\s*(?:[.,;:)!]|$)|^\s+(?:(?:to|on|as|from|and|again|until|once|twice|first|before|after|instead|manually|locally|directly|then)\b|in (?:a|an|the|your|another|that|this) (?:[\w-]+ )?(?:terminal|shell|container|pod|vm|host|session|window|folder|directory|root)\b)/;
/** "Run `nightly` in Jenkins", "run `x` from the UI": what is run there is no program. */
const OF_OTHERS =
  /^[^.]{0,60}?\b(?:jobs?|workflows?|pipelines?|playbooks?|stages?|tests?|actions?|functions?|methods?|menu|button|g?ui|dashboard|console|query|queries|macros?|jenkins|tower|awx|rundeck|airflow|dag)\b/i;

/** Only to be read about. */
export const READS_MANUAL = /^man\s/;

/** Can it be typed as it stands? `kubectl get` names a command, `kubectl get nodes` is one. */
export const isWhole = (value: string, likeness: number): boolean => {
  const words = unwrap(value).split(/\s+/);
  if (words.length === 1)
    return (
      likeness >= 2 &&
      (value.includes('/') ||
        ENDS_AS_SCRIPT.test(value) ||
        value.trim() !== words[0] ||
        (likeness === 3 && !PROGRAMS.has(value))) &&
      !value.endsWith('/')
    );
  if (/^\w+=(?:[^\s"'`$]*|"[^"`$]*"|'[^']*')$/.test(value)) return false;
  const last = words.at(-1) ?? '';
  // `kubectl exec web-0 --`: what is to stand before a command.
  if (last === '--') return false;
  if (WANTS_ARGUMENT.has(words[0] ?? '') && words.slice(1).every((word) => word.startsWith('-')))
    return false;
  if (NAMES_ONLY.test(words.join(' '))) return false;
  if (words.length === 2 && last.startsWith('-') && likeness < 3) return false;
  if (
    !words[0]?.includes('/') &&
    WANTS_OBJECT.has(last) &&
    words.length <= (last === 'show' ? 2 : 3) &&
    !STANDS_ALONE.test(words.join(' '))
  )
    return false;
  return likeness >= 2 || words.length > 1;
};

/** `pg_controldata`, `uptime`: a name that is hardly anything else. */
export const isProgramAlone = (value: string): boolean =>
  /^[a-z][\w-]*$/.test(value) &&
  (RUNS_ALONE.has(value) ||
    (PROGRAMS.has(value) && !WANTS_OBJECT.has(value) && (/-/.test(value) || value.length > 6)));
