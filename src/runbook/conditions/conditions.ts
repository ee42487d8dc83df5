import { remembered } from '../../core/remembered.ts';
import {
  ANSWERED_BY,
  AS_NEEDED,
  ASKED,
  BEFORE_CASE,
  BEGINS_WITH_CASE,
  BY_CASE,
  CASE_OF_ASIDE,
  CASE_OF_OTHER,
  CASE_OF_PART,
  CAUSE_IN_ITEM,
  CONDITIONAL,
  CONDITIONS,
  DESCRIBES_STATE,
  DONE_ELSEWHERE,
  FALLBACK,
  FINDS_OUT,
  FOR_STATE,
  LEADS_FURTHER,
  LOOKS_FOR_ANY,
  MEANS_TROUBLE,
  OCCASION,
  FAILS_UNLESS,
  NO_CASE,
  NOT_IF,
  OUTCOME,
  PRECAUTION,
  READS_RESULT,
  SAYS_MORE,
  SPEAKS_FOR_SECTION,
  TELLS_RESULT,
  TYPES_IT,
  TO_FOLLOW,
  TROUBLE,
  WANTS,
  WISH,
} from '../knowledge/conditions.ts';
import { OPTION } from '../knowledge/ways.ts';
import { unless } from '../cases.ts';
import { CASES_ELSEWHERE, MAY_BE_CASE } from '../knowledge/conditions-elsewhere.ts';
import { IMPERATIVE } from '../knowledge/cues.ts';
import { IF_NOT, questionIn } from './questions.ts';

/** What stands in brackets and does not begin with the case: "(you need a password if you are new)". */
const ASIDE =
  /\((?!(?:only |run |use |do )*(?:if|when|in case|unless|for)\b|or `|(?:you can |you may |we can )?(?:skip|omit|ignore|not|unnecessary)\b)[^()]{0,200}\b(?:if|when|unless)\b[^()]{0,200}\)/gi;

/** When to do what a text tells to do; `undefined` where it is to be done in any case. */
export const conditionOf = remembered((text): string | undefined => {
  if (!mayTellCase(text)) return undefined;
  const plain = text
    .replaceAll(ASIDE, '')
    .replace(/^[^\p{L}\p{N}_]*(?:(?:step\s*)?\d+[a-z]?[.):]\s*|\[[ x]\]\s*)?/iu, '')
    .replace(/^(?:note|warning|tip|important|caution)\s*:\s*/i, '')
    .replace(LABELLED, '')
    .replace(BEFORE_CASE, '')
    .trim();
  for (const { form, place, isOpposite, isOccasion, isWhom } of CONDITIONS) {
    const match = form.exec(plain);
    const found = (match?.[1] || match?.[0])
      ?.replace(/:\s+`.*$|[,:\s]+$/, '')
      .replace(/^([^()]*)\).*$/, '$1')
      .trim();
    if (found === undefined || found === '') continue;
    if (isWhom && plain.includes(',') && !plain.endsWith(':') && !isOrder(plain)) continue;
    if (TYPES_IT.test(found) || NO_CASE.test(found)) continue;
    if (place !== 'first') {
      if (!isOpposite && NOT_IF.test(plain)) return unless(found);
      if (isSaidBesides(plain, found)) continue;
    }
    if (isOccasion && (OCCASION.test(found) || WISH.test(found))) continue;
    if (place !== 'within' || AS_NEEDED.test(found) || !FINDS_OUT.test(plain))
      return isOpposite ? unless(found) : found;
  }
  return caseElsewhere(plain);
});

/** A case that is none of what is told to do: of an aside, of what a command says, of what is looked for. */
const isSaidBesides = (plain: string, found: string): boolean =>
  FAILS_UNLESS.test(plain) ||
  (PRECAUTION.test(plain) && !/\bonly\b/i.test(plain)) ||
  CASE_OF_ASIDE.test(plain) ||
  CASE_OF_OTHER.test(plain) ||
  LOOKS_FOR_ANY.test(plain) ||
  TELLS_RESULT.test(plain) ||
  DESCRIBES_STATE.test(plain) ||
  /^(?:not|so|yes|any|possible|at all)$/i.test(found);

/** The case that a text in another language tells. */
export const caseElsewhere = (plain: string): string | undefined =>
  MAY_BE_CASE.test(plain)
    ? CASES_ELSEWHERE.map((form) => form.exec(plain)?.[1]?.trim()).find((found) => found !== undefined)
    : undefined;

/** Is a condition told, in whatever language? Looked for first, since most texts have none. */
export const mayTellCase = remembered((text) => CONDITIONAL.test(text) || MAY_BE_CASE.test(text));

/** What a sentence is about, before when it holds: "**Stale lease**: If the lease exists …". */
const LABELLED =
  /^[*_`-]*\w[\w-]{0,20}`?[\w /()-]{1,40}[*_]*:[*_]*\s+(?=(?:only )?(?:if|in case|unless|should)\b)/i;

/** When to do all items of a list, by the text that leads to it: "If the disk is full:". */
export const conditionOfList = (intro: string): string | undefined => {
  if (!mayTellCase(intro)) return undefined;
  const sentences = sentencesOf(intro);
  const last = sentences.at(-1) ?? '';
  const cases = BY_CASE.exec(last)?.[1];
  if (cases !== undefined) return cases.trim();
  const [first = '', ...more] = sentences;
  const tells = YOU_CAN.test(first) || IF_SO.test(first);
  const alone = tells && more.every(isRemark) ? first : undefined;
  const lead = /[:：]$/.test(last) ? last : (sentences.find((each) => TO_FOLLOW.test(each)) ?? alone);
  if (lead === undefined) return undefined;
  const condition = conditionOf(lead) ?? conditionTold(sentences.slice(0, sentences.indexOf(lead)));
  return condition === undefined || MAIN_CLAUSE.test(condition) ? undefined : condition;
};

/** The cause that an item of a list of causes answers; `undefined` where it begins with what to do. */
export const causeOfItem = (text: string): string | undefined => {
  const cause = CAUSE_IN_ITEM.exec(text)?.[1];
  const said = text.slice(cause?.length).replace(/^[^\p{L}`]*/u, '');
  return cause === undefined || IMPERATIVE.test(text) || FINDS_OUT.test(text) || FINDS_OUT.test(said)
    ? undefined
    : cause;
};

/** The trouble that an item names before what to do about it; `undefined` where it begins with what to do. */
export const troubleOfItem = (text: string): string | undefined => {
  const [, lead = ''] = CAUSE_IN_ITEM.exec(text.replaceAll(/\*\*|__/g, '')) ?? [];
  const cause = lead.replace(/\s*\([^()]*\)\s*$/, '').trim();
  const told = IMPERATIVE.test(cause) || FINDS_OUT.test(cause) || OPTION.test(cause);
  return TROUBLE.test(cause) && !told && !mayTellCase(cause) ? cause : undefined;
};

/** When to do what is in a list item: its first sentence says so. */
export const conditionOfItem = (text: string): string | undefined => {
  const asked = ASKED.exec(text)?.[1];
  if (asked !== undefined && !ANSWERED_BY.test(text)) return asked.trim();
  const seen = MEANS_TROUBLE.exec(text)?.[1];
  if (seen !== undefined && isMended(text)) return seen.trim();
  if (!mayTellCase(text)) return undefined;
  const [sentence = '', ...more] = text.replaceAll(/\s+/g, ' ').split(/(?<=[.!?])\s+(?=[A-Z])/);
  const limited = more.find((each) => DO_ONLY.test(each));
  const [begun = ''] = sentence.split(OTHER_CASE);
  return (
    conditionOf(begun.includes('`') ? begun : sentence) ??
    (limited === undefined ? undefined : conditionOf(limited))
  );
};

/** Does it end with what to do, other than a look? */
const isMended = (text: string): boolean => {
  const said = text.replaceAll(/`[^`]*`/g, '').replace(/(?<![\s:.])[\s:.]+$/, '');
  const last = said.split(/(?:[.;:]|\s[–—-]|→|,\s+so)\s+/).at(-1) ?? '';
  return IMPERATIVE.test(last) && !FINDS_OUT.test(last);
};

/** "Purge it. Only do this if its tasks can be queued again." */
const DO_ONLY = /^\W*only (?:do|run|use|perform|execute|apply|try) (?:this|it|that)\b/i;

/** "If you see the following:", before what is printed then. */
export const conditionOfSample = (intro: string): string | undefined => {
  const last = sentencesOf(intro).at(-1) ?? '';
  const leadsToSample = BEGINS_WITH_CASE.test(last.replace(LABELLED, '')) && !WANTS.test(last);
  return leadsToSample && !isOrder(last) ? conditionOf(last) : undefined;
};

/** When to do what the text leads to from further above: "If it hangs, look at it with the following command. It needs a token." */
export const conditionAhead = (intro: string): string | undefined => {
  const ahead = sentencesOf(intro).findLast((each) => LEADS_FURTHER.test(each));
  return ahead !== undefined && BEGINS_WITH_CASE.test(ahead) ? conditionOf(ahead) : undefined;
};

/** The case that the only sentence of a paragraph begins with: "In case the primary is gone for good, it has to be removed." */
export const conditionOfCase = (text: string): string | undefined => {
  const [first = '', ...more] = sentencesOf(text);
  return BEGINS_WITH_CASE.test(first) && more.every(isRemark) && !WANTS.test(first)
    ? conditionOfIntro(first)
    : undefined;
};

/** What is the case then, rather than what to do. */
const isOutcome = (sentence: string): boolean => OUTCOME.test(sentence) || READS_RESULT.test(sentence);

/** Neither what to do nor another case. */
const isRemark = (sentence: string): boolean => !IMPERATIVE.test(sentence) && !CONDITIONAL.test(sentence);

/** "If the node is gone, you can add another." */
const YOU_CAN = /^if\b[^,]*,\s*(?:you|we)\s+(?:can|may|should|must|need)\b/i;

/** "If needed, create a user.": what the list goes into, and nothing that is only wanted for it, done elsewhere, or by others. */
const IF_SO =
  /^if (?!(?:you|we|they)\b)[^,]*,(?:[^,]*,)? (?!(?:install|set ?up|download|clone|configure|log ?in|sign in|see|read|contact|call|ask|tell|inform|notify|escalate|skip|ignore|go|jump|stop|wait|continue|proceed|move|refer|check|make sure|ensure|note|remember|open|file|report)\b)[a-z]+ (?:the|an?|your|its|any|all|each|them|these|those|it)\b/i;

/** A condition with no comma after it has swallowed what is to be done. */
const MAIN_CLAUSE = /\b(?:we|you) (?:will|can|should|must|need|have)\b/i;

/** What the paragraph before a block says of when: its last sentence, or one before that begins with "if" and goes on to what to do. */
export const conditionOfIntro = (intro: string): string | undefined => {
  if (!mayTellCase(intro) && !intro.includes('?')) return undefined;
  const sentences = sentencesOf(intro);
  const last = sentences.at(-1)?.split(OTHER_CASE).at(-1);
  if (last === undefined) return undefined;
  const asked = ASKED.exec(sentences.at(-2) ?? '')?.[1];
  if (asked !== undefined) return asked;
  const trouble = troubleAsked(sentences.at(-2) ?? '');
  if (trouble !== undefined && isOrder(last) && !FINDS_OUT.test(last)) return trouble;
  const question = questionIn(sentences.at(-2));
  if (question !== undefined && IF_NOT.test(last)) return unless(question);
  const told = IN_THIS_CASE.test(last) ? (question ?? conditionWithin(sentences.at(-2) ?? '')) : undefined;
  if (told !== undefined) return told;
  const ofPart = !BEGINS_WITH_CASE.test(last) && CASE_OF_PART.test(last);
  const own = isOutcome(last) || DONE_ELSEWHERE.test(last) || ofPart ? undefined : conditionOf(last);
  if (own !== undefined && (sentences.length === 1 || !BESIDE.test(last))) return own;
  const before = sentences.slice(0, -1);
  return (
    conditionTold(OWN_AIM.test(last) ? before.filter((each) => !WHEN.test(each)) : before) ??
    conditionBeforeRemarks(sentences)
  );
};

/** "Is the primary lost? Promote the replica:": only a question about what should not be so tells when. */
const troubleAsked = (sentence: string): string | undefined => {
  const [, asked = ''] = /^\W*(?:is|are|has|have|did|does|do) ([^.?!`]{3,60})\?$/i.exec(sentence) ?? [];
  return TROUBLE.test(asked) ? asked : undefined;
};

/** "Wipe the disk, if it was used before. This takes an hour.": what is said of it comes after what to do. */
const conditionBeforeRemarks = (sentences: readonly string[]): string | undefined => {
  const at = sentences.findLastIndex((each) => !SAYS_MORE.test(each) || each.endsWith(':'));
  const told = sentences[at];
  if (told === undefined || at === sentences.length - 1 || BEGINS_WITH_CASE.test(told)) return undefined;
  const bare = told.replace(/^[^\p{L}]*/u, '');
  const tells = IMPERATIVE.test(bare) || VERB_AND_OBJECT.test(bare.toLowerCase());
  return caseElsewhere(bare) ?? (tells ? conditionOf(told) : undefined);
};

/** When to do all that follows a paragraph that speaks for it: "This can only be done if nobody writes. It takes an hour." */
export const conditionSpoken = (text: string): string | undefined =>
  conditionOfIntro(text) ??
  sentencesOf(text)
    .filter((sentence) => SPEAKS_FOR_SECTION.test(sentence))
    .map(conditionOf)
    .find((found) => found !== undefined);

/** "When it says so, start the server. To unlock the account, run:": what comes next has an aim of its own. */
const OWN_AIM = /^to (?!(?:do|fix|solve|resolve|remedy|achieve|avoid) (?:so|this|that|it)\b)[a-z]/i;
const WHEN = /^when\b/i;

/** "If it is full, leave it; if it is empty, fill it:": each has its own case. */
const OTHER_CASE = /(?:;|\s[—–-])\s+(?:(?:and|but)\s+)?(?=(?:only )?(?:if|in case|otherwise|else|unless)\b)/i;

/** The case of the first sentence that goes on to what to do then. */
const conditionTold = (sentences: readonly string[]): string | undefined => {
  const telling = sentences.find(
    (sentence) =>
      (BEGINS_WITH_CASE.test(sentence.replace(LABELLED, '').replace(BEFORE_CASE, '')) ||
        FOR_STATE.test(sentence)) &&
      (IN_THIS_CASE.test(sentence) || !DONE_ELSEWHERE.test(sentence)) &&
      !isOutcome(sentence) &&
      !WHEN_YOU.test(sentence) &&
      (TELLS_READER.test(mainClause(sentence)) || IS_SETUP.test(sentence) || isOrder(sentence)),
  );
  return telling === undefined ? undefined : conditionOf(telling);
};

/** "When you upgrade it, you must …": advice for another time. */
const WHEN_YOU = /^when (?:you|we)\b/i;

/** "If you are using X, your archive holds …": what comes is about this set-up. */
const IS_SETUP =
  /^if you(?:'re| are)? (?:using|use|running|run)\b[^,]*,\s*your\b(?![^.]*\b(?:already|not|no)\b)/i;

/** Does the reader have to do what comes after the case, which may name several: "for a lost node, or a full disk, …"? */
const isOrder = (sentence: string): boolean =>
  IMPERATIVE.test(sentence) ||
  IMPERATIVE.test(lastClause(sentence)) ||
  VERB_AND_OBJECT.test(mainClause(sentence)) ||
  VERB_AND_OBJECT.test(lastClause(sentence));

const lastClause = (sentence: string): string => /, [^,]*$/.exec(sentence)?.[0].slice(2) ?? '';

/** "rewind the counter": any verb before what it is done to. */
const VERB_AND_OBJECT =
  /^\s*(?:(?:then|please|first|just|simply) )?(?!(?:in|on|at|to|of|by|for|from|with|without|as|and|or|but|not|only|even|if|when|while|then|is|are|was|were|has|have|had|be|been|do|does|did|will|would|can|could|may|might|must|should|that|which|who|what|how|why|where|there|here|so|such|all|both|after|before|until|since|during|under|over|into|onto|off|out|up|down|about|than|like|per|via|note|also|maybe|perhaps|often|never|still|soon|either|neither|because|though|although|unless|whether|once|again|otherwise|see|expect|ask|tell|contact|inform|notify|page|call|read|keep|give|wait|let|need|want)\b)[a-z]+(?<!s|ed|ing|ly) (?:the|a|an|your|its|any|all|each|them|these|those)\b/;

/** What comes after "if …,". */
const mainClause = (sentence: string): string => sentence.replace(/^[^,:]*[,:]/, '');

const TELLS_READER =
  /\b(?:you|we) (?:can|should|may|need|must|could|have to|will need)\b|\ban? (?:\w+ )?(?:way|option|solution) (?:is|would be|could be|may be|might be) to\b|\bcan be (?:done|handled|achieved|solved|fixed|avoided) (?:by|with|via|using)\b|\bit(?: is|'s) (?:necessary|required|best|possible|recommended|advisable) to\b|(?:^|,)\s*(?:(?:then|please|first|just|also|simply) )?(?:run|use|try|check|restart|execute|delete|proceed|follow)\b/i;

/** What to do besides, where what was told before does not do: "Check the backup. If there is none, tell the team." */
const BESIDE = /^(?:if|in case|should|otherwise|else)\b.*[^:`]$/i;

/** What to do in the case that the sentence before tells of. */
export const IN_THIS_CASE = /^(?:in (?:this|that|such a) case|if (?:so|yes)|if (?:this|that) is the case)\b/i;

/** "During scaling, if the volume takes time to resize, …". */
export const conditionWithin = (sentence: string): string | undefined =>
  conditionOf(sentence) ?? /\bif\s+([^,.]+)/i.exec(sentence)?.[1];

export const isFallback = (text: string): boolean =>
  FALLBACK.test(text.replace(/^\W*(?:(?:step\s*)?\d+[.):]\s*)?/i, '').trim());

export const sentencesOf = remembered((text): readonly string[] =>
  text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.!?])\s+(?=[A-Z*_`"(])|(?<=[。！？])\s*(?=\S)/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== ''),
);
