import { opensClient } from './client-statements.ts';
import { SQL_START } from './knowledge/clients.ts';
import {
  A_PLAIN,
  ASKS,
  BY_OTHERS,
  CLAUSE_CUE,
  DESCRIBES,
  HELPS,
  IMPERATIVE,
  INSTANCE_CUE,
  LABEL_CUE,
  MENTION_AFTER,
  MENTION_BEFORE,
  READS_OUTPUT,
  RUN_CUE,
  STRONG_CUE,
  TELLS,
  WAY_CUE,
} from './knowledge/cues.ts';
import {
  PROGRAMS,
  SHOWS_ALONE,
  STANDS_ALONE,
  TAKES_TASK,
  WANTS_ARGUMENT,
  WANTS_OBJECT,
} from './knowledge/programs.ts';
import { isSentence, likenessOf, unwrap, type Likeness } from './likeness.ts';

/** Only a path: it is run where the text says so, and only looked at elsewhere. */
const RUNS_PATH =
  /\b(?:run|re-?run|execute|invoke|using|with|via|call|running|executing|script|command|source)\s*:?\s*$/i;

const runsPath = (value: string, before: string, listed: boolean): boolean =>
  RUNS_PATH.test(before) ||
  (listed && IMPERATIVE.test(before) && /^\.{1,2}\/|\.(?:sh|py|rb|pl)$/.test(value)) ||
  (LABEL_CUE.test(before) && /^\.{1,2}\/|\.(?:sh|py|rb|pl)$/.test(value));

/** "`x`, `y` and finally `z`". */
const LISTED = /`\s*(?:,|and|or|&|\+|;|then|,\s*(?:and|or|then))(?:\s+(?:finally|then|lastly|at last))?\s*$/;

/** "Does `x` answer?", "Are all ready (`x`)?" */
const isAsked = (before: string, after: string): boolean => /^[^.`]{0,80}\?/.test(after) && ASKS.test(before);

/** "A simple `x` usually helps." */
const helps = (before: string, after: string): boolean => A_PLAIN.test(before) && HELPS.test(after);

/** `Enter toolbox: …`: the program alone is what is typed. */
const STARTS_IT = /^\W*(?:\d+[.)]\s*)?(?:enter|run|start|execute|open|launch|connect|log ?in)\b/i;

/** A whole statement; `EXPLAIN ANALYZE` only names one. */
export const isSql = (value: string): boolean =>
  SQL_START.test(value) &&
  /\s/.test(value) &&
  !/^(?:\s|explain|analyze|vacuum|full|verbose|create|drop|alter|index|table|show|set|begin)+$/i.test(value);

/** "In a Rails console (`gitlab-rails console`)". */
const IN_CLIENT =
  /\b(?:in|into|open|start|from) (?:a|an|the|your)\b[^.`(]{0,30}\b(?:console|shell|prompt|session|client)\s*\($/i;

/** "A command to do this is". */
const COMMAND_IS =
  /\b(?:(?:command|way|trick) (?:to|for|that)\b[^.`]*|(?:easiest|simplest|quickest|fastest|best|usual|recommended|preferred|safest|right) (?:way|fix|solution|remedy|workaround|method|option)(?: \w+){0,4}) (?:is|would be)(?: to(?: (?:run|use))?)?:?\s*$/i;

/** "Get the version from". */
const FROM = /^\W*(?:get|obtain|take|find|read|copy|retrieve|note)\b[^.`]*\bfrom\s*$/i;

/** "Connect to the database (`psql`)". */
const CONNECTS = /\b(?:connect|log ?in) to [^.`(]{2,40}\([\w\s]*$/i;

export const isProgramCall = (value: string): boolean => likenessOf(value) === 3 && isWhole(value, 3);

/** Code with a line of the text to itself. */
export const isTypedAlone = (value: string): boolean => {
  const likeness = isSql(value) ? 3 : likenessOf(value);
  return likeness > 0 && !isSentence(value) && isWhole(value, likeness);
};

/** Code is less likely prose than a line of its own. */
const codeLikeness = (value: string): Likeness => {
  if (isSql(value)) return 3;
  const likeness = likenessOf(value);
  const [program = '', ...rest] = value.split(/\s+/);
  return likeness === 1 && TAKES_TASK.has(program) && rest.length > 0 && rest.length < 4 ? 2 : likeness;
};

/** "For example", to the reader, or what the reader could run, of which code is an instance. */
const YOU_RUN =
  /^\W*(?:for|e\.?g)|\b(?:you|we) (?:can|could|may|should)\b[^.]{0,200}\b(?:run|use|execute|do|try)\b/i;

export const isTold = (value: string, before: string, after: string): boolean => {
  const likeness = codeLikeness(value);
  if (likeness === 0 || isSentence(value)) return false;
  const alone = /^[\W_]*$/.test(before) && (/^[\s.,;:!)*]*$/.test(after) || /^[.;]\s/.test(after));
  if (alone) return isWhole(value, likeness);
  const told = TELLS.test(before);
  if (DESCRIBES.test(before) && !STRONG_CUE.test(before)) return false;
  if (INSTANCE_CUE.test(before) && (IMPERATIVE.test(before) || YOU_RUN.test(before)))
    return likeness === 3 && isWhole(value, likeness);
  if (WAY_CUE.test(before) && likeness === 3 && /^[\s.]*(?:\n|$)/.test(after))
    return isWhole(value, likeness);
  const listed = LISTED.test(before);
  if (/^\S+$/.test(value) && value.includes('/') && !told && !runsPath(value, before, listed)) return false;
  if (BY_OTHERS.test(before)) return false;
  if (likeness === 3 && (READS_OUTPUT.test(before) || isAsked(before, after) || helps(before, after)))
    return isWhole(value, likeness);
  if (
    /\b(?:if (?:you|it|they) (?:can|could)|(?:able|allowed|permitted|entitled) to)\s+\w*\s*$/.test(before) ||
    /^\s*commands\b/.test(after)
  )
    return false;
  if (COMMAND_IS.test(before) || (FROM.test(before) && likeness === 3)) return isWhole(value, likeness);
  if (SHOWS_ALONE.has(value)) return RUN_CUE.test(before) || STRONG_CUE.test(before);
  if (TO_PROVE.test(before) && SHOWS.test(after) && likeness === 3) return isWhole(value, likeness);
  if (BY_MEANS_OF.test(before) && /^\s*(?:that|whether|if)\b/.test(after)) return isWhole(value, likeness);
  if (!told && MENTION_BEFORE.test(before) && !/\bcan be (?:found|seen|checked|listed|done)\b/.test(before))
    return false;
  if (MENTION_AFTER.test(after) && !told && !STRONG_CUE.test(before)) return false;
  if (/\b(?:do not|don't|never|avoid)\b(?! forget to)/i.test(before)) return false;
  if (IN_CLIENT.test(before) && opensClient(value) !== undefined) return true;
  if (STRONG_CUE.test(before) || CONNECTS.test(before))
    return isWhole(value, likeness) || isProgramAlone(value);
  if (told) return isWhole(value, likeness);
  if (LABEL_CUE.test(before))
    return likeness >= 2 && (isWhole(value, likeness) || (STARTS_IT.test(before) && isProgramAlone(value)));
  if (likeness < 2 || !isWhole(value, likeness)) return false;
  if (RUN_CUE.test(before)) return true;
  if (listed) return IMPERATIVE.test(before) || /^[\W_]*`/.test(before);
  if (CLAUSE_CUE.test(before)) return true;
  if (/^[\W_]*$/.test(before))
    return /^\s*(?:to|and|on|then|from|,|;|\(|→|->|-|–|—|:|for|or|in|as|if|until|&|should (?:now |then |only )?(?:show|return|list|print|say|report|give|be|have|succeed|work|answer))/.test(
      after,
    );
  return IMPERATIVE.test(before) && (/[(]$/.test(before) || (likeness === 3 && ENDS_SENTENCE.test(after)));
};

/** What comes after code that ends its sentence, also where the full stop is left out. */
const ENDS_SENTENCE = /^\s*(?:[.,;:)!]|$)|^\s+(?:It|This|That|The|Then|You|We)\s/;

/** Can it be typed as it stands? `kubectl get` names a command, `kubectl get nodes` is one. */
const isWhole = (value: string, likeness: number): boolean => {
  const words = unwrap(value).split(/\s+/);
  if (words.length === 1)
    return likeness >= 2 && (/\/|\.sh$/.test(value) || value.trim() !== words[0]) && !value.endsWith('/');
  if (/^(?:\w+=\S*)$/.test(value)) return false;
  const last = words.at(-1) ?? '';
  if (WANTS_ARGUMENT.has(words[0] ?? '') && words.slice(1).every((word) => word.startsWith('-')))
    return false;
  if (words.length === 2 && last.startsWith('-') && likeness < 3) return false;
  if (
    WANTS_OBJECT.has(last) &&
    words.length <= (last === 'show' ? 2 : 3) &&
    !STANDS_ALONE.test(words.join(' '))
  )
    return false;
  return likeness >= 2 || words.length > 1;
};

/** "Check with `x` that it runs". */
const BY_MEANS_OF = /\b(?:with|using|via)\s*$/i;

/** "Verify that `x` returns 200", "wait until `x` shows none": it must be run for that. */
const TO_PROVE =
  /^\W*(?:\d+[.)]\s*)?(?:please |then |now |finally,? |next,? )?(?:verify|check|confirm|ensure|make sure|validate|test|wait(?: for| until)?)(?:\s+(?:that|whether|if|until))?\s*:?\s*$/i;
const SHOWS =
  /^\s*(?:to (?:show|return|report|list|print|succeed|finish|be|answer)|returns?|shows?|prints?|reports?|outputs?|displays?|lists?|gives|exits?|succeeds?|works?|is|are|has|answers?|passes)\b/i;

const isProgramAlone = (value: string): boolean =>
  /^[a-z][\w-]*$/.test(value) &&
  PROGRAMS.has(value) &&
  !WANTS_OBJECT.has(value) &&
  (/-/.test(value) || value.length > 6);
