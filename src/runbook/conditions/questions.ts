/** What a sentence asks, to be answered with yes or no: "Is Redis up?", "Check whether Redis is up." */
export const questionIn = (sentence: string | undefined = ''): string | undefined =>
  mayAsk(sentence) ? (ASKS.exec(sentence) ?? CHECKS_WHETHER.exec(sentence))?.[1]?.trim() : undefined;

/** Looked for first, since most texts ask nothing. */
export const mayAsk = (text: string): boolean =>
  text.includes('?') || text.includes(' if ') || text.includes(' whether ');

const ASKS =
  /^[^\p{L}`]*(?:step\s*\d+\W+)?(?!(?:what|how|why|who|whom|whose|where|which|when)\b)(?:(?:is|are|was|were|does|do|did|has|have|had|can|could|will)\s+)?([^?]{3,100})\?[^\p{L}`]*$/iu;
const CHECKS_WHETHER =
  /\b(?:check|verify|see|look|find out|determine|decide|confirm|test|ask)\b[^.?]{0,60}?\s(?:whether|if)\s+([^.?:]{3,100})[^\p{L}`]*$/iu;

/** "If not, start it": the answer to the sentence before. */
export const IF_NOT = /^\W*(?:if (?:not|no)|otherwise|else)\b(?!,?\s+(?:if|when|in case)\b)/i;
