/** Headings of sections that surely name an incident: "Incident 1: …", "Scenario 2: …", "LEVEL 3 — …", `DLQ_SPIKE`. */
export const CALLED_INCIDENT: readonly RegExp[] = [
  /^\W*(?:incident|scenario|case|problem|issue|alert|level|tier|playbook|failure mode|failure|symptom)\s+#?(?:\d+|[A-Z])\b/i,
  /^\W*[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/,
];

/** A section of several runbooks in a file: "Runbook: API down". */
export const CALLED_RUNBOOK = /^\W*(?:runbook|playbook)(?:\s+#?\d+)?\s*[:–—]\s*\p{L}/iu;

/** Headings of those, and of sections that name an incident by what has gone wrong. */
export const NAMES_INCIDENT: readonly RegExp[] = [
  ...CALLED_INCIDENT,
  /\balert\b(?:\s*\(.*\))?\s*$/i,
  /\b(?:is |are )?(?:(?<!\b(?:scal|shut|spin|step|power|tear|bring|tak|wind|cool|break|count|drop|top|lock|slow|writ|go|put)(?:e|s|es|ing|ting|ning|ping|own)?[ -])down|(?<!^\W*)\bfull|full(?= (?:disks?|volumes?|partitions?|file ?systems?|queues?)\b)|unavailable|unreachable|unresponsive|exhausted|exhaustion|exceeded|expired|killed|crash(?:ed|ing|loop\w*)?|stuck|failing|failed|failures?|outage|not responding|not working|leak|spike|backlog|saturat\w*|overload\w*|corrupt\w*|breach|attack|disconnect(?:ed)?|high (?:cpu|memory|load|latency|error|disk|queue|response|resource)\w*|slow (?:quer\w*|response\w*)|error rate|lag|degraded|deadlocks?|compromised?|loss|hang(?:s|ing)?|hung|frozen|unhealthy|misconfigured|flapping|out of (?:memory|disk|space)|locked|(?:table|row|database|write|state)[- ]locks?)\b|\b(?:is |are |too )?slow\W*$|\bslow(?:ness)?\b(?=[^a-z]*$)/i,
];

/** Headings of sections that hold incidents, or are about all of them. */
export const HOLDS_INCIDENTS =
  /^\W*(?:common |known |frequent )?(?:incidents?|alerts?|scenarios?|runbooks?|playbooks?|procedures?|issues|errors|problems|failures|troubleshooting|faq|operations)\b\W*(?:triage|types?|list)?\W*$|\b(?:runbooks?|playbooks?|handbook|guide)\b|\bpost-?(?:incident|mortem)\b|\bcommunication\b|\btemplate\b|\bpossible causes?\b/i;

/** Headings of the parts of an answer: what is it, what to look at; and what to do about it. */
export const LOOKS =
  /^\W*(?:\d+[.)]\s*)?(?:\w+\s+)?(?:meaning|impact|symptoms?|diagnos\w*|investigat\w*|triage|detection|identif\w*|assess\w*|causes?|trigger|overview|summary|description|check\w*|when)\b/i;
export const ACTS =
  /^\W*(?:\d+[.)]\s*)?(?:\w+\s+)?(?:mitigat\w*|resol\w*|fix(?:es)?|recover\w*|remediat\w*|solutions?|(?:immediate\s+)?actions?|verif\w*|step-by-step|steps|procedure|response|workaround|restore|repair)\b/i;

/** Headings that only go on with the answer above: no answer of their own. */
export const GOES_ON =
  /^\W*(?:step\s*)?\d+\s*[.):]|^\W*(?:step|part|phase)\s+\w+\b|^\W*(?:prerequisites?|requirements?|before you (?:begin|start)|introduction|background|next steps|clean\s?up\W*$|references?)\b/i;

/** Headings of one step of an answer. */
export const IS_STEP = /^\W*(?:step|phase)\s*\d/i;

/** Headings beside answers of what is no answer: parts and ways of them, and what is about all of them or done at other times. */
export const IS_NO_ANSWER =
  /^\W*(?:(?:step|part|phase|option|method|approach|way|alternative|appendix|level)\b|[A-Z]?\d+[.):])|\b(?:commands?|cheat ?sheets?|references?|notes?|overview|architecture|background|context|setup|set-up|install\w*|configur\w+|deploy\w*|develop\w*|monitor\w*|maintenance|prevent\w*|prerequisites?|requirements?|access|contacts?|escalat\w*|communicat\w*|post-?mortem|checklists?|tests?|testing|drills?|tools?|scripts?|glossary|faq|examples?|backups?|general|verif\w*|diagnos\w*|triage|logs?|logging|health|schedule|useful|common|how to)\b/i;

/** Headings of parts that say how the incident shows: nothing there is done. */
export const SYMPTOMS = /^\W*(?:symptoms?|signs?|indicators?)\b/i;

/** A heading of what is looked at in the end: "Check", "Final checks"; before anything was changed it is a diagnosis. */
export const CHECKS_IN_THE_END =
  /^\W*(?:\d+[.)]\s*)?(?:(?:final|health|sanity|smoke|quick|last)\s+)?(?:checks?|checking|tests?|testing)\W*$/i;

/** A heading that is nothing but an environment which the drill may not be: "Kubernetes (Production)", "AWS RDS". */
export const BRANCH =
  /^\W*(?:(?:on|for|using|in|with|if using)\s+)?(?:kubernetes|k8s|eks|gke|aks|openshift|aws|amazon|rds|waf|ecs|gcp|google cloud|azure|cloud ?sql|heroku|fly\.io|nomad|docker swarm)(?:\s*(?:\/|&|and)\s*\w+)?(?:\s+[\w.]+){0,2}\s*(?:\([^)]*\))?\s*:?$/i;

/** Headings of sections that show what is not to be run: "Dangerous commands (avoid …)". */
export const WARNS_OFF =
  /\b(?:commands?|actions?|operations?|things) (?:to avoid|not to (?:run|use|do))\b|\(avoid\b|^\W*(?:what not to (?:do|run|use)|(?:forbidden|prohibited)\b|anti-?patterns?|(?:never|do not|don['’]t) (?:run|use|do|execute))\b|^\W*(?:never|don['’]?ts?|do not|avoid|wrong|bad|incorrect|deprecated|obsolete|outdated|old (?:way|method|procedure|process|approach|steps))\W*$|^\W*\(?(?:deprecated|obsolete|outdated)\b\W|[[(](?:deprecated|obsolete|outdated|no longer (?:used|needed|valid))[\])]\W*$|^\W*(?:things|solutions?|fixes|approaches|attempts|ideas|what (?=never helps|(?:does|did)(?:n['’]t| not) help)|what (?:else )?(?:we|was|has been)\b[^?]{0,20}\btried)\b(?!.*\b(?:if|when)\b)[^?]{0,40}\b(?:never helps?|(?:do|does|did)(?:n['’]t| not) (?:help|work))\W*$/i;

/** Headings of sections that bring the incident about rather than end it, to see it or to train: "How to reproduce", "Game day". */
export const PROVOKES =
  /^\W*(?:\d+(?:\.\d+)*[.)]?\s*)?(?:(?:how to |steps to )?(?:reproduc(?:e|ing|tion)|simulat(?:e|ing|ion)|provok(?:e|ing)|trigger(?:ing)? (?:the|this|an?) (?:alert|incident|failure|outage|problem|issue|error))\b|(?:chaos|fault|failure)[- ](?:test(?:s|ing)?|injection|experiments?)\b|inject(?:ing)? (?:the |an? )?(?:faults?|failures?|errors?|latency)\b|game ?days?\b|(?:fire |dr |disaster recovery )?drills?(?=\W*$|\s*[:(–—])|(?:how to )?test(?:ing|s)? (?:this |the |of the )?(?:runbook|playbook|alert|alerting|procedure)\b)/i;

/** Headings of sections that take back what was done: "Rollback", "Backout plan". */
export const TAKES_BACK =
  /^\W*(?:roll(?:ing)?[ -]?back|back(?:ing)?[ -]?out|undo(?:ing)?|revert(?:ing)?)(?: (?:plan|procedure|strategy|steps?|instructions?|(?:of )?(?:this|the) (?:changes?|fix|mitigation|procedure)))?\W*$/i;

/** The headings of a runbook that is one answer as a whole. */
export const PART_OF_ANSWER =
  /^\W*(?:(?:and\s+)?(?:(?:immediate|initial|current|possible|recommended|root)\s+)?(?:meaning|impact|details|triggers?|diagnos(?:is|tics?|e)|investigation|triage|pre-?checks?|first checks?|causes?|problem|mitigations?|mitigate|resolutions?|resolve|remediation|remed(?:y|ies)|solutions?|fix|workarounds?|actions?|response|procedure|symptoms?|recovery|verification|verify|validation|post-?checks?|escalation|escalate)(?: steps)?\W*)+$/i;

/** A title that says how something is: "Vault is sealed", "Workers do not start". */
export const TITLES_STATE =
  /^(?!\W*(?:how|what|why|when|where|who|which)\b)\W*(?:\S+ )+?(?:is|are|has|have|does|do|did|was|were|won['’]t|can(?:not|['’]t)|not)\s+\w/i;

/** Beginnings of verbs of which one done to one thing may be all that a file is about. */
const VERBS =
  'restor|recover|promot|upgrad|rotat|renew|replac|migrat|mov|re-?index|rebuild|re-?creat|creat|resiz|expand|increas|extend|shrink|reduc|decommission|drain|revert|roll(?:ing)? ?back|re-?start|reset|switch|fail(?:ing)?[ -]?over|add|remov|delet|purg|chang|get|generat|enabl|disabl|unlock|unseal|import|export|convert|transfer|patch|re-?deploy|bootstrap|re-?join|evict|reclaim|flush|clear|stop|start|re-?sync|re-?issu|revok|stor|regist|re-?generat';
const ENDING = '(?:e|[tnp]?ing)?';

/** Titles that name one thing to do: "How to restore a backup", "Promoting the replica", "Certificate rotation"; not "Backup and restore". */
export const DOES_ONE_THING = new RegExp(
  `^\\W*(?:(?:how (?:to|do (?:i|we|you)|can (?:i|we|you))|(?:process|procedure|steps|instructions) (?:for|to|on)) )?(?<order>${VERBS})${ENDING}\\b(?!\\S* ?(?:[/&,]|and\\b|or\\b)) \\S|^(?!.*(?: (?:and|or|&|\\+) |/)).* (?<noun>rotat|renew|restor|upgrad|migrat|failover|switchover|rollback|replac|re-?index)(?:ion|al|e|ation|ement|ing)?\\W*$`,
  'i',
);

/** Headings that begin with an order: "Find the latest backup", "To reindex all replicas", "3. Stopping the workers". */
export const ORDERS = new RegExp(
  `^\\W*(?:\\d+[.):] ?)?(?:how )?(?:to )?(?<order>${VERBS}|find|check|verify|confirm|look|temporarily|finally|prepar|tak|mak|test|run|apply|scal|shut|wait|connect|select|copy|load|clean|kick|validat|updat|install|edit|download|upload|push|pull|set)${ENDING}\\b`,
  'i',
);

/** Headings that name a trouble less plainly, beside one that names an incident: "Connectivity issues", "Errors when starting". */
export const SOUNDS_LIKE_TROUBLE =
  /\b(?:issues?|errors?|problems?|troubleshooting|invalid|not ready|missing|fail(?:s|ed)?|doesn['’]t|does not|cannot|can['’]t|won['’]t)\b|^\W*when (?!to\b|you\b|on\b)/i;

/** Headings of what is done in a case of an incident, or where nothing else helped: "If the disk is full", "Last resort". */
export const CASE_OF_INCIDENT =
  /^\W*(?:(?:\d+|[A-Z])[.)]\s*|(?:step|option|phase|plan)(?:\s+\w+)?\W+)?(?:(?:only )?(?:if|when|in case|unless)\b|(?:last|final) resort\b|nuclear option\b|worst case\b|emergency only\b|fall-?back\b|plan [b-d]\b|optional\b)|\?\W*$/i;

/** Headings of what may go wrong with what the file is about. */
export const IF_IT_FAILS =
  /\b(?:troubleshooting|known issues|common (?:issues|problems|errors)|pitfalls|gotchas|if (?:it|this|that|something) (?:fails|goes wrong))\b/i;
