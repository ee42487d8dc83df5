/** What a way of doing something is called at the end of its heading: "Single strategy", "Manual method". */
export const WAY_NOUN =
  /\b(strateg(?:y|ies)|method|approach|option|alternative|variant|way)s?[^\w(]*(?:\([^)]*\)\W*)?$/i;

/** A heading that says by what means its aim is reached: "Restore with WAL-G", "Create it manually". The first group is the aim. */
export const MEANS =
  /^(\S.*?)\s+(?:with|without|via|using|through|by means of|by using|manually|automatically)\b/i;

/** A text that offers the sections below it as ways of which one will do. */
export const OFFERS =
  /\b(?:one|either|any) of (?:the )?(?:\w+ )?(?:two |three |following |these )?(?:options|alternatives|methods|ways|approaches|possibilities|strategies)\b|\b(?:two|three|several|multiple|different|following)\s+(?:\w+\s+)?(?:options|alternatives|methods|ways|approaches|possibilities|strategies)\b|\b(?:choose|use|follow|try|pick|select|do|perform|apply)\s+(?:one|either|any)\s+of\b/i;

const AIM = String.raw`restor\w*|install\w*|creat\w*|deploy\w*|restart\w*|back(?:ing)? ?up|migrat\w*|upgrad\w*|rotat\w*|recover\w*|scal\w*|connect\w*|configur\w*|obtain\w*|get\w*|setup|set up|setting up|repack\w*|reindex\w*|clean\w*|delet\w*|remov\w*|roll\w* ?back|fail\w* ?over|resolv\w*|fix\w*|resiz\w*|expand\w*|updat\w*|renew\w*|stop\w*|start\w*|access\w*|log\w* in|authenticat\w*|download\w*|add\w*|block\w*|drain\w*|pull\w*|build\w*`;

/** Aims that are reached once, so that a second means is another way; what is run, shown or tested can be done in each. */
export const AIMS = new RegExp(String.raw`^\W*(?:\w+\s+){0,2}?(?:${AIM})\b`, 'i');

/** Nothing but an aim: "Upgrade strategy" and "Backup strategy" are two ends rather than two ways. */
export const ONE_AIM = new RegExp(String.raw`^\W*(?:${AIM})\W*$`, 'i');

/** What several ways can all be gone for: one look does not make another needless. */
export const LOOKS =
  /\bfor (?:the |a |further )?(?:diagnos\w+|investigat\w+|troubleshooting|debugging|monitoring|checking)\b|\bto (?:diagnose|investigate|troubleshoot|debug|monitor)\b/i;

/** A heading that only says through what to go, so that one beside it is another way even if nothing is typed there. */
export const VIA = /^\W*(?:via|through)\s/i;

/** Another way that is not typed: "Or via the console: select …". */
export const BY_HAND =
  /^\W*(?:or|alternatively),?\s+(?:via|in|through|from|using|use|with|by using)\s+the\s+(?:\w+\s+){0,3}?(?:console|ui|web|dashboard|portal|interface|gui|page|website|browser)\b/i;

/** Header of a table's first column, where each row is a way for another installation. */
export const WAY_HEADER =
  /^\W*(?:platform|os|operating systems?|distributions?|distro|methods?|approach|options?|ways?|runtimes?|orchestrators?|package managers?|shells?|installations?|install type|deployment (?:type|method|mode|option))\W*$/i;

/** Words of which one heading has one, and the next has another in its place. */
export const CONTRASTS: readonly (readonly string[])[] = [
  ['manual', 'automatic', 'automated', 'semi-automatic'],
  ['manually', 'automatically'],
  ['online', 'offline'],
  ['graceful', 'forced', 'forceful', 'hard', 'soft'],
  ['gracefully', 'forcefully', 'forcibly'],
  ['full', 'partial', 'incremental', 'differential'],
  ['hot', 'cold', 'warm'],
  ['rolling', 'recreate', 'blue-green', 'blue/green', 'canary'],
  ['in-place', 'side-by-side'],
  ['self-managed', 'self-hosted', 'managed', 'hosted'],
  ['planned', 'unplanned', 'emergency'],
  ['horizontal', 'vertical'],
  ['horizontally', 'vertically'],
  ['imperative', 'declarative'],
  ['single', 'mixed', 'multiple'],
];

/** A comment or a label that says for which of several installations its commands are: "For Docker-based clusters (less common)". */
export const FOR_INSTALLATION =
  /^(?!.*\b(?:each|every|all|any)\b)(?:for|on|with|if (?:you(?:'re| are)? )?(?:use|using|run|running|on)|when using)\s+(?:\S+\s+){1,4}?(?:clusters?|environments?|hosts?|nodes|systems?|users|deployments?|setups?|installations?|installs?|distributions?|runtimes?|machines?|servers)\b/i;

/** A sentence that begins with the kind of installation or person that it is for: "For clusters of version 4 or earlier, run …". */
export const FOR_KIND =
  /^(?!.*\b(?:each|every|all|any)\b)(?:for|in|if (?:you(?:'re| are)? )?(?:use|using|run|running)|when using)\s+(?:\S+\s+){0,4}?(?:clusters?|environments?|users|deployments?|setups?|installations?|installs?|distributions?|runtimes?|\d[\w.]* (?:or|and) (?:later|earlier|newer|older|above|below))\b[^,:]{0,60}(?=[,:])/i;

/** "You can also unpause it by hand:". The group is what can be done in another way. */
export const ALSO =
  /^(?:you|we) (?:can|could|may) (?:also|alternatively|instead) (?:\w+ly )?(?!(?:check|view|see|look|verify|list|inspect|find|use|run|try|do|query|get|monitor|watch|test|examine|review|add|set|specify|pass)\b)([a-z]{3,})\b/i;

/** "If the store is empty, …": of what, how it is, and what to do then. */
export const CASE_OF =
  /^(?:otherwise,?\s+)?if ((?:the|this|your|its|it|they|you|a|an)\b(?: [\w`'-]+){0,3}?) (?:is|are|has|have|does|do|was|were)\b ([^,:]+)[,:]\s*(.*)$/i;

/** Headings that say which of several ways is the best, and which are for when it does not work. */
export const PREFERRED = /\((?:recommended|preferred|default)\)\W*$/i;
export const SECOND_BEST = /\((?:last resort|fallback|alternative|manual|legacy|not recommended)\)\W*$/i;

/** A section for what the one beside it is not for: "For secrets that are not automated". */
export const FOR_OTHERS = /^for (?:\w+ ){1,4}(?:that|which|where|not)\b/i;

/** A heading that offers its section instead of the one before: "Alternative: from an existing schema". */
export const INSTEAD =
  /^\W*(?:alternative(?:ly)?|or|as an alternative|another (?:way|option|method|approach))\b\s*[:,–—-]|\((?:alternative|alternatively)\)\s*$/i;
