/** Do both name the same case, one as it is and one as it is not: "If the table exists:", "If the table does not exist:"? */
export const areOpposed = (text: string, other: string): boolean => {
  if (!OF_CASE.test(text) || !OF_CASE.test(other) || DENIES.test(text) === DENIES.test(other)) return false;
  const subject = subjectOf(text);
  return subject !== '' && subject === subjectOf(other);
};

/** A label that tells a case. */
export const OF_CASE = /^\W*(?:if|when|with|without)\b/i;
const DENIES = /\b(?:not|no|without|cannot)\b|n['’]t\b/i;

/** What a case is about, without how it is said: "If you have a supervisor", "Without supervisor". */
const subjectOf = (text: string): string =>
  (
    text
      .toLowerCase()
      .replace(/[,:].*$/s, '')
      .match(/[\w'’.-]+/g) ?? []
  )
    .filter((word) => !SAYS_HOW.test(word))
    .map((word) => word.replace(/s$/, ''))
    .join(' ');

const SAYS_HOW =
  /^(?:if|when|with|without|the|an?|your?|is|are|was|were|be|does|do|did|has|have|had|can|not|no|cannot|\w+n['’]t|use|used|using|available|installed|present|there|configured|enabled|already)$/;
