const WAY = '(?:option|path|method|approach|alternative|choice)';
const NAME = `(?:step|scenario|case|situation|${WAY})`;

/** A heading that says when its section is to be followed. */
export const CONDITIONAL_HEADING = new RegExp(
  String.raw`^\W*(?:(?:\d+|[A-Z])[.)]\s*|${NAME}(?:\s+\w+)?\W+|(?:note|important|caution)\W+)?(?:(?:only )?if|in case|in the event|unless|when(?!\s+(?:to|should|not|do|does|is|are|can)\b))\b|\((?:only )?(?:if|when|in case|unless|only (?:for|on|if|when)|skip (?:this )?(?:if|when))\s[^)]+\)\s*$|^[^,]{3,60},\s+(?:only )?if\s|\bif (?:needed|necessary|required|applicable|(?:[\w-]+ ){1,2}is [\w-]+)\)?(?:\s*\([^()]+\))?\s*$`,
  'i',
);

/** One that does so even where the sections are incidents. */
export const SURELY_CONDITIONAL = new RegExp(
  String.raw`^\W*(?:[A-Z][.)]\s+|${WAY}\s+\w+\W+)?(?:(?:only )?if|when(?! (?:you|we|things|something|on|paged|called|in)\b| (?:the|an?) [\w/-]{2,30} (?:looks?|seems?|appears|feels) ))\b|^[^,]{3,60},\s+(?:only )?if\s|\((?:only )?if\b[^)]*\)\W*$|\bif (?:[\w-]+ ){1,2}is [\w-]+(?:\s*\([^()]+\))?\W*$`,
  'i',
);

/** What such a heading begins with, before its case: "Option A: If …". */
export const NAME_OF_CASE = new RegExp(
  String.raw`^\W*(?:(?:\d+|[A-Z])[.)]\s*|${NAME}(?:\s+\w+)?\W+(?=[a-z]))`,
  'i',
);

/** A heading that tells a case in brackets: "Remove it (node is down)"; not what an incident is: "P1 (service down)". The first group is the case. */
export const STATE_IN_HEADING =
  /^(?!.{0,60}\b(?:issues?|problems?|incidents?|outages?|errors?|failures?|alerts?|emergenc(?:y|ies)|critical|severity|priority|sev ?-?\d|p[0-5])\b.{0,40}\().*\(((?:[\w-]+ ){1,3}(?:(?:is|are) (?:not )?[\w-]+(?: [\w-]+)?|down|up|gone|lost|unavailable|unreachable|full|already [a-z]{2,}ed))\)\W*$/i;

/** A heading above cases, each of which has a heading: "Decision points". */
export const LEADS_TO_STATES =
  /^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:(?:key|main|recovery|operator) )?(?:decision (?:points?|tree|matrix|table|guide|branches)|which (?:case|situation|scenario) (?:applies|is it|are you in)|(?:possible|different) (?:cases|situations|states))\W*$/i;

/** A heading that says how something is, rather than what to do: "Container up but hanging", "The data is lost", "A memory leak". */
export const IS_STATE =
  /^\W*(?:\S+ )+?(?:(?:(?:is|are|was|were|has|have|had|does|did|do)(?: not|n't|n’t)|(?:has|have) no|cannot|can't|never)\b|["'`]?(?:not )?(?:responding|reachable|unreachable|available|unavailable|healthy|unhealthy|corrupt(?:ed)?|broken|down|full|lost|missing|stuck|hanging|hung|failed|failing|fails|crashed|crashing|exited|dead|gone|empty|unresponsive|degraded|stale|unknown)(?=$|\W)|(?:errors?|failures?|issues?|problems?|leaks?|exhaustion|saturation|corruption|outages?|crash(?:es)?|deadlocks?)$)/i;

/** Any sentence about how something is: enough below a heading that leads to cases. */
export const SAYS_STATE = /^\W*(?:\S+ )+?(?:is|are|was|were|has|have|had|does|did)\b/i;

/** A heading that tells a case by a measure: "Size < 1 TB". The first group is the case. */
export const MEASURED_HEADING = /^\W*(?:\d+[.)]\s*)?([a-z][\w ]*\s(?:[<>=]=?|≤|≥)\s*\d[^,:]*)/i;
