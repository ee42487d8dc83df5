import { anyOf } from './words.ts';

/** One of these is in each text that `CONDITIONS` match: looked for first, since most texts have none. */
export const CONDITIONAL =
  /\b(?:if|case|cases|event|when|whenever|should|otherwise|else|last resort|worst case|only|unless|undo|revert|reverse|for|provided|assuming|as long as|depends|depending|emergency|where (?:applicable|appropriate|needed|necessary)|(?:up)?on (?:failure|error|timeout|success)s?)\b|^\W*\((?:on )?[a-z][\w -]{1,20}\)/i;

/** How what is at fault is called, before what it is. */
const AMISS =
  'corrupt(?:ed)?|stuck|failed|failing|broken|stale|damaged|lost|dead|hung|unhealthy|unresponsive|degraded|expired|orphaned|crashed|crashing';

/** "For large clusters, run …": whom it is for. */
const FOR_WHOM = new RegExp(
  String.raw`^(?:for\s+(?!(?:the|this|that|each|every|all|any)\b)(?=an? (?:[\w-]+ ){0,4}?(?:failure|collision|conflict|error|outage|crash(?: ?loop)?|deadlock|timeout|mismatch|(?:memory |connection |disk )?leak|split[- ]brain)(?! (?:of|in|message|code|log|budget|rate|test|detection)\b)|(?:[\w-]+ ){1,2}(?:exhaustion|corruption|shortage|overload)(?=\s*[:,]|$)|[^,]*\b(?:(?:${AMISS}|missing) \w+|clusters?|(?:amd|intel|arm|nvidia|x86|other|older|newer) \w+|environments?|deployments?|installs?|installations?|users|systems|hosts|issues|problems|failures|errors|outages|(?:pods|nodes|vms|volumes|jobs|services|containers|machines) (?:in|with|that|which|without|stuck|not)|(?:workers|servers|instances|replicas|brokers|shards) (?:that|which|stuck)|(?:or|and) (?:later|earlier|newer|older|above|below))\b)|(?:in|on|with)\s+(?=[^,:]*\d[\w.]* (?:or|and) (?:later|earlier|newer|older|above|below)\b))([^,:]+?)(?:$|:\s*$|:\s+(?=[\x60a-z])|,|\s(?=(?:it is|it's|you (?:can|should|must|need|may)|we recommend)\b))`,
  'i',
);

/** What may stand before "if" without a say in it. */
export const BEFORE_CASE =
  /^(?:now|then|next|finally|otherwise|else|however|additionally|note that|please note that|for (?:any|whatever|some) reason|for (?:example|instance)(?=,? if [^,]{2,60} (?:is|are) (?:run|running|installed|managed|deployed|started|hosted|served|launched|controlled) (?:as|with|by|via|under|in|on|through|using)\b)),?\s+(?=(?:only )?(?:if|when|in case|in the|should|unless|for)\b)/i;

/** "(skip if it runs in Docker)": the group is when not to do it. */
const SKIPPED =
  /\((?:(?:you|we) (?:can|may) )?(?:skip|omit|ignore|not (?:needed|required|necessary|applicable)|unnecessary)(?: (?:this|it|this step|the step))? (?:if|when|for|on)\s+([^)]+)\)/i;

/** "(Windows) start the service": the group is where it is done only. */
const IN_FRONT =
  /^\(?((?:on )?(?:windows|linux|mac ?os|unix|docker|podman|kubernetes|k8s|openshift|systemd|aws|gcp|azure|rac|asm|(?:non-)?cdb|clustered|standalone|single[- ](?:node|instance)|multi[- ]?(?:node|master|region)|tls|ssl|sharded|on-prem|self-hosted|enterprise)(?: only)?)\)\W{0,3}\s+[a-z]/i;

/** "(For AWS ECR) Set up the helper": of several that a system may be at. */
const IN_FRONT_FOR = /^\(?((?:[Ff]or|[Oo]n|[Ww]ith) [A-Z][\w.-]*(?: [\w.-]+){0,2})\)\s+[A-Z]/;

/** How a text says when to do something. */
export interface ConditionForm {
  /** The first group is the condition; all that matches, where it has none. */
  readonly form: RegExp;
  /** Within a sentence it may be what is looked for, or what is said besides. */
  readonly place: 'first' | 'brackets' | 'within';
  /** When it is not to be done. */
  readonly isOpposite?: true;
  /** "When …" may only say in what order, or on what occasion. */
  readonly isOccasion?: true;
  /** It says whom it is for, and may only speak of them. */
  readonly isWhom?: true;
}

/** The first that matches counts. */
export const CONDITIONS: readonly ConditionForm[] = [
  {
    form: /^(?:but |and |or |only |also |optional(?:ly)?[,:]? )*(?:only )?if\s+(.+?)(?:,|:|\s(?:→|->|-|–|—|then)\s|(?<=\bif (?:so|not))(?=\s\x60)|$)/i,
    place: 'first',
  },
  { form: /^(?:only )?in (?:the )?case,? (?:of |that |where )?(.+?)(?:,|:|$)/i, place: 'first' },
  {
    form: /^(?:only )?in (?:the (?:unlikely |rare )?event (?:of|that)|cases? (?:of|where|when)|(?:rare|some|other|such) cases)\s*(.*?)(?:,|:|$)/i,
    place: 'first',
  },
  {
    form: /^(?:only )?when(?:ever)?\s+(.+?)(?:,\s+(?=(?:please |then |just |simply |first )?(?:you|we|run|re-?run|use|try|execute|restart|delete|remove|scale|kill|stop|start|add|set|do|follow|apply|check|create|clear|drain|perform|roll|increase|reduce|force|reset|switch|pass|replace|it is|there|(?:it|they|this|these|the \w+) (?:must|should|can|has to|have to|needs? to)|(?!(?:note|notice|expect|as|so|since|because|which|where|and|or|but|while|until)\b)[a-z]+ (?:the|your|this|that|these|all|it|them|an?|any))\b))/i,
    place: 'first',
    isOccasion: true,
  },
  {
    form: /^(?:only )?when(?:ever)?\s+(?!(?:did|does|do|is|was|were|will|are)\b)([^,]+?)(?::\s*$|:\s+(?=`))/i,
    place: 'first',
    isOccasion: true,
  },
  // "(DANGEROUS - only with approval of the lead)"
  {
    form: /\bonly ((?:with|after) (?:[\w-]+ ){0,4}?(?:approval|sign-?off|permission|consent)\b[^).:`]{0,40})/i,
    place: 'within',
  },
  // "To undo this later:": for who wants that, and no step towards it
  {
    form: /^(?:in order )?to ((?:later )?(?:undo (?:this|it|that|these|the above)|(?:revert|reverse) (?:this|that|these)))\b/i,
    place: 'first',
  },
  { form: /^in (an emergency|(?:extreme|severe|urgent) cases)\b/i, place: 'first' },
  { form: /^where (applicable|appropriate|needed|necessary)\b/i, place: 'first' },
  {
    form: /^(?:up)?on ((?:failure|error|timeout|success)s?)\s*(?::|,\s+(?=(?:run|re-?run|restart|delete|remove|restore|revert|roll|stop|retry)\b))/i,
    place: 'first',
  },
  { form: /^(?:for |in )?(emergenc(?:y|ies)) only\b/i, place: 'first' },
  { form: /^to be (?:used|run|done|followed) (?:only )?(?:if|when)\s+(.+?)(?:,|:|$)/i, place: 'first' },
  {
    form: /\((?!(?:read|write|append|view|text|once|internal|preview|test|display|check)\b)((?:[\w-]+ ){1,3})only\)/i,
    place: 'brackets',
  },
  {
    form: /^(?!(?:read|write|append|view|text|once|internal|not|this|that|it)\b)((?:[\w-]+ ){1,3})only:(?=$|\s+`)/i,
    place: 'first',
  },
  { form: /^should\s+((?:the|this|that|it|any|a|an|you|there)\b.+?)(?:,|:|$)/i, place: 'first' },
  {
    form: /^(?:but |and |or |only )?(?:otherwise|else|as a last resort|last resort|(?:in the )?worst case)(?=[\s,:]|$)/i,
    place: 'first',
  },
  {
    form: /\bonly (?:use|run|do|follow|try|take|perform|execute|apply) (?:this|these|it|the following)\b[^.]*?\b(?:if|when)\s+([^.]+)/i,
    place: 'within',
  },
  {
    form: /\b(?:only appl(?:y|ies)|appl(?:y|ies) only|(?:is |are )?only (?:needed|required|necessary|applicable|relevant|valid|useful)|(?:is|are) only(?= for\b)|(?:needed|required|necessary|applicable|relevant) only)\s+(?:to|for|if|when|on|in|with)\s+((?:[^.]|\.\d)+)/i,
    place: 'within',
  },
  {
    form: /\bonly (?:use|run|do|follow|try|take|perform|execute|apply)(?: this| these| it)? (?=(?:in|for|during|with|as|under|after|once|on(?=[^.]*\b(?:that|which|where|without|with)\b))\b)([^.]+)/i,
    place: 'within',
  },
  {
    form: /\b(?:can|should|may|must|shall) only be \w+ (?:if|when|after|once|while|in case)\s+([^.]+)/i,
    place: 'within',
  },
  {
    form: /^(?:skip|ignore) (?:this|these|the following)[^.]*?\bif\s+([^.]+)/i,
    place: 'first',
    isOpposite: true,
  },
  { form: /^(?:skip|ignore) (?:this|these|the following)[^.]*?\bunless\s+([^.]+)/i, place: 'first' },
  {
    form: /^(?:provided(?: that)?|assuming(?: that)?(?! your\b[^,]*? (?:is|are) (?:called |named )?\x60(?=[^\x60\s]*\d))|(?:as|so) long as)\s+(.+?)(?:,|:|$)/i,
    place: 'first',
  },
  { form: /^(?:if|when) (using [^,:.]+?)[:.]?$/i, place: 'first' },
  { form: /^unless\s+(.+?)(?:,|:|$)/i, place: 'first', isOpposite: true },
  { form: /\sunless\s+([^.,]+?)\s*[.:]?$/i, place: 'within', isOpposite: true },
  { form: IN_FRONT, place: 'first' },
  { form: IN_FRONT_FOR, place: 'first' },
  { form: SKIPPED, place: 'brackets', isOpposite: true },
  {
    form: /\((?:only )?(?:if|in case|when using|when|unless|only (?:for|on|in|with)(?! (?:this|that|the (?:current|rest|duration|moment|time being))\b))\s+(?![^)]*\b(?:would|could|might)\b)([^)]+)\)/i,
    place: 'brackets',
  },
  { form: /\s[–—-]\s(?:only )?if\s+([^,:]{3,120}?)\s[–—-]\s/i, place: 'within' },
  {
    form: /(?<!\b(?:check|checks|checking|see|seeing|verify|verifies|determine|know|confirm|ask|asks|tell|tells|find|find out|decide|test|investigate|identify|ensure|look|assess|examine|validate|review|detect|evaluate|understand|sure|wonder|clear|matter|of|to|even|as|and|which|try|tries|trying|indicate|indicates|shows?|what|works?|helps?|question))(?<!\b(?:tells?|telling|shows?|showing|asks?|asking|lets?) (?:you|us|me|them|it))\s(?:only )?\bif\s+([^.,;]+?)\s*[.:]?$/i,
    place: 'within',
  },
  { form: /\bonly (?:if|when|in case)\s+([^.]+)/i, place: 'within' },
  { form: /\b(?:only )?in case (?:of )?([^.]+?)\s*[.:]?$/i, place: 'within' },
  { form: FOR_WHOM, place: 'first', isWhom: true },
];

/** What follows "when" that is the occasion of the whole runbook, or only says in what order. */
export const OCCASION =
  /^(?:(?:you|we) (?:have|'ve|finish|complete)\b|(?:you(?:'re| are)? |it'?s? |it is |all |everything )?(?:is )?(?:done|ready|finished|prompted|asked|completed?)(?=$|\s+(?:with|to|by)\b)|(?:the|this|an?) (?:alert|page|incident) (?:fires|is|triggers|occurs|happens)|an? (?:\w+ )?(?:issue|problem) is (?:reported|detected|observed|raised)|this (?:alert|happens|occurs)|to\b|in doubt|you (?:first )?(?:receive|get) )|\b(?:is|are|has|have|been) (?:finished|done|completed?|ready|up)$|\b(?:comes?|is|are) back(?: (?:online|up))?$/i;

/** "When you want to see more, …": what it is good for. */
export const WISH = /^(?:you|we)(?:['’]d| would)? (?:want|wish|like) to\b/i;

/** "If you run the query now, …": no case, but the way in which one is told to. */
export const TYPES_IT =
  /^(?:you|we) (?:then |now |just )?(?:run|execute|type|issue|enter|do)(?: (?:this|it|the following))?$|^(?:you|we) (?:run|execute|type|issue|enter|do|look|try)\b.*\byou(?:'ll| will| should| would| can| may)? (?:see|get|notice|find|receive)\b|^(?:you|we) (?:start|run(?! into)|launch|call|invoke|open|execute)\b.*\b(?:with|using|by|like this|as follows)$|^(?:you|we) (?:then |now |just )?(?:run|re-?run|execute|type|issue|enter|try) (?:an?|the|this|these|that|those|one of)\b(?: [\w-]+){0,3} (?:commands?|query|queries|statements?|following|below)\b(?! (?:fails?|hangs|returns|shows|does|is|has)\b)/i;

/** What follows "if" or "in case" and is no case: what one keeps a way back for, what something is called, what one should know. */
export const NO_CASE =
  /^(?:you|we) (?:really |exactly |fully )?(?:know|understand) what\b|^(?!.*\bnot\b)(?:(?:the|your|this|an?) (?:[\w-]+ ){1,4}(?:is|are|was) (?:called|named) (?!differently|otherwise|\w+ly\b|something|anything|after)|(?:the |your )?(?:[\w-]+ ){0,2}(?:name|id|address|hostname|path|namespace|port|user(?:name)?)(?: of (?:the |your )?(?:[\w-]+ ){1,4}?)? ?is ["'`/\d])/i;
export const PRECAUTION =
  /\b(?:back(?:ing)? ?up|save|note|keep|record|copy|dump|export|snapshot|store|write|remember|preserve|stash|retain)\b[^.]*\bin case\b/i;

/** "It fails unless you …": how it is, and what is to be done. */
export const FAILS_UNLESS =
  /\b(?:fails?|refuses?|will not|won['’]t|cannot|can['’]t|does not|doesn['’]t)\b[^.]*\bunless\b/i;

/** "Not needed if …", "Do not run this if …": when it is not done. */
export const NOT_IF =
  /^(?:(?:this|it) is )?(?:not (?:needed|required|necessary)|do not|don['’]t|never|skip)\b[^.]*?\sif\b/i;

/** "If you want to look further back, …": an aim rather than something that is seen. */
export const WANTS =
  /^\W*(?:\w+,? )?(?:if|when(?:ever)?|in case) (?:you|we)(?:'d|’d| would)? (?:also |only |just |still )?(?:want|wish|like|prefer|rather|need|choose|decide|plan|intend)\b/i;

/** A sentence that begins with the case that it speaks of. */
export const BEGINS_WITH_CASE =
  /^(?:(?:but|and|also|now|then|next|finally|however|additionally|note that|please note that),? )?(?:only )?(?:if|when|in (?:the (?:unlikely |rare )?)?(?:event|cases?)|should)\b/i;

/** "For a stuck job, end it": what is wrong with what it is for. */
export const FOR_STATE = new RegExp(
  String.raw`^for (?:an? |any )?(?:\w+ )?(?:${AMISS}) \w+[^.]*,\s+(?!(?:please )?(?:see|refer|consult|read|contact|ask|tell)\b)`,
  'i',
);

/** A sentence about what a command says: its "if" is what one learns. */
export const TELLS_RESULT =
  /^\W*(?:the|this|that) (?:following |above |previous )?(?:command|query|output|script|result|response|status|log)s?\b[^.]*?\b(?:returns?|shows?|prints?|reports?|displays?|lists?|outputs?|gives|contains?)\b/i;

/** A sentence that says how things are: its "if" is no order. */
export const DESCRIBES_STATE =
  /^(?:the|this|that|it|they|there|these|those|an?)\b[^,]{0,200}?\b(?:is|are|was|were|will|may|might|has|have|shows?|means|happens|occurs|fires|fails)\b[^,:]{0,120}\b(?:if|unless)\b(?!.*:$)|^(?:(?:this|it) is )?(?:\w+ly |also |most |very )?(?:useful|helpful|handy|convenient)\b(?!.*:$)|\b(?:can|may|could) be (?:seen|found|viewed|shown|obtained|checked|verified) (?:if|when) (?:you|we)\b|^(?!.*\byou\b)[^,]{0,200}\b(?:can|may|might)\s+\w+\s+(?:if|unless)\b(?!.*:$)/i;

/** What is the case or will be seen, after "if …,": nothing to do. */
export const OUTCOME =
  /^(?:if|when|in case|should)\b[^,]*,(?:[^,]*,)?\s+(?:then\s+)?(?:(?:this|the|an?) (?:[\w-]+ ){0,3}?(?:error|message|warning|output|response)s?\b[^,]{0,60}\b(?:displayed|shown|printed|returned|appears?|like|similar)\b|(?:you|we)(?:'ll| will| should| would| may| might)? (?:see|get|receive|notice)\b|(?:there|it|this|that) (?:may|might|could|is (?:likely|probably|possibly|most)|probably|likely|means|indicates|suggests)\b)/i;

/** "If the following returns nothing, there are no jobs.": how to read what the commands print, and nothing to do. */
export const READS_RESULT =
  /^(?=(?:if|when) the (?:following|next|below)\b|.*[^:\s]\s*$)(?:if|when) (?:the|this|that) (?:(?:following|next|above|previous|last) )?(?:following|above|below|commands?|query|queries|outputs?|results?|response)(?: (?:below|above))? [^,:]*,\s+(?:then )?(?:there|everything|nothing|(?:the|your|all|no) (?:[\w-]+ ){1,3}?)\s*(?:is|are|was|were|has|have|works?|exists?)\b(?!.*\b(?:you|we|must|should|has to|have to|needs? to|can|run|use|be)\b)/i;

/** What to do in a case that is not the block below: "If you do not have the client, install it first.", "If it is, tell the team." */
export const DONE_ELSEWHERE =
  /^(?:if|when|in case|unless)\b[^,]*,\s+(?:then\s+)?(?:please\s+)?(?:(?:you|we) (?:can|should|may|must|need to|will need to|have to)\s+)?(?:(?:contact|ask|notify|inform|tell|escalate|page|skip|ignore|jump|move on|go (?:back )?to|stop here|continue with|proceed (?:to|with)|wait|remember|(?:see|refer to|consult|follow|check) (?:the |this |our |your )?(?:[\w-]+ ){0,3}?(?:docs?|documentation|sections?|guides?|pages?|runbooks?|readme|wiki|appendix)|(?:ensure|make sure|be sure)(?: that)? you(?:['’]re| are| have))\b[^:]*|[^:]*\bfirst)\.?$/i;

/** What one does to somebody else: when to do that is not when to do the rest. */
export const CALLS_SOMEBODY = '(?:page|call|escalate|contact|tell|notify|ping|ask)';

/** "Stop it first, and keep the data if you may need it.", "Add `-T template` if it has none.": the case of a part of it. */
export const CASE_OF_PART = new RegExp(
  String.raw`,\s+(?:(?:and|but|or)\b|(?=(?:then )?${CALLS_SOMEBODY}\b))[^,:]*\b(?:if|unless|in case)\b[^,:]*\.$|^(?:include|add|append|omit|drop|pass|leave out) (?:(?:this|the|an?) )?(?:[\w-]+ )?\x60-[^\x60]*\x60 (?:if|when|unless|in case)\b`,
  'i',
);

/** "Fetch the messages if they exist": looking tells whether they do. */
export const LOOKS_FOR_ANY =
  /^(?:fetch|get|list|read|show|print|view|collect|gather|note|see|inspect|review)\b[^.,]*\bif (?:(?:they|it|any|one|some|those) exists?|any|there (?:is|are) (?:one|any|some))\W*$/i;

/** "Run the following command or approve the change if …": the case of the other way. */
export const CASE_OF_OTHER =
  /^(?:run|use|execute|enter|type) (?:the|this|these) (?:(?:following|below|next) )?(?:commands?|query|queries|statements?)\b[^:]*\bor (?!(?:later|newer|older|more|less|above|below|if|by|with)\b)[a-z]+ (?:the|your|its|it|this|that|an?)\b[^,:]*\b(?:if|unless)\b/i;

/** "Pull the image, replacing the one that is there if it is older": the case of what is said besides. */
export const CASE_OF_ASIDE =
  /,\s+(?:(?:thus|thereby|also|possibly|and|or) )?(?!(?:bring|during|following|nothing|something|anything|everything)\b)[a-z]{2,}ing\b[^,:`]*\b(?:if|unless|in case)\b[^,`]*$/i;

/** A remark that goes on to what is done in any case: "finally start it". */
export const GOES_ON_ANYWAY = /^(?:finally|lastly|next|afterwards?|after that)\b/i;

/** What goes on with the sentence that a block stands in: "as appropriate.", "if the lock is stale." */
export const ENDS_SENTENCE =
  /^((?:if|unless|when(?:ever)?) [^,:.]{3,120}|as (?:appropriate|needed|required|necessary|applicable))\.?$/;

/** A sentence that leads to steps, though it ends with a full stop. */
export const TO_FOLLOW =
  /\b(?:follow|following|do|perform|take|execute|try|run|use) (?:the |these |this )?(?:following|below|next|steps?|instructions?|procedure)\b|\b(?:steps?|instructions?|procedure) below\b|\bas follows\b/i;

/** What goes on with the sentence before a block: "and then restart it:". */
export const GOES_ON = /^(?:and|[Tt]hen|and then|[Aa]s well as)[\s,]/;

/** What goes on for all cases, whichever came before. */
export const IN_ANY_CASE =
  /^[^.:]*\b(?:in (?:any|all|both|either|every) (?:case|event)s?|either way|regardless|anyway)\b/i;

/** A remark in a block that speaks for the rest of it: "only continue below if it is clean", "stop here unless …". */
export const GOES_ON_ONLY_IF =
  /\b(?:(?:only (?:continue|proceed|go on|carry on)\b[^.]*?|(?:continue|proceed|go on|carry on)(?: below| further| from here)? only) (?:if|when)|(?:stop|do not (?:continue|proceed|go on))(?: here)? unless)\s+([^.]+)/i;

/** A remark with nothing but a case in it, which speaks for the rest of its block: "Only in an emergency", "For emergencies only". */
export const ONLY_CASE =
  /^\W*(?:(?:use|run|do|for|needed|required)\b(?: this)? )?only (?:if|when|in|for|under|as|after|on)\b[^.]*(?:\.\W*)?$|^\W*(?:for |in )?emergenc(?:y|ies) only\W*$|^\W*(?:as a )?last resort(?: only)?\W*$/i;

/** "Show the load (if it is measured)": a case of this line, where the next gives another order. */
export const CASE_OF_LINE = /\((?:only )?(?:if|when|in case|unless)\b[^()]*\)\W*$/i;
export const OWN_ORDER =
  /^\W*(?=\w)(?!(?:run|use|do|execute|type|enter|note|remember|ensure|make|be|wait|then|call|see)\b)/i;

/** A case in which all is as it should be, so that what comes then is done in any case: "that looks good". */
export const ALL_IS_WELL =
  /^(?:(?:that|this|it|everything|all|the \w+) )?(?:\w+ )?(?:looks?|is|are|goes|went|was) (?:all )?(?:good|fine|ok(?:ay)?|correct|right|well|successful|as expected)\b/i;

/** A case of the reader, rather than of the system: "you're not sure". */
export const UNSURE = /\b(?:not (?:\w+ )?sure|unsure|uncertain|in doubt|(?:do not|don['’]t) know)\b/i;

/** An item that the next one goes on from: "For Linux users, first make a file". */
export const BEGINS_ROW = /,\s+first\b|^\W*first\b/i;

/** A sentence about commands that stand further below, with other text between. */
export const LEADS_FURTHER = /^[^,]*,.*\b(?:following|below) (?:commands?|steps?|query|procedure)\b/i;

/** A text that leads to a list of cases: "It depends on whether you install or upgrade:". */
export const BY_CASE =
  /\bdepend(?:s|ing) (?:up)?on ((?:whether|which|if|what|how)\b[^:.]+|the (?:\w+ )?(?:causes?|reasons?|situation|errors?|case))\s*:$/i;

/** A question that tells when to do what comes after it: "Disk full? Remove old images". */
export const ASKED =
  /^(?!["'¿(*_\s\d.-]*(?:wie|wieso|warum|wo|wann|wer|welche\w*|comment|pourquoi|où|quand|que faire|c[oó]mo|qu[eé]|por qu[eé]|cu[aá]ndo|d[oó]nde|come|perch[eé]|cosa|quando|dove|как|что|почему|где|когда|зачем)\s)(?!\W*(?:(?:so|and|but|well),? )?(?:what(?:'s)?|how|why|who|whom|whose|where|which|when|is|are|was|were|has|have|do|does|did|can|could|should|would|will|shall|(?:need|want) (?:\w+ )?(?:help|support|assistance)|(?:any |got |have )?(?:questions|feedback)|ready)\b)([^.?!`\n]{3,60})\?(?=\s|$)/i;

/** "All running? (`docker compose ps`)": what answers the question, whatever the answer. */
export const ANSWERED_BY = /\?\s*\((?:`|(?:check|verify|see|confirm|test|look)\b)/i;

/** What may have been of no use: the step before, or the look after it. */
const TRIED = String.raw`(?:that|this|it|none of (?:this|these|that|them|the above)|(?:the )?(?:above|restart|problem|issue|verification|(?:health |smoke |status )?(?:check|test|probe)s?)|(?:the )?(?:(?:previous|first|last) )?steps?(?: \d+)?)`;
const OF_NO_USE = String.raw`(?:fail(?:s|ed)?|(?:does|did|has|do)\s?n[o'’]t (?:work(?:ed)?|help(?:ed)?|resolved?|pass(?:ed)?|succeed(?:ed)?|recover(?:ed)?)|persists|is (?:not (?:enough|sufficient)|red|failing))`;
/** How something still is that should not be so. */
const STILL = String.raw`still\s+(?:down|red|not|no|un\w+|broken|stuck|failing|fails?|failed|missing|full|slow|high|hang\w*|lagging|growing|degraded|crash\w*|offline|dead|blocked|firing|there|present|happen\w*|occurs?|see(?:ing|s)?|shows?|returns? (?:an error|[45]\d\d|[45]xx)|reports?)`;

/** "If that fails", "If the database is still down", "Still red?" */
const FALLBACKS: readonly string[] = [
  'if (?:nothing(?: else)?|none of (?:this|these|that|them|the above)) (?:works|worked|helps|helped)',
  String.raw`if ${TRIED}\s+(?:still\s+)?${OF_NO_USE}`,
  String.raw`should (?:that|this|it|the [\w-]+) (?:still )?(?:fail|not (?:work|help|be enough))`,
  String.raw`if (?:still|all else|everything else)\b.*`,
  String.raw`if (?:[\w/'’-]+ ){1,5}?(?:(?:is|are|does|do|has|have) )?${STILL}`,
  String.raw`if (?:it|they|(?:the|your) [\w-]+(?: [\w-]+)?) (?:do(?:es)?|did|ha(?:s|ve))\s?n[o'’]t (?:come back|recover(?:ed)?|returned? to|become (?:healthy|ready)|c[ao]me up)`,
  'if (?:unsuccessful|not successful)',
  String.raw`${STILL}\b[^.?!]{0,40}\?`,
  '(?:as a )?last resort',
  'fallback',
  'nuclear option',
  String.raw`(?:otherwise|else)(?!,?\s+(?:if|when|in case)\b)`,
];

/** What is to be done only where the verification before it did not hold. */
export const FALLBACK = new RegExp(String.raw`^(?:${FALLBACKS.join('|')})(?![\w-])`, 'i');

/** Sentences that tell to find out whether something holds: their "if" is no condition. */
export const FINDS_OUT =
  /^(?:also |then |please |and |(?:you|we) (?:can|could|should|must|need to)(?: also)? )?(?:check|search|verify|see|confirm|determine|validate|make sure|ensure|find|test|ask|identify|look|investigate|examine|assess|review|know|decide|inspect|watch)\b/i;

/** Conditions that hold for anything that is checked, too. */
export const AS_NEEDED = /^(?:needed|necessary|required|possible|applicable|available|desired|using\b|safe)/i;

/** A heading or a text that leads to a list of causes, with what to do about each. */
export const LEADS_TO_CAUSES =
  /\b(?:common|possible|likely|typical|known|frequent|probable|usual)\s+(?:root\s+)?(?:causes?|issues|problems|symptoms|errors|failures)\b|\b(?:causes?|symptoms?|problems?|issues?)\s*(?:and|&|\/|→|->)\s*(?:their\s+)?(?:solutions?|fix(?:es)?|actions?|remed(?:y|ies)|mitigations?|resolutions?)\b/i;

/** An item that names a cause before what to do about it: "**Disk full**: remove …". */
export const CAUSE_IN_ITEM = /^([^`\n:→]{3,60}?)\s*(?:[:→]|->|=>|\s[–—-]\s)/;

/** How something is that should not be so, before what to do about it: "Stuck in Pending → `kubectl delete pod x`". */
export const TROUBLE =
  /^(?!to\b)(?:.*(?<!\b(?:bring|brings|tear|shut|take|taken|scale|scaling|spin|cool|step|power|go) )\b(?:unreachable|unavailable|unhealthy|corrupt(?:ed)?|broken|down|full|lost|missing|stuck|hanging|hangs|hung|fail(?:ed|ing|s)|crash(?:ed|ing|es)|exited|dead|gone|unresponsive|degraded|stale|evicted|pending|terminating|oom\w*|crashloop\w*|(?:err)?imagepull\w*|loopbackoff|expired|exhausted|killed)(?: (?:in|on|at|for|with|after|and|but|or|due|again)\b.*)?|.*\bfail(?:s|ed)? to [a-z][\w -]{2,40}|.*(?:\bnot|n['’]t|\bnever|\bno longer) (?!recommended|needed|required|necessary|only)[\w -]{2,40}|(?:after )?(?:an? )?(?:expired|corrupt(?:ed)?|broken|failed|failing|stuck|hung|bad|botched|leaked|orphaned) [\w -]{2,40})$/i;
export const BEFORE_ARROW = /^[^`\n→]{2,80}?\s*(?:→|->|=>)/;

/** "`No space left on device` → `rm x`": the message that is seen, before what to do then. The first group is the message. */
export const MESSAGE_IN_ITEM =
  /^`([^`\n]*(?:[a-z]{2} [a-z]{2}|error|exception|fail|refused|denied|timeout|killed|backoff|oom)[^`\n]*)`\s*(?:→|->|=>|:|—|–)\s/i;

/** "A 500 response means that it broke — restart it": what is seen, before what to do about it. The first group is what is seen. */
export const MEANS_TROUBLE =
  /^\s*((?:[a-z]+ ){0,3}(?:\d{1,3}|`[^`]{1,40}`|"[^"]{1,40}")(?: (?:responses?|errors?|status|state|code))?)\s+(?:means|indicates)\b/i;

/** An item that answers the case of the item before it: "Solution: …". */
export const ANSWERS =
  /^\W*(?:solutions?|fix|resolution|remedy|remediation|workaround|mitigation|actions?)\s*:/i;

/** A paragraph that speaks for all that follows in its section. */
export const SPEAKS_FOR_SECTION = anyOf(
  // "Only use this in an emergency"
  /\bonly (?:use|run|do|follow|try|take|perform|execute|apply) (?:this|these|it|in|for|during|with|as|under)\b/i,
  // "Follow these steps only if …"
  /^(?:use|run|do|follow|perform|execute|apply|complete) (?:this|these|the following)(?: [\w-]+){0,2} only (?:if|when|in case)\b/i,
  // "This section only applies to …"
  /\b(?:(?:this|the following|these) (?:section|procedure|step|instruction|command|check|part)s?|(?:procedure|step|instruction|command|check)s? below)\b[^.]{0,40}\b(?:only appl|appl\w+ only|(?:is|are) only (?:needed|required|necessary|applicable|relevant|for))/i,
  // "This can only be done if …"
  /^(?:this|it|that)(?: \w+)? (?:can|should|may|must|shall) only be (?:done|used|run|performed|executed|applied|followed|tried) (?:if|when|after|once|in case)\b/i,
  // "If you are using Helm:"
  /^if (?:you(?:'re| are)? )?using [^,.:]+[,:.]/i,
  // "If it is full, do the following steps"
  /^if\b[^.]{0,160}\b(?:do|follow|perform|complete|execute|take|go through) (?:(?:the following|these|the below) (?:\w+ )?(?:steps|instructions|procedure)\b(?! (?:in|of|from|on|at|with)\b)|the (?:steps|instructions|procedure) below\b)/i,
  // "In the unlikely event that …, follow these steps"
  /^in the (?:unlikely |rare )?event\b[^.]*[,:][^.]*\b(?:(?:do|perform|take|follow|use|execute|run|complete|with|by|try) (?:the )?(?:following|these|steps?)|follow(?:ing)? (?:the|these|this)|the (?:following|steps below)|below steps|work ?around|proceed (?:as follows|with))\b/i,
);

/** What limits what stands above it: "Only do this if you are sure that …". */
export const DO_ONLY_IF =
  /\bonly (?:do|run|use|perform|execute|apply|try) (?:this|it|that)(?: (?:step|command))?\b[^.]*\b(?:if|when|in case)\b/i;

/** What a section is to be used for, below its heading: "**Use when**: the replica is lost", "Only if that fails." The group is the case. */
export const USE_WHEN =
  /^\W*(?:(?:only )?(?:use|run|do|follow|apply|choose|pick|perform|execute|try(?= (?:this|these|that|the)\b))(?: (?:this|it|these|that|the following)(?: (?:section|procedure|option|method|approach|path|way|steps|commands|instructions|workflow|flow|one))?| `[^`]{2,60}`(?=[^.]{0,12} (?:(?:only )?(?:if|when)\s*:)))?(?: (?:only|instead|mainly|primarily))?\W{0,4}(?:(?:only )?(?:if|when|whenever|in case)|only (?:once|after))|only (?:if|when|in case)(?=[^,]*$)|(?:only )?(?:applicable|applies|needed|required|necessary)(?: only)? (?:if|when))\b\W+(?!\W|(?<=when\W+)you (?:want|need|wish|would|'d|are asked)\b|to\b|in doubt\b)([^.]*)/i;

/** A paragraph that speaks of what stands above it. */
export const SPEAKS_FOR_PREVIOUS =
  /\b(?:the )?(?:previous|above|preceding|last) (?:check|step|command|query|section|action)s?\b[^.]*\b(?:only appl|appl\w+ only|(?:is|are) only (?:needed|required|necessary|applicable|relevant))/i;

/** A sentence about the one before it. */
export const SAYS_MORE =
  /^\W*(?:(?:(?:it|this|that|they|these)(?:['’]s)?|note|be careful|careful|caution|warning|the (?:command|operation|process|step)) (?!.*\b(?:if|when|unless)\b)|(?:achtung|vorsicht|hinweis|warnung|attention|remarque|prudence|atenci[oó]n|aten[cç][aã]o|cuidado|aviso|advertencia|nota|attenzione|avvertenza|внимание)\b)|^\P{L}*(?:внимание|осторожно|注意|警告|주의)/iu;
