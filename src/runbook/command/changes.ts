import { remembered } from '../../core/remembered.ts';
import {
  CHANGING,
  CHANGING_VERBS,
  KEEPING,
  THROWN_AWAY,
  TRIAL_VERBS,
  WRITES_FILE,
  WRITES_ITSELF,
  WRITES_KERNEL,
} from '../knowledge/changing.ts';
import {
  CODE_CHANGES,
  CODE_LOOKS,
  MONGO_CHANGES,
  MONGO_CLIENT,
  MONGO_LOOKS,
  REDIS_CHANGES,
  REDIS_LOOKS,
  REDIS_LOOKS_BY_OPTION,
  REDIS_OPTIONS,
  REDIS_TRIES,
  SQL_CHANGES,
  SQL_CLIENT,
  SQL_LOOKS,
  SQL_TRIES,
} from '../knowledge/changing-statements.ts';
import {
  LOOKED_AT,
  LOOKING,
  LOOKING_PROGRAMS,
  LOOKING_SCRIPTS,
  LOOKING_VERBS,
  LOOKS_ONLY_SO,
} from '../knowledge/looking.ts';
import type { Command } from '../model.ts';
import { maskPlaceholders } from './placeholders.ts';
import { simpleCommands, type SimpleCommand, withoutDocuments } from './simple-commands.ts';
import { tellingOf, withoutQuoted } from './started.ts';
import { findTrait, hasOneOf } from './traits.ts';

/** What a command does to the system, as far as it is known; a trial may as well be there to see whether something works, and
 * what keeps something only writes down what there is. */
type Effect = 'changes' | 'tries' | 'unknown' | 'keeps' | 'looks';

/** Does a command change the system, rather than look? */
export const changes = (command: Command): boolean => ['changes', 'tries'].includes(effectOf(command));

/** Does it change the system, and surely not only to try whether something works, or to keep what was found? */
export const acts = (command: Command): boolean => effectOf(command) === 'changes';

/** Is it known to look only, so that it may be typed where nothing is wrong? */
export const looks = (command: Command): boolean => effectOf(command) === 'looks';

/** Does it leave the system as it is? It may write down what there is. */
export const leavesAsIs = (command: Command): boolean => ['looks', 'keeps'].includes(effectOf(command));

const effectOf = ({ kind, client, text, flags }: Command): Effect => {
  if (flags.includes('destructive')) return 'changes';
  if (kind === 'shell') return ofShell(text);
  return kind === 'sql' ? ofSql(text) : ofClient(client ?? '', text);
};

const ofShell = remembered((text): Effect => {
  const plain = tellingOf(text);
  const masked = maskPlaceholders(plain);
  const bare = withoutQuoted(withoutDocuments(masked));
  if (WRITES_KERNEL.test(bare)) return 'changes';
  const simple = simpleCommands(masked);
  const effects = simple.map((each) => ofSimple(each, plain));
  if (!WRITES_FILE.test(bare)) return worst(effects);
  return worst([...effects, simple.some(({ text: own }) => WRITES_ITSELF.test(own)) ? 'tries' : 'keeps']);
});

/** Of several, the one that counts. */
const worst = (effects: readonly Effect[]): Effect =>
  (['changes', 'tries', 'unknown', 'keeps'] as const).find((effect) => effects.includes(effect)) ?? 'looks';

const ofSimple = ({ text, itself, piped }: SimpleCommand, whole: string): Effect => {
  if (SQL_CLIENT.test(text)) return ofStatements(text, whole, piped, ofSql);
  if (MONGO_CLIENT.test(text)) return ofStatements(text, whole, piped, ofMongo);
  if (text.startsWith('redis-cli')) return ofRedisCli(text, piped);
  const own = withoutQuoted(itself);
  if (KEEPING.test(own)) return 'keeps';
  if (THROWN_AWAY.test(text)) return 'unknown';
  const change = changing(own);
  if (change !== undefined) return change.trial ? 'tries' : 'changes';
  if (piped && SHELLS.test(own)) return 'unknown';
  return looking(own) ? 'looks' : ofWords(own);
};

/** What a client is given in quotes, or in a here-document. */
const ofStatements = (
  text: string,
  whole: string,
  piped: boolean,
  effect: (statement: string) => Effect,
): Effect => {
  const quoted = [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g)]
    .map(([, double, single]) => double ?? single ?? '')
    .filter((each) => /[\s.(\\]/.test(each.trim()));
  if (quoted.length > 0) return worst(quoted.map(effect));
  if (piped || /<|\s(?:-f|--file|--eval|-e)\b/.test(text))
    return effect(whole) === 'changes' ? 'changes' : 'unknown';
  return 'looks';
};

/** Of all statements; what one compares with is none. */
const ofSql = (text: string): Effect => {
  const bare = text.replaceAll(/'[^']*'/g, "''").replaceAll(/--[^\n]*/g, '');
  const statements = bare.split(';').filter((statement) => statement.trim() !== '');
  if (SQL_CHANGES.test(bare)) return statements.every(onlyTries) ? 'tries' : 'changes';
  return statements.every((statement) => SQL_LOOKS.test(statement)) ? 'looks' : 'unknown';
};

const onlyTries = (statement: string): boolean => SQL_TRIES.test(statement) || !SQL_CHANGES.test(statement);

const ofMongo = (text: string): Effect =>
  MONGO_CHANGES.test(text) ? 'changes' : MONGO_LOOKS.test(text) ? 'looks' : 'unknown';

const ofRedis = (text: string): Effect =>
  REDIS_TRIES.test(text)
    ? 'tries'
    : REDIS_CHANGES.test(text)
      ? 'changes'
      : REDIS_LOOKS.test(text)
        ? 'looks'
        : 'unknown';

const ofRedisCli = (text: string, piped: boolean): Effect => {
  if (REDIS_LOOKS_BY_OPTION.test(text)) return 'looks';
  const order = text.replace(REDIS_OPTIONS, '').replaceAll(/["']/g, '');
  return order === '' && (piped || text.includes('<')) ? 'unknown' : ofRedis(order);
};

const ofClient = (client: string, text: string): Effect => {
  if (client === 'redis-cli') return ofRedis(text);
  if (client === 'mongosh') return ofMongo(text);
  const statement = ofSql(text);
  if (statement !== 'unknown') return statement;
  if (CODE_CHANGES.test(text)) return 'changes';
  return CODE_LOOKS.test(text) || ofWords(text) === 'looks' ? 'looks' : 'unknown';
};

const changing = findTrait(CHANGING);
const looksByForm = hasOneOf(LOOKING);
const doesMore = hasOneOf(LOOKS_ONLY_SO);

const looking = (text: string): boolean => {
  const [program = ''] = /^\S*/.exec(text) ?? [];
  return (LOOKING_PROGRAMS.has(program) && !doesMore(text)) || looksByForm(text);
};

/** A program that is not known: the first of its words that is an order says what it does, or else the name of its script. */
const ofWords = (text: string): Effect => {
  if (/^[\w.]+=\S*$/.test(text)) return 'looks';
  const [program = '', ...given] = text.split(/\s+/).filter((word) => !/^-|=/.test(word));
  const script = SHELLS.test(program) ? (given.shift() ?? '') : program;
  const parts = nameOf(script).split(/[-_.]/);
  const named = new Set(parts.map(ofVerb));
  if (named.has('changes') && parts.length > 1) return 'changes';
  const orders = given.slice(0, MANY).filter((word) => !/[./]/.test(word));
  const told = orders.map(ofOrder).find((effect) => effect !== 'unknown');
  if (told !== undefined) return told;
  if (named.has('changes')) return 'changes';
  const looked =
    orders.some((word) => LOOKED_AT.has(word)) || parts.some((part) => LOOKING_SCRIPTS.has(part));
  return looked || named.has('looks') ? 'looks' : named.has('tries') ? 'tries' : 'unknown';
};

/** How many words of a command can be its order. */
const MANY = 5;
const SHELLS = /^(?:(?:ba|z|da|k)?sh|python[\d.]*|node|ruby|php|perl|bundle|npx|poetry)$/;

const nameOf = (script: string): string => script.slice(script.lastIndexOf('/') + 1).toLowerCase();

/** By the whole word, or by what it begins with: `failover-db-cluster`, `queue:restart`. */
const ofOrder = (word: string): Effect => {
  const order = word.slice(word.lastIndexOf(':') + 1).toLowerCase();
  const whole = ofVerb(order);
  return whole === 'unknown' && !LOOKED_AT.has(order) ? ofVerb(/^[^_-]*/.exec(order)?.[0] ?? '') : whole;
};

const ofVerb = (verb: string): Effect => {
  if (CHANGING_VERBS.has(verb)) return 'changes';
  if (LOOKING_VERBS.has(verb)) return 'looks';
  return TRIAL_VERBS.has(verb) ? 'tries' : 'unknown';
};
