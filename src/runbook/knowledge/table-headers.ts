/** Header of a table's first column, where each row answers what stands in it. */
export const CAUSE_HEADER =
  /\b(?:causes?|symptoms?|problems?|issues?|scenarios?|conditions?|errors?|situations?|when|if|failures?|signals?|root cause|reason)\b|^\W*(?:if )?you (?:changed?|see|saw|want|need|get|have|are)\b/i;

/** Header of a first column of how something may be, and of a column of what to do then: "| State | Action |". */
export const STATE_HEADER =
  /^\W*(?:(?:pod |node |job |cluster )?(?:state|status)|findings?|results?|outcome|output|observation|(?:exit|error|status) codes?|diagnosis)\W*$/i;
export const ACTION_HEADER =
  /^\W*(?:actions?|fix|solutions?|what to do|do|response|remed(?:y|iation)|resolution|mitigation|next steps?|then)\W*$/i;

/** Header of a first column of what may be the case: a symptom is seen, but of these a look has to tell. */
export const TO_FIND_OUT = /\b(?:causes?|reasons?|why|explanation|meaning|conditions?)\b/i;

/** Header of a table's column that says how to see what may be the case: that is done to find out. */
export const LOOK_HEADER = /\b(?:verif\w*|checks?|commands?|diagnos\w*|confirm\w*|look)\b/i;

/** The same, whatever stands in the first column. */
export const VERIFY_HEADER = /\b(?:verif\w*|confirm\w*)\b/i;

/** Header of a table's column that says when to do what stands in its row, and what in it is a case rather than an occasion ("Daily"). */
export const WHEN_HEADER =
  /^\W*(?:when to (?:use|run)(?: it)?|(?:use|run)(?: it)? (?:only )?(?:when|if)|only (?:when|if)|if)\W*$/i;
export const IS_CASE =
  /^(?!(?:before|after|during|daily|weekly|monthly|always)\b).*\b(?:is|are|has|have|needs?|fails?|cannot|can't|no|not|lost|stuck|down|full|gone|\w{3,}ed)\b/i;

/** Header of a table's column that says where something is, or what it is called. */
export const PLACE_HEADER =
  /\b(?:paths?|files?|locations?|folder|directory)\b|^\W*(?:scripts?|tools?|utilit(?:y|ies)|programs?)\W*$/i;
