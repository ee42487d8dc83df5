/** What a text says of when to do something. The first group is the condition. */
export const CONDITIONS: readonly RegExp[] = [
  /^(?:but |and |or |only |optional(?:ly)?[,:]? )*(?:only )?if\s+(.+?)(?:,|:|\s(?:→|->|-|–|—|then)\s|$)/i,
  /^(?:only )?in case (?:of )?(.+?)(?:,|:|$)/i,
  /\bonly (?:use|run|do|follow|try|take) (?:this|these|it)\b[^.]*?\bif\s+([^.]+)/i,
  /^unless\s+(.+?)(?:,|:|$)/i,
  /\((?:only )?(?:if|in case|when using|unless)\s+([^)]+)\)/i,
  /(?<!\b(?:check|see|verify|determine|know|confirm|ask|tell|find|find out|decide|test|investigate|identify|ensure|look|assess|examine|validate|review|detect|evaluate|understand|sure|wonder|clear|matter|of|to|even|as|and|which|indicate|indicates|shows?|what))\s(?:only )?\bif\s+([^.,]+?)\s*[.:]?$/i,
  /\b(?:only )?in case (?:of )?([^.]+?)\s*[.:]?$/i,
  /^for\s+([^,]*\b(?:clusters?|environments?|deployments?|installs?|installations?|users|systems|hosts))\b[^,:]*:?$/i,
];

/** A text that offers another way than the one before it. */
export const ANOTHER_WAY =
  /^(?:[-*_(\s]*)(?:or|alternatively|alternative(?:ly)?(?: (?:method|way|option|approach))?|another (?:way|option|method|approach)|or,? (?:alternatively|if|you can|use|using|with|via))\b(?!\s+more\b)/i;

/** A heading, an item or a comment that names one of several ways: `Option A: …`. */
export const OPTION =
  /^(?:\W*)((?:option|alternative|method|approach|variant|way|choice)\s+(?:#?\d+|[A-Z]|one|two|three|four))\b(?:\W+(.*))?$/i;

/** The ways of one choice named by where they hold: `For Docker-based clusters:`, `On Ubuntu:`. */
export const BY_PLACE = /^(?:for|on|using|via|with|under)\s+[^.,]{2,60}:$/i;

/** What is to be done only where the verification before it did not hold. */
export const FALLBACK =
  /^(?:if (?:(?:that|this|it|the (?:above|restart|previous step|problem|issue))\s+(?:still\s+)?(?:fails?|failed|does\s?n[o']t (?:work|help|resolve)|did\s?n[o']t (?:work|help)|persists|is not (?:enough|sufficient))|(?:still|all else|everything else)\b.*)|as a last resort|last resort|fallback|otherwise)\b/i;

/** Sentences that tell to find out whether something holds: their "if" is no condition. */
export const FINDS_OUT =
  /^(?:also |then |please |and )?(?:check|verify|see|confirm|determine|validate|make sure|ensure|find|test|ask|identify|look|investigate|examine|assess|review|know|decide|inspect|watch)\b/i;

/** Conditions that hold for anything that is checked, too. */
export const AS_NEEDED = /^(?:needed|necessary|required|possible|applicable|available|desired|using\b|safe)/i;

/** Header of a table's first column, where each row answers what stands in it. */
export const CAUSE_HEADER =
  /\b(?:causes?|symptoms?|problems?|issues?|scenarios?|conditions?|errors?|situations?|when|if|failures?|signals?|root cause|reason)\b/i;

/** A paragraph that speaks for all that follows in its section. */
export const SPEAKS_FOR_SECTION = /\bonly (?:use|run|do|follow|try|take) (?:this|these|it)\b/i;
