import { AS_NEEDED, CONDITIONS, FALLBACK, FINDS_OUT } from './knowledge/conditions.ts';

/** When to do what a text tells to do; `undefined` where it is to be done in any case. */
export const conditionOf = (text: string): string | undefined => {
  const plain = text
    .replace(/^\W*(?:(?:step\s*)?\d+[.):]\s*|\[[ x]\]\s*)?/i, '')
    .replace(/^(?:note|warning|tip|important|caution)\s*:\s*/i, '')
    .trim();
  for (const form of CONDITIONS) {
    const found = form.exec(plain)?.[1]?.trim();
    if (found === undefined || found === '' || /^(?:not|so|yes|any)$/i.test(found)) continue;
    const asides = form.source.startsWith('\\(') || form.source.startsWith('^');
    if (asides || AS_NEEDED.test(found) || !FINDS_OUT.test(plain)) return found;
  }
  return undefined;
};

/** What the paragraph before a block says of when: its last sentence, or one before that begins with "if" and goes on to what to do. */
export const conditionOfIntro = (intro: string): string | undefined => {
  const sentences = sentencesOf(intro);
  const last = sentences.at(-1);
  if (last === undefined) return undefined;
  const own = conditionOf(last);
  if (own !== undefined) return own;
  const telling = sentences.find(
    (sentence) =>
      /^(?:only )?if\b/i.test(sentence) &&
      /\b(?:you (?:can|should|may|need|must|could|have to)|run|use|try|check|restart|execute|delete|proceed|follow)\b/i.test(
        sentence,
      ),
  );
  return telling === undefined ? undefined : conditionOf(telling);
};

export const isFallback = (text: string): boolean =>
  FALLBACK.test(text.replace(/^\W*(?:(?:step\s*)?\d+[.):]\s*)?/i, '').trim());

export const sentencesOf = (text: string): readonly string[] =>
  text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.!?])\s+(?=[A-Z*_`"(])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
