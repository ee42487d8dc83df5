/** Words of headings about what shows whether it worked. */
export const VERIFIES =
  /\b(?:verif\w*|confirm\w*|validat\w*|check\w*|ensure|make sure|should|expect\w*|monitor\w*|watch|until|observe|test|see (?:if|that|whether)|alert (?:is )?(?:resolved|cleared)|resolved|recovered|healthy|smoke)\b|returns?\s+\d{3}|- \[ \]/i;

/** Headings of a section that is for all that the file does. */
export const VERIFIES_ALL =
  /^\W*(?:\d+[.)]\s*)?(?:verification|verify(?:ing)?(?: (?:the )?recovery)?|(?:post|health|final)[- ]?checks?)\W*$/i;

/** Headings of a section that says how something is seen to work: "How to confirm a deploy is healthy". */
export const VERIFIES_IT =
  /^\W*(?:\d+[.)]\s*)?(?:how (?:to|do (?:I|we|you))\s+)?(?:verify|confirm|validate|check|know)(?:ing)?\b.*\b(?:healthy|health|works?|worked|succe\w+|ok|done|complete[sd]?|up)\b/i;

/** What has come, or has gone, once it worked. */
const OUTCOME = String.raw`(?:is|are|been|was|gets?|becomes?|goes|comes?|(?:re)?starts?|restarted|stops?|runs?|works?|shows?|return\w*|reports?|drops?|clears?|running|ready|healthy|up|back|online|available|reachable|active|green|normal|zero|empty|gone|done|completed?|finished|recover\w*|resolved?|synced|caught|joined|succe\w+|pass\w*|no longer|again|status|state|health|logs?|metrics?|dashboards?|graphs?|output|alerts?|lag|errors?|results?)\b`;

/**
 * Text that asks to look whether it worked, or says what is then to be seen: not "make sure we have enough disk", "the operator should
 * be told" or "silence it until these servers are mended", which are about something else.
 */
export const ASKS_TO_LOOK = new RegExp(
  [
    String.raw`(?<!\bnot )\bhealthy\b|\b(?:verif\w*|confirm\w*|validat\w*|expect(?:ed)?|smoke|recovered|see (?:if|that|whether))\b`,
    String.raw`\b(?:check|test|look|see|watch|observe|monitor|(?:ensure|make sure)(?!\s+(?:that\s+)?(?:we|you)\s+(?:have|are|do|use)\b))\b[^.\n]{0,80}\b${OUTCOME}`,
    String.raw`\b(?:re-?)?(?:check|watch|observe|monitor)(?:ing)?\s+(?:the|for|that|if|whether|how|its?|both|all|each|again|` +
      '`)',
    String.raw`\bshould\s+(?:(?:now|then|all|soon|also|again|automatically|not|no longer)\s+)*(?:see|return|show|print|report|list|recover|resolve|disappear|clear|drop|decrease|go|come|become|reach|start|stop|rejoin|appear|catch|match|say|have|exist|work|get|look|contain|succeed|pass|respond|finish|fix|be\s+(?!told|informed|notified|contacted|used|done|avoided|considered|run|raised|escalated|added|changed|kept|made|set|updated|treated|taken|followed)\w)`,
    String.raw`\b(?:wait|repeat|retry|continue|watch|poll|loop)\b[^.\n]{0,60}\b(?:until|till|for|that)\b`,
    String.raw`\buntil\b[^.\n]{0,60}\b(?:ready|running|healthy|complete[sd]?|up|done|finished|finishes|zero|below|empty|recovered|available|synced|gone|joined|active|green|normal|drops?|clears?|resolved|returns?|shows?)\b`,
    String.raw`\balert (?:is )?(?:resolved|cleared)|\bresolved\b|\breturns?\s+\d{3}|- \[ \]`,
    String.raw`^[^\w\n]*(?:expected )?(?:results?|output|(?:post|health|final)[- ]?checks?)[^\w\n]*$`,
  ].join('|'),
  'im',
);

/** Text that says what is there to see once it worked: narrower, since it stands between two changes. */
export const SEEN =
  /\b(?:verif(?:y|ication)|confirm\w*|should (?:be able to )?(?:see|return|show|print)|once (?:all|the|it|they|completed)\b.*\b(?:is|are|has|have|completed|should))\b/i;

/** Headings of sections that change something: "Moving indices", "How to delete old data". */
export const NAMES_A_CHANGE =
  /^\W*(?:\d+[.)]\s*)?(?:how to\s+)?(?:add|clean|configur|creat|delet|deploy|disabl|enabl|install|migrat|mov|purg|rebuild|reindex|remov|replac|reset|resiz|restart|restor|rotat|scal|stop|updat|upgrad)(?:e|t?ing|p?ing)?\b/i;

/** Commands that only take back what prepared the others. */
export const UNDOES = /\b(?:uncordon|unpause|resume)\b/;
