/** What a way of doing something is called at the end of its heading: "Single strategy", "Manual method". */
export const WAY_NOUN =
  /\b(strateg(?:y|ies)|method|approach|option|alternative|variant|way)s?(?: ?#?\d)?[^\w(]*(?:\([^)]*\)\W*)?$/i;

/** A heading that says by what means its aim is reached: "Restore with WAL-G", "Create it manually". The first group is the aim. */
export const MEANS =
  /^(\S.*?)\s+(?:with|without|via|using|through|by means of|by using|manually|automatically)\b/i;

/** A text that offers the sections below it as ways of which one will do. */
export const OFFERS =
  /\b(?:one|either|any) of (?:the )?(?:\w+ )?(?:two |three |following |these )?(?:options|alternatives|methods|ways|approaches|possibilities|strategies)\b|\b(?:two|three|several|multiple|different|following)\s+(?:\w+\s+)?(?:options|alternatives|methods|ways|approaches|possibilities|strategies)\b|\b(?:two|three) (?:paths|routes) (?:that|by which|in which|to (?!the\b))|\b(?:choose|use|follow|try|pick|select|do|perform|apply)\s+(?:one|either|any)\s+of\b|^\W*(?:choose|pick|select)\s+(?:an?|the|your)\s+(?:[\w-]+\s+){0,2}(?:mode|method|option|way|approach|strategy|path)\b|\beither\s*:?\s*$/i;

const AIM = String.raw`restor\w*|install\w*|creat\w*|deploy\w*|restart\w*|back(?:ing)? ?up|migrat\w*|upgrad\w*|rotat\w*|recover\w*|scal\w*|connect\w*|configur\w*|obtain\w*|get\w*|setup|set up|setting up|repack\w*|reindex\w*|clean\w*|delet\w*|remov\w*|roll\w* ?back|fail\w* ?over|resolv\w*|fix\w*|resiz\w*|expand\w*|updat\w*|renew\w*|stop\w*|start\w*|access\w*|log\w* in|authenticat\w*|download\w*|add\w*|block\w*|drain\w*|pull\w*|build\w*`;

/** Aims that are reached once, so that a second means is another way; what is run, shown or tested can be done in each. */
export const AIMS = new RegExp(String.raw`^\W*(?:\w+\s+){0,2}?(?:${AIM})\b`, 'i');

/** Nothing but an aim: "Upgrade strategy" and "Backup strategy" are two ends rather than two ways. */
export const ONE_AIM = new RegExp(String.raw`^\W*(?:${AIM})\W*$`, 'i');

/** What several ways can all be gone for: one look does not make another needless. */
export const LOOKS =
  /\bfor (?:the |a |further )?(?:diagnos\w+|investigat\w+|troubleshooting|debugging|monitoring|checking)\b|\bto (?:diagnose|investigate|troubleshoot|debug|monitor)\b/i;

/** A heading that only says through what to go, so that one beside it is another way even if nothing is typed there. */
export const VIA =
  /^\W*(?:via|through)\s|^\W*(?:(?:using|with|from|in|on)\s+)?(?:the\s+)?(?:(?:web|admin|aws|azure|gcp|google|cloud|management)\s+)*(?:console|ui|dashboard|portal|interface|gui|cli|command[ -]line|terminal)\W*$/i;

/** The clouds, each of which may hold machines of its own: a section for each with parts of their own goes through what is there. */
export const CLOUD =
  /^\W*(?:(?:on|for|in)\s+)?(?:aws|gcp|google cloud|azure|digital ?ocean|linode|vultr|hetzner|scaleway|ovh(?:cloud)?|oracle cloud)\W*$/i;

/** Nothing but through what to go: "through the console", "AWS CLI". */
export const BY_ACCESS =
  /^\W*(?:(?:via|through|using|with|from|in|on|by)\s+)?(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}?(?:console|ui|dashboard|portal|interface|gui|cli|command[ -]line|terminal)\W*$/i;

/** A way by where it is gone, of which one may not be typed: "In the web UI: press Restart", "From the command line:". */
export const BY_HAND_IN =
  /^\W*(?:via|in|through|from|using|with|on)\s+the\s+(?:\w+\s+){0,3}?(?:console|ui|dashboard|portal|interface|gui|website|browser)\W{0,3}[:,]/i;
export const BY_TERMINAL =
  /^\W*(?:via|in|through|from|using|with|on|at)\s+(?:the\s+|a\s+)?(?:command[ -]line|cli|terminal|shell|console)\W{0,3}[:,]/i;

/** "Alternatively, a user can be an administrator.": nothing that the reader is told to do. */
export const SAYS_HOW_IT_IS =
  /^(?:alternatively|as an alternative|or),?\s+(?:an?|the|this|that|these|those|some|any|every|each|all|users?|it|they)\b(?![^.:`]*\b(?:using|running|with|by|via|is to|command)\b)[^.:`]*\b(?:can|could|may|might|is|are|has|have|will|would)\b[^:`]*\.$|^or,? (?:is|are|was|were|does|do|did|has|have)\b[^?`]*\?|^or,? (?:the |a )?[\w-]+ (?:shows|says|returns|prints|reports|logs|displays|outputs|contains)\b/i;

/** Services, of which those of one kind stand in for each other: "MySQL" and "PostgreSQL" are two ways, "MySQL" and "nginx" two things to be done. */
export const SERVICES: readonly RegExp[] = [
  /^\W*(?:(?:for|on|using|with|in)\s+)?(?:mysql|postgres\w*|mariadb)\b/i,
  /^\W*(?:(?:for|on|using|with|in)\s+)?(?:nginx|apache)\b/i,
];

/** A heading for the way that is left to those who use none of the tools of the others. */
export const WITHOUT_TOOL = /^\W*(?:manual|manually|by hand|others?|without any tools?)\W*$/i;

/** A line between two ways, without the sign of a comment. */
export const OR_ALONE =
  /^\s*[^\wа-яё]{0,5}(or|alternatively|ou|oppure|o|oder|или|或者?|または|또는)\W{0,5}$/i;

/** Another way that is not typed: "Or via the console: select …". */
export const BY_HAND =
  /^\W*(?:or|alternatively),?\s+(?:via|in|through|from|using|use|with|by using)\s+the\s+(?:\w+\s+){0,3}?(?:console|ui|web|web ?admin\w*|dashboard|portal|interface|gui|page|website|browser|panel)\b|^\W*(?:or|alternatively),?\s+(?:you can\s+|just\s+|simply\s+|manually\s+)?(?:ensure|make sure|set|edit|open|add|put|click|press|select|download|copy|navigate|go to|visit|log ?in|sign in|change|configure|fill|paste|drag|choose|upload|import|place|provide|define|store|save)\b[^:]*[^:\s]\s*$/i;

/** Header of a table's first column, where each row is a way for another installation. */
export const WAY_HEADER =
  /^\W*(?:platform|os|operating systems?|distributions?|distro|methods?|approach|options?|ways?|runtimes?|orchestrators?|package managers?|shells?|installations?|install type|deployment (?:type|method|mode|option))\W*$/i;

/** Words of which one heading has one, and the next has another in its place. */
export const CONTRASTS: readonly (readonly string[])[] = [
  ['manual', 'automatic', 'automated', 'semi-automatic'],
  ['manually', 'automatically'],
  ['imperative', 'declarative'],
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
  ['single', 'mixed', 'multiple'],
];

/** Nothing is said of all of them, or of a part of one: its primary, the old one. */
const NOT_A_PART = String.raw`(?!.*\b(?:each|every|all|any)\b)(?![^,:]*\b(?:both|primary|secondary|replicas?|masters?|slaves?|standby|leader|follower|workers?|control|managers?|old|new|source|target|destination|other|first|second|third|remaining|local|remote)\b)`;

/** A comment or a label that says for which of several installations its commands are: "For Docker-based clusters (less common)". */
export const FOR_INSTALLATION = new RegExp(
  String.raw`^(?:for|on|with)\s+(?:\S+\s+){0,2}?(?:installations?|installs?|deployments?|setups?)\s+(?:from|with|via|by|without)\s+(?:the\s+)?(?:source|packages?|docker|git|helm|an? \w+)\b|^${NOT_A_PART}(?:for|on|with|if (?:you(?:'re| are)? )?(?:use|using|run|running|on)|when using)\s+(?:\S+\s+){1,4}?(?:clusters?|environments?|hosts?|nodes|systems?|users|deployments?|setups?|installations?|installs?|distributions?|runtimes?|machines?|servers)\b`,
  'i',
);

/** A remark or a label that says for which version what is beside it is: "(MySQL 5.7)", "PostgreSQL 12+", "v1.4 and older". The group is of what. */
export const VERSION =
  /^\W*(?:(?:for|on|in|since|before|until|up to|from)\s+)?((?:[a-z][\w.-]{1,20} ){0,2})(?:v\d+(?=\W*$)|v?\d+(?:(?:\.\d+){1,2}(?:\.x)?|(?=\+|\.x| (?:and|or) (?:later|newer|above|below|older|earlier|up))))(?:\.x)?(?:\+| (?:and|or) (?:later|newer|above|below|older|earlier|up))?\s*[):]*$/i;

/** A sentence that begins with the kind of installation or person that it is for: "For clusters of version 4 or earlier, run …". */
export const FOR_KIND = new RegExp(
  String.raw`^${NOT_A_PART}(?:for|in|if (?:you(?:'re| are)? )?(?:use|using|run|running)|when using)\s+(?:\S+\s+){0,4}?(?:clusters?|environments?|users|deployments?|setups?|installations?|installs?|distributions?|runtimes?|\d[\w.]* (?:or|and) (?:later|earlier|newer|older|above|below))\b[^,:]{0,60}(?=[,:])`,
  'i',
);

/** "You can also unpause it by hand:". The first group is what can be done in another way; the second is there where it is done to something else. */
export const ALSO =
  /^(?:you|we) (?:can|could|may) (?:also|alternatively|instead) (?:\w+ly )?(?!(?:check|view|see|look|verify|list|inspect|find|use|run|try|do|query|get|monitor|watch|test|examine|review|add|set|specify|pass|need|have|want)\b)([a-z]{3,})\b(\s+(?:an?|one|another|all|every|each|single|individual|several|multiple|entire|whole|other|some|only)\b)?/i;

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
  /^\W*(?:alternative(?:ly)?|or|as an alternative|another (?:way|option|method|approach))\b\s*[:,–—-]|^\W*or,?\s+(?:with|by|via|using|from|through)\s|\((?:alternative|alternatively)\)\s*$/i;

/** An item or a label that names a way by what comes before the word for it: "**delta option** (faster)". The group is the name. */
export const NAMED_WAY =
  /^\W*((?!(?:this|that|each|every|any|which|what|no|only|one|an?|first|next|last|following)\b)(?:[a-z][\w-]* ){1,3}(?:option|method|approach|variant|alternative))\W*(?:$|[(:–—]|\s-\s)/i;

/** What comes after one of several ways was gone, whichever: "In either case, verify …", "Finally, …". */
export const FOR_EACH_WAY =
  /^\W*(?:finally|lastly|afterwards?|(?:in|for) (?:either|both|any|all|each|every) (?:case|way|option|method)s?|regardless|whichever|whatever|after (?:either|any|that|one of|restor\w+|recover\w+)|once (?:that|this|it|the \w+) (?:is|are|has|have)|(?:then,? )?(?:verify|validate|confirm|monitor|watch|check (?:that|whether|if|again))|make sure)\b/i;

/** A text that offers another way than the one before it. */
export const ANOTHER_WAY =
  /^[^\wа-яё]{0,5}(?:(?:oppure|o bien|oder|eller|ou(?=\s|$)(?!\s(?:of|in|for|is|and|=)))\b|o$|или(?=\s|$)|或者?(?=\W|$)|または|あるいは|또는)|^(?:[-*_(\s]*)(?:or|manual (?:fallbacks?|alternatives?|equivalents?)|an alternative(?: (?:method|way|option|approach|command))?(?= (?:is|would be|to)\b|\s*[:(])|alternatively|alternative(?:ly)?(?: (?:method|way|option|approach|command))?|as an alternative|another (?:way|option|method|approach|possibility|alternative)|(?:the )?other (?:way|option)|if you prefer|you (?:can|could|may) (?:also|alternatively) (?:use|do (?:this|it|that|the same)|achieve|perform|try|get|run)\b[^.]*\binstead|instead,? you (?:can|could)|or,? (?:alternatively|if|you can|use|using|with|via)|if you(?:'d| would) rather|instead of \w+ing\b[^.]*\b(?:you|we) (?:can|could|may))\b(?!\s+more\b(?! (?:aggressive|drastic|thorough|radical|conservative|targeted|selective|simpl|precise)))/i;

/** A text that says that one of what follows is to be done. */
export const ONE_OF =
  /\b(?:(?:one|either) of (?:the (?:following|below|these)|these|those|two|three)|(?:two|three|several|multiple|different|a few|[2-4]) (?:\w+ )?(?:options|alternatives|methods|ways|approaches|possibilities)|(?:two|three|several|multiple|different|[2-4]) (?:ways|paths|routes) (?:to|that|in which|by which|for))\b[^.]*:?\s*$|\b(?:one of|either)\s*:\s*$/i;

/** A text that says that one of the commands of the block below is to be run. */
export const ONE_OF_THESE =
  /\b(?:run|use|execute|type|issue) the (?:appropriate|right|relevant|corresponding|matching|suitable|applicable) (?:command|line|statement)(?: below)?:\s*$|\b(?:one|either|any) of(?: (?:the )?(?:following|these|those|below|two|three)\b[^.:]{0,60})?:\s*$|\bwhichever (?:applies|fits|is (?:applicable|available|relevant|installed)|you (?:use|have|prefer))\b[^.:]{0,60}:\s*$/i;

/** A text that offers what follows beside something that is not typed: "either look at the dashboard or run", "in the UI, or by running". */
export const EITHER =
  /\b(?:either|(?:in|from|via|through|using|with|on) the (?:[\w-]+ ){0,3}?(?:console|ui|web|dashboard|portal|interface|gui))\b[^.`]*\bor\b[^.`]*:?\s*$/i;

/** A heading, an item or a comment that names one of several ways: `Option A: …`. */
export const OPTION =
  /^\W*((?:option|alternative|method|approach|variant|way|choice|path)\s+(?:#?\d+|[A-Z]|one|two|three|four)\b|(?:opci[oó]n|opç[ãa]o|opzione|alternativ[ae]|variante|m[ée]todo|méthode|möglichkeit|вариант|способ)\s+(?:#?\d+\b|[A-Z](?=\W*$|\s*[:.()–—-]))|(?:方法|方案|方式|选项|選項|방법|옵션)\s*(?:\d+|[A-Z]\b|[一二三四]))(?:\W+(.*))?$/i;

/** The ways of one choice named by where they hold: `For Docker-based clusters:`, `On Ubuntu:`, `# macOS`. */
export const BY_PLACE =
  /^(?!for (?:immediate|urgent|quick|long-?term|short-?term|more|further|each|every|all|any|example|instance|reference|details?)\b)(?:using|via)\s+[^.,]{2,60}:$|^(?:(?:for|on|using|via|with|under|in|(?:if|when) (?:you(?:'re| are)? )?(?:use|using|run|running|on)|if)\s+(?:the\s+)?)?(?:linux|unix|mac(?: ?os(?: ?x)?)?|osx|bare[- ]metal|on-?prem(?:ises?)?|virtual machines?|vms?|kind|minikube|k3s|rke2?|nomad|vmware|rocky(?: linux)?|alma ?linux|oracle linux|freebsd|nixos|opensuse|windows|wsl|debian|ubuntu|centos|rhel|fedora|red ?hat|amazon linux|alpine|arch|suse|homebrew|brew|apt|yum|dnf|docker(?:[ -]compose|[ -]swarm)?|podman|containerd|cri-?o|kubernetes|k8s|kubectl|openshift|oc|helm|systemd|systemctl|sysvinit|init\.d|upstart|supervisor|pm2|aws|gcp|azure|eks|gke|aks|digital ?ocean|linode|vultr|hetzner|scaleway|ovh(?:cloud)?|oracle cloud|heroku|railway|render|fly\.io|vercel|netlify|dokku|kamal|capistrano|ansible tower|cloud foundry|bash|zsh|fish|powershell|cmd|cli|api|curl|terraform|ansible|mysql|postgres(?:ql)?|mariadb|npm|yarn|pnpm|pip|conda|nginx|apache|grub|systemd-boot|u?efi|(?:legacy )?bios|sysv(?: ?init)?|openrc|x86(?:_64)?|amd64|arm64|aarch64|apple silicon|intel|ext[34]|xfs|btrfs|zfs|lvm|(?:generic|vanilla|managed|self-(?:hosted|managed)|other|standard)(?: kubernetes| k8s)?(?=[ -](?:clusters?|systems?|hosts?)\b))(?:\s*(?:\/|,|and|or|&)\s*[\w. ]{2,20}){0,4}(?:\s*\([^)]{1,40}\))?(?:[ -](?:based )?(?:users?|systems?|hosts?|clusters?|deployments?|environments?|installs?|installations?))?\s*:?$/i;

/** A heading that names a way by what it is done with. */
export const BY_MEANS =
  /^\W*(?:(?:using|via|with|through|by using)\s+(?:the\s+|an?\s+)?[\w. -]{2,40}|from (?:(?:an?|the|your|scratch)\s*)?(?:[\w-]+ ){0,2}(?:source|binary|binaries|packages?|releases?|snapshots?|backups?|dumps?|images?|archives?|scratch|s3|git|template|export))$/i;

/** "Then set it back:": a later step, and no other way. */
export const LATER =
  /^[^\p{L}]*(?:(?:then|afterwards|finally|next|after (?:that|this)|dann|danach|anschließend|puis|ensuite|luego|después|depois|poi|затем|потом)(?!\p{L})|然后|之后|接着|最后|その後|次に)/iu;
