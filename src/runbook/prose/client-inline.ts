import { byWords } from '../command/by-words.ts';
import { clientStarting, type Session } from '../command/client-statements.ts';
import type { Client } from '../knowledge/client.ts';
import { CLIENTS, LEAVES_CLIENT } from '../knowledge/clients.ts';
import { SQL_START } from '../knowledge/sql-start.ts';
import { SAYS_WHAT_FOR } from '../knowledge/around-code.ts';
import {
  DESCRIBES,
  ENTER_CUE,
  IMPERATIVE,
  LABEL_CUE,
  ROW_BEFORE,
  RUN_CUE,
  STRONG_CUE,
} from '../knowledge/cues.ts';
import { isForbidden } from './forbidden.ts';
import { likenessOf } from '../command/likeness.ts';

/** Does the client that is open take this, where the text says to type it? `save`, `\q`, `LLEN jobs` */
export const isTypedInto = (session: Session | undefined, value: string): boolean => {
  if (session === undefined) return false;
  const { syntax, statements, takes } = session.client;
  if (LEAVES_CLIENT.test(value) || takes?.test(value) === true) return true;
  if (statements !== undefined) return statements.test(value);
  if (syntax === 'sql') return SQL_START.test(value);
  if (syntax === 'js' && /^(?:use|show) \w+;?$/.test(value)) return true;
  return likenessOf(value) < 2 && (syntax === 'line' ? /^[A-Z]{2,}(?:\s|$)/ : /[.(=]/).test(value);
};

/** What a command is that is typed into the client. */
export const typedInto = ({
  client,
  openedAt,
}: Session): { readonly kind: 'client'; readonly client: string; readonly openedAt?: number } => ({
  kind: 'client',
  client: client.name,
  ...(openedAt === undefined ? {} : { openedAt }),
});

/** The client that the words around code name, or that its own words prove, where they tell to type it: "in redis-cli, run `LLEN jobs`". */
export const clientToldFor = (value: string, before: string, after: string): Client | undefined => {
  const order = before.replace(ROW_BEFORE, '');
  const strong = STRONG_CUE.test(order) || ENTER_CUE.test(order);
  const alone = /^[\W_]*$/.test(before) && !IS_SUBJECT.test(after);
  if (!strong && !alone && !LABEL_CUE.test(before) && !RUN_CUE.test(before)) return undefined;
  if (isForbidden({ before, after }) || DESCRIBES.test(before) || SPEAKS_OF_OTHERS.test(before))
    return undefined;
  const named = clientSaid(before) ?? clientSaid(SENTENCE_AFTER.exec(after)?.[0] ?? '');
  if (named !== undefined)
    return isTypedInto({ client: named }, value) &&
      (strong ||
        LINES.has(named.syntax) ||
        /[(=]|^(?:use|show) /.test(value) ||
        (LABEL_CUE.test(before) && CALLS.test(value)))
      ? named
      : undefined;
  const starting = clientStarting(value);
  const proves = starting !== undefined && UNMISTAKABLE.has(starting.name);
  const cue = RUN_CUE.test(before) || (LABEL_CUE.test(before) && !IS_SOUGHT.test(before));
  const told = (cue && IMPERATIVE.test(before)) || (alone && saysWhatFor(after));
  return strong || (proves && told) ? starting : undefined;
};

/** `Sidekiq::RetrySet.new.retry_all` */
const CALLS = /^[A-Z]\w*(?:::\w+)*\.\w/;

/** "Check for: `INFO memory`" */
const IS_SOUGHT = /\bfor\W*$/i;

/** "`rs.slaveOk()` to allow queries", "`use shop` switch to the shop's database": what follows says what it is for. */
export const saysWhatFor = (after: string): boolean => SAYS_WHAT_FOR.test(after) || IMPERATIVE.test(after);

/** A full stop in code ends no sentence. */
const SENTENCE_AFTER = /^(?:`[^`]*`|[^.;!?`])*/;

const LINES: ReadonlySet<string> = new Set(['sql', 'line']);

/** "`KEYS *` in redis-cli is slow" */
const IS_SUBJECT =
  /^[^.;!?]*\s(?:is|are|was|were|has|fails?|hangs?|shows?|returns?|takes|gives|means|blocks|prints|will|would|may|might|can)\b/i;
const SPEAKS_OF_OTHERS =
  /^\W*(?:we|they|it|this|the|users?|clients?)\b(?!.*\byou (?:can|should|must|may)\b)/i;

/** The client that a text says to be in: "from `psql`", "in the mongo shell", "in the MySQL client:". */
export const clientSaid = (text: string): Client | undefined => {
  for (const [, phrase = ''] of text.matchAll(IN_CLIENT)) {
    if (IS_FILE.test(phrase)) continue;
    const [first = ''] = /^\S+/.exec(phrase) ?? [];
    const client =
      named(phrase).find(({ words }) => words.test(phrase)) ??
      started(first).find(({ program }) => program.test(first));
    if (client !== undefined) return client;
  }
  return undefined;
};

/** The client that a text says to open, and does not show how: "Open psql.", "Start a MySQL session on the primary:". */
export const clientOpened = (text: string): Client | undefined => {
  const opened = OPENS.exec(text)?.[1];
  if (opened === undefined) return undefined;
  const phrase = opened.replace(/\b(?:session|cli)$/i, 'console');
  return (
    named(phrase).find(({ words }) => words.test(phrase)) ??
    started(phrase).find(({ program }) => program.test(phrase))
  );
};

const OPENS =
  /^\W*(?:open|start|launch|enter|log ?in ?to|connect (?:with|using))\s+(?:(?:an?|the|your|up|new|interactive)\s+)*(psql|redis-cli|mongosh|sqlplus|cqlsh|[\w.-]+ (?:shell|session|console|prompt|client|cli))\b(?=[.:]?\s*$|\s+(?:on|in|at|as|from|and)\s)/i;

const named = byWords(CLIENTS, ({ words }) => words);
const started = byWords(CLIENTS, ({ program }) => program);

const IN_CLIENT =
  /\b(?:in|into|at|from|inside|within|using|via|through)\s+(?:(?:the|a|an|your)\s+)?`?([\w.-]+(?:[ -][\w-]+){0,2})/gi;

/** "in `node.cfg`" */
const IS_FILE = /^\S+\.(?:c(?:fg|nf|onf)|ini|ya?ml|json|toml|env|txt|md|log|service)\b/i;

/** Clients whose words are nobody else's. */
const UNMISTAKABLE: ReadonlySet<string> = new Set(['redis-cli', 'mongosh', 'psql', 'cqlsh']);
