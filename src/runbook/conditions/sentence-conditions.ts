import { caseElsewhere, conditionOf, conditionWithin, IN_THIS_CASE, sentencesOf } from './conditions.ts';
import { questionIn } from './questions.ts';
import { ASKED, CALLS_SOMEBODY, FINDS_OUT, OCCASION } from '../knowledge/conditions.ts';
import { IMPERATIVE } from '../knowledge/cues.ts';

/** When to run the inline code of a sentence, as the sentence says it. */
export const conditionOfSentence = (sentence: string): string | undefined =>
  BEGINS_WITH_CONDITION.test(sentence) || ENDS_WITH_CONDITION.test(sentence)
    ? (conditionOf(sentence) ?? LOOKS_IF.exec(sentence)?.[1]?.trim())
    : (IF_NEEDED.exec(sentence)?.[1] ??
      ifBeforeCode(sentence) ??
      whenAtEnd(sentence) ??
      caseElsewhere(sentence.replace(/^[^\p{L}]*/u, '')));

const BEGINS_WITH_CONDITION =
  /^\W*(?:\w[\w /-]{1,40}:\s+(?=(?:only )?(?:if|unless|in case)\b))?(?:note:\s*|(?:but|and|also|now|then|next|finally|however|additionally),?\s+)?(?:only )?(?:if|in case|unless|when(?:ever)?|otherwise|else|should|in the (?:unlikely |rare )?event|in (?:rare|some|other|such|extreme|severe|urgent) cases|in an emergency|for|as a last resort|last resort|provided|assuming|as long as|where (?:applicable|appropriate|needed|necessary)|(?:[\w-]+ ){1,3}only(?=:))\b/i;
/** Also in brackets, but not in those that say something else: "(you need a password if …)"; nor when to call somebody: "…, page the team if …". */
const ENDS_WITH_CONDITION = new RegExp(
  String.raw`\x60(?![^\x60]*,\s+(?:then |and |or )?${CALLS_SOMEBODY}\b)[^\x60(]*(?:\((?:only |run |use )*)?\b(?:if|unless|in case|only when)\b[^\x60]*$`,
  'i',
);

/** "Check the logs with `x` if it does not answer": what is checked stands before; not "Check with `x` if it answers". */
const LOOKS_IF =
  /^\W*(?:check|see|look at|inspect|view|read)\s+(?:the|your|its)\s+\w[^`]*\b(?:with|using|via)\s+`[^`]*`\s+(?:if|in case)\s+([^`.]+)\.?$/i;

/** "Run `x` when the disk is full." */
const WHEN_AT_END = /`[^`,.]{0,24}\bwhen(?:ever)?\s+((?:the|it|this|that|an?|there)\b[^`.,]+)\.?$/i;

/** "Change it to your user if necessary: `chown …`". */
const IF_NEEDED = /\bif ((?:necessary|needed|required|applicable|desired))\b[^`]*`/i;

/** "Restart the pod if it is stuck: `x`"; not "See if it is stuck: `x`". */
const IF_BEFORE_CODE =
  /^[^`]*?(?<!\b(?:see|check|verify|determine|know|tell|decide|out|confirm|ask|test|sure|ensure|look|as|even|only|and|or)\s)\bif\s+([^`,.:;]{3,60}):\s*`/i;

const ifBeforeCode = (sentence: string): string | undefined =>
  IMPERATIVE.test(sentence) && !FINDS_OUT.test(sentence)
    ? IF_BEFORE_CODE.exec(sentence)?.[1]?.trim()
    : undefined;

/** "… (it keeps four open, and those block it)" */
const ASIDE_AT_END = /\s\((?![^()]*\)`)[^()]*\)?\.?$/;

const whenAtEnd = (sentence: string): string | undefined => {
  const when = WHEN_AT_END.exec(sentence.replace(ASIDE_AT_END, ''))?.[1];
  return when === undefined || OCCASION.test(when) ? undefined : when.trim();
};

/** "If the lease is stale, you see an error. In this case, run `x`": the case that the sentence before tells. */
export const conditionInThisCase = (sentence: string, around: readonly string[]): string | undefined => {
  if (!IN_THIS_CASE.test(sentence))
    return conditionOfAim(sentence, around) ?? questionBefore(sentence, around);
  const sentences = around.flatMap(sentencesOf);
  const at = sentences.findLastIndex((each) => IN_THIS_CASE.test(each));
  return (
    questionIn(sentences[at - 1]) ??
    conditionWithin(sentences.slice(0, at).findLast((each) => /\bif\b/i.test(each)) ?? '')
  );
};

/** "Still full? Remove it with `x`": the question right before what to do. */
const questionBefore = (sentence: string, around: readonly string[]): string | undefined => {
  if (!IMPERATIVE.test(sentence) || FINDS_OUT.test(sentence.replace(/^[^\p{L}]*/u, ''))) return undefined;
  const asked = ASKED.exec(sentenceAbove(sentence, around))?.[1];
  return asked === undefined || ASKS_READER.test(asked) ? undefined : asked;
};

/** "Ready?", "Need help?" */
const ASKS_READER =
  /^\W*(?:ready|done|finished|all (?:good|set|done|ready)|questions|need help|need more|help|sure|curious|new here)\b/i;

/** The sentence before another in the same text. */
const sentenceAbove = (sentence: string, around: readonly string[]): string => {
  const sentences = around.flatMap(sentencesOf);
  const at = sentences.findLastIndex((each) => each.startsWith(sentence.trim().slice(0, SAME)));
  return sentences[at - 1] ?? '';
};

/** "If it is full, it is best to clean it up. To clean it up, run `x`": what the sentence before told to do in its case. */
const conditionOfAim = (sentence: string, around: readonly string[]): string | undefined => {
  const aim = AIM.exec(sentence)?.[1]?.toLowerCase();
  const does = DOES_SO.test(sentence);
  if (aim === undefined && !does) return undefined;
  const before = sentenceAbove(sentence, around);
  const [, told = ''] = /^(?:if|in case)\b[^,]*,(.*)$/i.exec(before) ?? [];
  const again =
    does ||
    told
      .toLowerCase()
      .split(/\W+/)
      .includes(aim ?? '');
  return told !== '' && again ? conditionOf(before) : undefined;
};

const AIM = /^to ([a-z]+)\b[^`]*`/i;

/** "Do it with `x`", "To do so, run `x`". */
const DOES_SO =
  /^(?:(?:to )?do (?:so|this|that|it)\b|(?:this|it) (?:can be|is) done (?:with|by|using)\b)[^`]*`/i;

/** How much of a sentence is compared, in characters. */
const SAME = 24;
