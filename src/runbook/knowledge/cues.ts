import { anyOf, oneOf } from './words.ts';

/** Words right before inline code that tell the reader to run it. */
export const RUN_CUE =
  /\b(?:run|re-?run|by running|execute|by executing|us(?:e|ing)(?: plain)?|with|via|through|type|typing|issue|issuing|enter|invoke|invoking|do|doing|perform|try|trying|retry|re-try|by (?:checking|inspecting|examining|querying|looking at)|call|then|either|command|commands|manually|by|do an?|do the|and|or|query|restart|start|stop|delete|check|verify|see|inspect|review|examine|look at|confirm|first|simply|just|always|watch|monitor|poll|tail|follow|observe|repeat|re-?check|otherwise|keep an eye on|fire up)(?:\s+(?:this|these|either|again|it|something like|e\.g\.|for example|also|just|simply|manually|first|the|a|an|following|command|commands|query|tool|script|of))*\s*:?\s*[("[]?$/i;

/** The plain ones: after these a bare program name is typed, too. */
export const STRONG_CUE =
  /\b(?:run|execute|type|enter|invoke|by (?:running|executing|typing|entering))(?: (?:the|this)(?: following)? command)?\s*:?\s*$/i;

/** Words before what is typed into a client: "Enter `save`". */
export const ENTER_CUE = /\b(?:enter|type|input|issue|run|execute|by (?:typing|entering|running))\s*:?\s*$/i;

/** The same, of what the client that is open takes: "using the command `admin.peers`". */
export const WITH_STATEMENT =
  /\b(?:run|execute|enter|type|issue|use|using|with|via|by)\s+(?:the|this)\s+(?:following\s+)?(?:command|statement|query|function|call|method|expression)\s*:?\s*$/i;

/** A text that leads to a list of what to run: its items may begin with code, and go on with what that does. */
export const RUN_THESE =
  /\b(?:run|execute|running|executing|try|issue)\b[^.`]*\b(?:commands?|tasks?|queries|checks|one of|following|these|those)\b[^.`]*[:.]?\s*$/i;

/** A label with the command for it: `Restart backend: …`, `Rollback → …`. */
export const LABEL_CUE = /(?:[:：?]|→|->|=>|\s(?:[-–—]|=))\s*["(]?$/;

/** "…, `x`": after a clause that says when. */
export const CLAUSE_CUE =
  /(?:,|\bif (?:so|not)|\bworst case|^else|\bto|\band|\bthen|\bplease|\byou can|\byou should|\bshould|\b(?:can|could|should|may) (?:also|now|then|just|safely|simply|quickly|manually|always|first|directly))\s*$/i;

/** Words right before inline code that only speak of it. */
export const MENTION_BEFORE =
  /\b(?:do not|don't|dont|never|avoid|not|without|instead of|rather than|output of|outputs? from|result of|results of|equivalent(?: to| of)?|same as|similar to|(?:go(?:es)?|point(?:s|ing)|sent|written|piped|passed|added|compared|limited|prior|due|thanks|refers?|corresponds?) to|(?:contrary|opposed|contrast|alternative|compared) to|compared with|unlike|because of|(?:caused|triggered|killed|produced|written|blocked|locked|held) by|like|called|named|known as|alias(?:ed)? (?:to|for)|(?<!by )(?:executing|running(?!\s*\())|after (?:using|(?:running|executing|using|issuing) the|you run|the)|before using|when using|whereas (?:using|running)|(?:before|when|while|after) doing|before you (?:run|do|use)|which (?:runs|uses|executes|does)|shells? out to|falls? back to|delegate[sd]? to|expands? to|boils down to|(?<!\b(?:be|been|being|get|is|are) (?:\w+ly )?)(?:started|launched|created|deployed|provisioned|spawned) (?:\w+ly )?(?:via|with|using|by|through)|it runs|is running(?!\s*\()|runs|ran|executes|executed|attempts|invokes|calls|performs|issues|was|were|is|are|means|deprecated|replaced by|used by|such as|e\.?g\.?:?|i\.e\.|for example[,:]?|in the|of the|from the|the|that|a|an|of|for|from|(?<!\b(?:log|ssh|sign) )in|(?<!\beye )on|over|(?<!\blook |\bby looking )at|as|where|if|your|by the|after|before|during|since)\s*["(]?$/i;

/** "Consider `x`", "we recommend running `x`". */
export const SUGGESTS =
  /\b(?:consider|try|attempt|(?:we|i) (?:\w+ly )?(?:recommend|suggest|advise))(?: (?:running|executing|using|doing|to run))?(?: an?)?:?\s*$/i;

/** "the" and the like are part of an instruction after these: "run the `x` command". */
export const TELLS =
  /(?<!\bafter )\b(?:run|re-?run|execute|use|using|type|enter|issue|invoke|with|via|running|executing|try|do|perform|manually performing|by doing)\s+(?:the|this|a|an|in the)(?:\s+following)?(?:\s+(?:commands?|scripts?|program|tool))?\s*:?\s*$|\b(?:fall|falling) back (?:to|on)\s*$/i;

/** "`x` can be run to …", "`x` will give the following output:" */
export const CAN_BE_RUN =
  /^\s+(?:can|could|should|must|may|has to|needs to) (?:\w+ly |then |now |also )?be (?:run|re-?run|executed|typed)\b|^\s+(?:will|should) (?:now |then )?(?:(?:give|show|return|print|output|display|produce|report) (?:you )?(?:the following|an? (?:output|result)|(?:some )?output)\b[^.]*:|(?:get|give|show|tell) you\b)/i;

/** Words right after inline code that only speak of it. */
export const MENTION_AFTER =
  /^,\s+(?:however|by contrast|in contrast|in turn)\b|^\s*(?:["')\]]\s*)?(?:(?:(?:command|tool|output|script|utility|binary|flag|option|process|call|query|job|pod|container|file|field|table|variable|metric|service)\s*)?(?:shows?|returns?|fails?|failed|ran|succeeded|completed|finished|prints?|reports?|is|are|was|were|will|would|does|did|has|had|can be|(?:must|should) (?:work|exist|be (?:installed|available|up|running))|may|might|hangs?|uses|outputs?|displays|lists|gives|means|needs|requires|tool|utility|flag|option|file|table|field|variable|metric|process|provides|creates|removes|deletes|runs|takes|allows|lets|becomes|turns into|alone|itself)\b|(?:command )?(?:is|was|that|which)\b)/i;

const OBJECT = String.raw`(?:the|an?|it|its|them|all|each|every|any|this|that|these|those|no|both|only|nothing|everything)`;
/** A verb of many, and its object: " re-create each". */
const DO_IT = String.raw`\s+(?!(?:on|in|to|for|from|with|as|at|by|of|and|or|if|then|until|till|before|after|over|via|using|into|onto|against|but|when|where|while|inside|within|through|under|across|per|like|so|because|since|that|which)\s)(?:re-)?[a-z]+\s+${OBJECT}\b`;

/** Words that end like a verb and are none. */
const NO_VERB = String.raw`(?:as|vs|versus|across|its|this|thus|plus|unless|always|perhaps|towards|besides|times|sometimes|afterwards)\s`;

/** What code does, told of it: "`x` filters them out", "`x` excludes the catalogs", "`x` only reads", "`x` and `y` re-create each file". */
export const IS_SUBJECT = new RegExp(
  String.raw`^\s+(?!${NO_VERB})(?:re-)?[a-z]+s\s+(?:${OBJECT}|from|into|out|up|over|on|through)\b|^\s+(?:only|also|just|merely|already|still)\s+(?!${NO_VERB})[a-z]+s\b|^[*_]*(?:,?\s+(?:and|or)|\s+/)\s+[*_]*\x60[^\x60]*\x60[*_]*(?:${DO_IT}|\s+(?!${NO_VERB})[a-z]+s\s+${OBJECT}\b)`,
);

/** Of the last of a row that begins a sentence: "`x` and `y` re-create each file". */
export const ROW_IS_SUBJECT = new RegExp(String.raw`^${DO_IT}`);

/** "does not run `x` first", "nobody should run `x`", "`y` instead of using `x`": it is left out. */
export const LEFT_OUT = anyOf(
  // "nobody should run `x`"
  /(?:\b(?:not|never|no longer|cannot)|n['’]t|\b(?:nobody|no ?one)\s+(?:should|must|may|can))\s+(?:(?:\w+ly|ever)\s+)?(?:run|re-run|execute|call|invoke|use|need|try|do|type|start)\s*$/i,
  // "take care not to `x`"
  /\bnot to\s*$/i,
  // "there is no need to run `x`"
  /\b(?:no (?:need|reason|point)|not (?:necessary|required|needed|possible|recommended|advisable|safe|allowed)|unnecessary|impossible|unsafe|dangerous|forbidden|prohibited)\s+(?:to|in)\s+(?:(?:run|running|execute|use|do|call)\s+)?$/i,
  // "instead of running `x`"
  /\b(?:instead of|rather than|refrain from)\s+(?:running|using|executing|calling|typing)\s*$/i,
  // "there is no need for a restart (`x`)"
  /\b(?:no (?:need|reason) for|tempted? (?:to|by)|tempting to|anything (?:but|except)|everything (?:but|except))\b[^`.]{0,40}$/i,
  // "only the lead may run `x`"
  /\bonly (?:the |an? )?(?:[\w-]+ ){1,3}(?:may|can|(?:is|are) allowed to) (?:run|use|execute|do) $/i,
);

/** "reload it, not restart (`x`)" */
export const NOT_BUT_ANOTHER = /[,;]\s+(?:and |but )?\W{0,3}not\W{0,3}\s+(?:(?:an?|to|the) )?\w+\s*\($/i;

/** "Do not, under any circumstances, run `x`": what parts an order from what forbids it. */
export const ASIDE_IN_FORBIDDING =
  /(?<=(?:^|[,:]\s)\W*(?:(?:please|you|we|operators?|note that you)\s+)?(?:do not|don['’]t|(?:must|should|may|shall) (?:not|never)|never)),\s[^,`]*,(?=\s)/i;

/** "Do not run `x`", in the clause of the code. */
export const FORBIDS =
  /\b(?:do not|don['’]t|never|avoid|under no circumstances?|resist the (?:urge|temptation)|be (?:very )?careful (?:with|when)|beware of|watch out for)\b(?! (?:forget|hesitate)\b)/i;
/** "Never do this: `x`", "Invalid subcommand: `x`" */
export const FORBIDS_THIS = anyOf(
  /^\W*(?:caution|warning|danger|attention|deprecated|obsolete|outdated|formerly|previously|was|(?:better|rather) not)\W*:\W*$/i,
  // "Never do this:"
  /^\W*(?:do not|don['’]t|never|avoid|bad|wrong)(?:\s+(?:ever|do|run|use|execute|type|try))?(?:\s+(?:this|these|it|that))?\W*:\W*$/i,
  // "Dangerous (do not run):"
  /\((?:do not|don['’]t|never|avoid)\b[^()]*\)\W*:\W*$/i,
  // "Prohibited in production:"
  /^\W*(?:forbidden|prohibited|not allowed|disallowed|banned|off[- ]limits)\b[^:`]{0,40}:\W*$/i,
  // "Invalid subcommand:"
  /^\W*(?:invalid|incorrect|wrong|unsupported|removed|deprecated|obsolete) (?:sub-?commands?|syntax|usage|invocation|form|call)\W*:\W*$/i,
  // "Under no circumstances, run `x`"
  /^\W*(?:under no circumstances?|on no account|at no time)(?::\W*|,?\s[^.`]{0,40})$/i,
  // "Not needed any more:"
  /^\W*(?:not|no longer) (?:needed|necessary|required|used|recommended|supported)\b[^:`]{0,40}:\W*$/i,
);
/** "Stopping it with `x` loses jobs": what is done so, and the harm that it does. */
export const DONE_SO = /^\W*(?:\w+ing|an? \w+)\b[^`.]{0,60}(?:\b(?:with|via|by|using)|\()\s*$/i;
export const DOES_HARM =
  /^\)?\s+(?:(?:will|would|may|might|can|could|also|always) )?(?:loses?|destroys?|corrupts?|breaks?|drops?|kills?|wipes?|makes? (?:it|things|matters|that|everything) worse|is (?:dangerous|risky|unsafe|a bad idea))\b/i;
/** "❌ `x`", "🚫 no `x`" */
export const CROSSED_OUT = /^\W*(?:❌|🚫|⛔|✗|✘)\W*(?:(?:no|bad|wrong|using|running)\b\W*)?$/u;
/** "`x` - forbidden", "`x` from the release's folder does not work" */
export const FORBIDDEN =
  /^[^\w`.]{1,6}(?:forbidden|prohibited|not allowed|never (?:run|use|do)|do not (?:run|use)|don['’]t (?:run|use))\b|^(?:(?!\b(?:if|in case|when|should|until)\b)[^.,;:!?\n]){0,60}\b(?:(?:do(?:es)?|will) not|(?:do(?:es)?n|wo)['’]t) work\b/i;
/** Between clauses: "if it never starts, …", "to avoid this -> …"; not ", or by …", ", for example …". */
export const CLAUSE_END =
  /,\s+(?!(?:e\.?\s?g|i\.e|for example|for instance|such as|or|nor|and|by|with|using|via|even|especially|like)\b)|[;:]\s+|→|->|=>|\s[-–—]\s|\b(?:this|that|it),?\s+(?=(?:use|run|execute|do)\s*$)/i;
/** "Add `--force` to `x`" */
export const ADDS_OPTION =
  /\b(?:add|append|pass|give|supply)(?:ing)?\s+(?:the\s+)?`-{1,2}[^`]*`\s+(?:\w+\s+)?to\s+(?:the\s+)?$/i;
/** "With `x` the pod is lost": what it leads to, which nobody is told to do. */
export const IS_EFFECT =
  /^,?\s+(?:the|an?|all|any|each|every|its?|no|nothing|everything|data|existing|there)\s/;
/** "limited to `x` and ": what is said of the first holds for the second; not of a file, as in "set it in `.env` and ". */
export const PAIR_BEFORE = /`(?!\S*\.(?:env|ya?ml|json|conf|cfg|ini|toml|txt)`)[^`]+`,? \(?(?:and|or|nor) $/;
/** The codes of a row before its last one: "`x`, `y` or ". */
export const ROW_BEFORE = /(?:`[^`]+`(?:,(?: (?:and|or|nor))?| (?:and|or|nor)| ?\/) ?)+$/;

/** "This will then run `x`": what a command or a script does by itself. */
export const EXPLAINS_RUN =
  /^\W*(?:this|that|it|which|(?:the|this|that) (?:[\w-]+ )?(?:command|script|target|task|alias|wrapper|helper|function)) (?:(?:will|would|should|then|also|effectively|simply|just|basically|automatically|internally|essentially|actually) )*(?:runs?|executes?|calls?|invokes?|performs?|issues?)\b(?!.*\byou\b)/i;

/** Where an order can begin. */
const BEGINS_ORDER = String.raw`(?:^|[,;:.(]|\b(?:then|and|or|to|please|you can|you should|you must|now|just|simply|also|first|next|finally))[^\w\x60]*`;

/** An order with nothing between it and what is run: "Run", "then execute", "and run". */
export const RUNS_DIRECTLY = new RegExp(
  String.raw`${BEGINS_ORDER}(?:run|re-?run|execute|invoke|issue|type|launch)\s*:?\s*$`,
  'i',
);
/** The same, where a name alone is a program's. */
export const RUNS_PROGRAM = new RegExp(String.raw`${BEGINS_ORDER}(?:run|execute|launch)\s*:?\s*$`, 'i');

/** An order that only a program carries out, up to what is run: "Restart the service with". */
export const OPERATES = new RegExp(
  String.raw`${BEGINS_ORDER}(?:re-?start|start|stop|reload|tear (?:(?:it|them|everything|all) )?down|bring (?:(?:it|them|everything|all) )?(?:up|down|back)|re-?deploy|re-?install|uninstall|reset|rebuild|re-?create|re-?launch|roll ?back|resume|pause|unpause|restore|kill|drain|upgrade|downgrade|remove|delete|clean up|clear|flush|purge|re-?index|repair|renew|rotate|back up|re-?register|reconnect|re-?authenticate|log ?in|re-?connect)(?:\s+[^\s.,;:()\x60]+){0,5}?\s+(?:with|using|via|by running)\s*$`,
  'i',
);

/** What the reader is told to do with one word. */
const VERBS = oneOf(`
  run re-?run execute use try check restart start stop verify upload cleanup confirm review delete remove scale clear clean
  rotate kill flush roll rollback redeploy deploy re-?install install update upgrade create add set get find list look see
  inspect describe view show test ping connect log login ssh open edit apply enable disable increase decrease reduce drain
  cordon uncordon fix repair restore reload reset move copy download fetch pull push build validate monitor watch wait ensure
  make do call issue enter type generate load scrub bounce nuke grab refresh retry toggle wipe compact snapshot invalidate
  unpause rejoin kick spin fence destroy halt release unpin requeue replay detach uninstall disconnect reconnect reattach
  relaunch reapply publish dump export import compare query search identify determine examine investigate capture collect gather
  keep unlock lock sync trigger force perform approve attach resume pause promote switch go navigate mount unmount resize expand
  extend free prune purge terminate drop vacuum reindex analyze tail grep count read save stash commit revert rebase merge tag
  checkout clone configure change modify replace patch label annotate evict retrieve obtain recreate reconfigure regenerate
  renew revoke grant undo extract unpack print recover schedule suspend shut launch register deregister migrate encrypt decrypt
  authenticate rename recycle repeat bring tear take rebuild reboot cancel abort archive activate deactivate block unblock
  silence bootstrap initialize bump downgrade turn put raise lower grow shrink convert assign seal unseal remember
`);

/**
 * Sentences that begin by telling the reader to do something. `(?=[a-z])` changes nothing of what matches: without it, V8 compiles the
 * verbs once for each word that may stand before them, which takes 50 ms.
 */
export const IMPERATIVE = new RegExp(
  String.raw`^\W*(?:\d+[.)]\s*)?(?:and\s+(?:then|finally|also),?\s+|please\s+|then\s+|next,?\s+|now,?\s+|finally,?\s+|first,?\s+|also\s+|and\s+|or\s+|\w+ly,?\s+|you can(?: also)?\s+|you should\s+|(?:if|when|once|in case|after|before|to|on|from|in|for)\b[^,]*,\s*(?:you can\s+|you should\s+|please\s+|try\s+|first\s+|then\s+)?)?(?=[a-z])(?:${VERBS}|set ?up|fail ?over|node names? can be found|you(?:'ll| will)? (?:can|may|could|should|need|must|have to))\b`,
  'i',
);

/** "Restart the application (e.g. `x`)", "For example: `x`": an instance of what is told. */
export const INSTANCE_CUE =
  /(?:[(,]\s*|\w\s)(?:e\.?\s?g\.?|for example|for instance)[,:]?\s*$|\b(?:use|run|try|execute|with|using|via)\s+(?:e\.g\.|for example|for instance),?\s*$|\b(?:run|use|try|do|execute) (?:things|stuff|commands) (?:like|such as):?\s*$|^\W*(?:for example|for instance|e\.?g\.?)(?:,? (?:typically|usually|often))?[,:]?\s*$/i;

/** "Using Homebrew `x`": a way, and what to type. */
export const WAY_CUE =
  /^\W*(?:(?:and|then|next|finally|afterwards),?\s+)*(?:using|via|with|on)\s+(?:the\s+)?[\w.+/ -]{2,30}$|^\W*to\s+(?!(?:the|an?)\s)[a-z]+\s[\w.+/ -]{2,40}$/i;

/** Sentences about a text or a script, not to the reader. */
export const DESCRIBES = anyOf(
  // "Both `x` and `y`"
  /^\W*(?:both|neither)\s+(?:(?:`[^`]*`)?,?\s*(?:and|nor)\s+)?$/i,
  // "A matching hash and `x`"
  /^\W*(?:an?|the)\s+(?:[\w-]+\s+){1,4}(?:and|or)\s+$/i,
  // "This script …"
  /^\W*(?:this|the|that) (?:section|tutorial|article|script|guide|page|document|chapter|job|pipeline|alert|process|workflow|above|cron ?job|playbook|role|cookbook)\b(?!.*\byou\b)/i,
  // "The nightly job runs `x`"
  /^\W*(?!(?:if|when|once|after|while|until|before|as|you)\b)[\w-]+(?: [\w-]+){0,3} (?:runs|executes|calls|invokes)\s+`[^`]*`/i,
  // "Entrypoint: `x`"
  /^\W*(?:entry ?points?|process|alias(?:es)?|image)\W{0,3}:\W{0,3}$/i,
  // "Takes the lock with `x`"
  /^\W*(?:takes|snapshots|stops|pulls|pushes|writes|copies|drops|restores|sends|uploads|downloads|rotates|swaps|switches)\s(?=`|(?:the|an?|all|any|each|it|its)\s)(?!.*\byou\b)/i,
  // "Deletes the lock with `x`"
  /^\W*(?:forces|deletes|removes|creates|verifies|ensures|validates|generates|fetches|cleans|clears|executes|applies|installs|terminates|recreates|reloads|invokes)\s(?!.*\byou\b)/i,
  // "We currently use `x`"
  /^\W*(?:we|they|it)\s+(?:(?:currently|usually|normally|typically|already|always|now)\s+(?:uses?|runs?|do|does|have|has)|used|ran)\b(?!.*\byou\b)/i,
);

/** "Look at the output of `x`\", "look for errors in `x`": it must be run for that. */
export const READS_OUTPUT =
  /^\W*(?:\d+[.)]\s*)?(?:please |then |now |next,? |also )?(?:(?:review|inspect|check|look at|examine|verify|analy[sz]e|compare|read|study|save|capture|collect|attach|copy|note|take (?:a )?note of|write down|share|post|send|include|paste|see) (?:the )?(?:outputs?|results?) (?:of|from)|(?:look|search|watch) for [^.`]{2,60} in)(?: (?:the|a))?\s*$|\bcross-?check(?: (?:it|them|this|that))? (?:against|with)\s*$/i;

/** "A simple `x` usually helps", "the quickest fix is `x`". */
export const A_PLAIN = /\b(?:a|another) (?:simple |quick |plain |manual )?$/i;
export const HELPS =
  /^\)?\s*(?:usually |often |should |will |may |might |normally |typically |can )*(?:also )?(?:fix(?:es)?|solves?|helps?|be enough|is (?:usually |often )?(?:enough|sufficient) to|suffices?|do(?:es)? (?:the trick|it)|resolves?|clears?|be sufficient|(?:tends?|has been known) to (?:fix|help|solve|resolve|clear))\b|^\s*tells? (?:you|us) (?:where|what|which|whether|if|how|why|who|when)\b|^\s*will (?:remove|reset|restart|restore|recreate|rebuild|recover|free|unlock|clean|repair)\b/i;

/** "Does `x` answer?", "Are the nodes ready (`x`)?" */
export const ASKS = /^\W*(?:\w+\s*:\s+)?(?:is|are|does|do|has|have)\b(?! you\b)[^.`?]*(?:\(\s*)?$/i;

/** What somebody else does, or what was done: "when they run `x`", "it was started with `x`", "we found it by checking `x`". */
export const BY_OTHERS = anyOf(
  // "… as shown by `x`"
  /\b(?:is|are|was|were|been) (?:\w+ly )?(?:printed|shown|listed|reported|returned|displayed|written|logged|emitted|read|used|parsed|consumed) by\s*$/i,
  // "we found it by checking `x`"
  /\b(?:we|i|they|he|she|somebody|someone|was|were)\s+(?:\w+ly\s+)?(?:noticed|found|discovered|confirmed|detected|seen|diagnosed|identified|spotted|verified)\b[^`.]{0,60}\bby \w+ing(?: at)?\s*$/i,
  // "Last time we fixed it with `x`"
  /\b(?:we|i|they|he|she|somebody|someone|the team)\s+(?:(?:\w+ly|once|already|also|then|just)\s+)?(?:wiped|deleted|dropped|killed|broke|removed|fixed|resolved|solved|mitigated|repaired|restored|restarted|rolled back|cleared|recovered|ran|executed|had to run)\b[^`.,]{0,60}$/i,
  // "Restarted it with `x`"
  /^\W*(?:[\w ]{2,30}:\s+)?(?:restarted|rolled back|restored|rebooted|reverted|killed|deleted|upgraded|ran|executed)\b[^`.]{0,60}\b(?:with|via|by|using)\s*$/i,
  // "it was fixed with `x`"
  /\b(?:was|were|been|got) (?:\w+ly )?(?:fixed|resolved|solved|mitigated|repaired|recovered|restored|restarted|rolled back|removed|deleted|upgraded|cleared)\b[^`.]{0,40}\b(?:with|via|by|using)\s*$/i,
  // "this was done by `x`"
  /\b(?:was|were) (?:\w+ly )?(?:done|performed|achieved|accomplished|handled)\s+(?:with|via|by|using)\s*$/i,
  // "the service runs with `x`"
  /^\W*(?:the|our|an?|each|every|it|this)\b[^.`]{0,60}\b(?:starts|runs|boots|launches|deploys|builds|operates|works)\s+(?:with|via|by|using|through)\s*$/i,
  // "Built with `x`"
  /^\W*(?:[\w ]{2,30}:\s+)?(?:taken|built|made|created|generated|deployed|installed|started|scheduled|managed|produced) (?:\w+ ){0,4}(?:with|via|using|from)\s*$/i,
  // "the DBA will run `x`"
  /^\W*(?:the|an?|our|your|their) (?!(?:next|last|first|following) (?:step|thing))[\w -]{2,30} will (?:then |now |have to )?(?:run|execute|call|do)\s*$/i,
  // "until the vendor has run `x`"
  /(?<!\b(?:you|we|you['’]ve|we['’]ve)\s)\b(?:has|have|had) (?:(?:\w+ly|already|just) )?(?:run|executed|done|typed)\s*$/i,
  // "scripts run `x`"
  /\b(?:they|users?|customers?|developers?|clients?|someone|people|scripts?|pipelines?)\s+(?:(?:can|may|could|must|should|will)\s+(?:only\s+|also\s+|then\s+)?)?(?:run|execute|use|type|try)\s*$/i,
  // "it was started nightly with `x`"; not "it can be started with `x`"
  /(?<!\b(?:can|could|may|must|should|to|might) be )(?<!\b(?:can|could|may|must|should|to|might) )\b(?:is|are|was|were|been|be|gets?|got|when) (?:\w+ly )?(?:started|run|launched|invoked|called|executed|generated|triggered|created|deployed|installed|configured|scheduled|produced|taken|made|queried)(?:\s+(?:daily|nightly|hourly|weekly|monthly|\w+ally|regularly|by default|every \w+|once an? \w+|(?:on|at|in) (?:each|every|the|all) \w+))?\s+\(?(?:with|by|via|through|using|from)\s*$/i,
  // "this is enforced by `x`"
  /(?<!\bbe )\b(?:enforced|handled|managed|provided|implemented)\s+(?:with|by|via|through|using)\s*$/i,
  // "the job will run `x`"
  /\b(?:tasks?|jobs?|hooks?|operators?|it|which)\b[^.`]{0,20}\b(?:will|would) (?:\w+ly )?(?:run|do|execute|call|invoke|use)\s+(?:(?:the|a|this)\s+)?$/i,
  // "You'll see `Too many connections`, or `SHOW PROCESSLIST` full of sleepers"
  /^\W*you(?:['’]ll| will| may| might) (?:also )?see\b(?![^.]{0,200}\b(?:with|by|via|using|running|in)\s*`[^`]*`[^`]*$)[^.]{0,200}`[^`.]{0,60}\b(?:or|and)\s*$/i,
  // "you have scaled it with `x`"
  /\b(?:have|has|had) (?:\w+ly )?\w+ed (?:it|them|this|that|(?:the|a|an|your) \w+)\s+(?:with|by|via|through|using)\s*$/i,
  // "this assumes that you have fetched the latest changes using `x`"
  /\bassum(?:es|ing) (?:that )?(?:you|it|they|we)(?: have|['’]ve| has)\b[^.`]{0,80}\s(?:with|by|via|through|using)\s*$/i,
);

/** The occasion, not the task: "If you use `x`, you will …", "when you first run `x`, it …", "such as after using `x`". */
export const OCCASION_OF =
  /(?:^|[,;:(]\s)[^\w`]*(?:(?:note(?: that)?|and|but|so|also)[,:]?\s+)?(?:if|when|whenever|each time|every time|as soon as) (?:you|we|they|one|it) (?:(?:first|ever|later|only|just|then|already|initially) )?(?:run|re-?run|use|execute|type|issue|try|do|are (?:using|running|executing))(?: (?:the|this|a))?\s*$|\bsuch as (?:(?:after|when|before|by) )?[^.,`:]{0,30}\b(?:using|running)\s*$/i;

/** "If you use `df -h`, you'll see that it is full": this is how to see it. */
export const YOU_SEE =
  /^,?\s+(?:then )?(?:you|we)(?:['’]ll| will| should| can| may| might)? (?:(?:now|then|also) )?(?:see|find|notice|observe)\b/i;

/** "The password is in a secret (`kubectl get secret web`)." */
export const IN_BRACKETS = /[\w`"'>]\s+\($/;
export const ENDS_IN_BRACKETS =
  /^(?:\s*(?:→|->|=>)\s[^()`]{1,40}|\s(?:on|from|in|inside) (?:the|an?|your|any|each|every) [\w -]{2,30})?\)(?:\s*$|[.,;]|\s*\n)/;
export const LOOKS_UP =
  /^(?:sudo )?(?:journalctl|dmesg|df|du|free|ss|netstat|lsof|ps|tail|grep|iostat|vmstat|dig|nslookup|lsblk|getent|postqueue|mailq|pg_isready|ping|nc|uptime|host|stat|wc|nvidia-smi|smartctl|mysqladmin|pgrep|openssl s_client|curl(?!.* -X))\s|\s(?:get|list(?:-[a-z]+)?|ls|describe|show|status|ps|logs|top|inspect|info|history)(?:\s|$)/;

/** "Re-verify: `x` shows headroom", "Diagnosis: `x` shows many". */
export const CHECK_LABEL =
  /^\W*(?:re-?)?(?:verif(?:y|ication)|validat(?:e|ion)|check|confirm(?:ation)?|diagnos(?:e|is|tics?)|detect(?:ion)?|test|investigate|investigation|inspect|triage)(?: (?:the |that )?[\w -]{2,30})?\W{0,3}:\W{0,3}$/i;

/** "Container health: `x` shows whether it passes". */
export const OF_HEALTH =
  /^\W*(?:[\w/-]+ ){0,3}(?:health|status|state|progress|load|usage|space|capacity|lag|availability|connectivity|replication|memory|disks?|queues?)(?: of [\w -]{2,30})?\W{0,3}:\W{0,3}$/i;
export const TELLS_WHETHER =
  /^\s+(?:shows?|tells?(?: you)?|reports?|says|reveals?) (?:whether|if|which|what|how)\b/;

/** What a line of a history or a log of changes begins with: "2025-11-28 06:16 (bot): …". */
export const DATED =
  /^[\s\W]*(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d(?::\d\d)?(?: ?(?:utc|gmt|cet|[ap]m)\b)?)(?=[\s\W])/i;

/** A label of what was, before code that somebody ran: "Root cause: `git push --force`". */
export const BLAMES =
  /^\W*(?:what (?:went wrong|happened|worked|helped|was done|we did)|(?:root |likely )?causes?|triggered by|reason|impact)\W*:\W*$/i;

/** A label of what was seen, before code that is a message: "Error: `op read: not found`". */
export const MESSAGE_LABEL =
  /^\W*(?:(?:common |typical |full )?(?:error|symptoms?|(?:error |warning |failure )?messages?|(?:error|warning|failure) (?:outputs?|lines?|texts?)))\W*:\W*$/i;

/** A text that leads to what must hold: its items may begin with code, and go on with what that shows. */
export const CHECK_THESE =
  /^\W*(?:\d+[.)]\s*)?(?:\w+[- ]){0,2}(?:verif(?:y|ying|ication)|checks?|checklist|validat(?:e|ion)|confirm(?:ation)?|(?:health|sanity|smoke) (?:checks?|tests?)|acceptance|pre-?conditions?|(?:success|entry|exit) criteria|definition of done|(?:done|recovered|resolved|healthy|finished) when)\b/i;

/** A text that leads to what the parts of a command mean: "Line by line:", "What each command does". */
export const EXPLAINS_PARTS =
  /\b(?:line[- ]by[- ]line|break ?down|breaking (?:it|this) down)\b|^\W*(?:(?:explanations?|understanding)\b|(?:here(?:['’]s| is) )?what (?:this|it|each|that|the|these|those) (?:[\w-]+ ){0,3}(?:does|do|means?)\b|where:?\W*$|in the (?:above|previous) (?:example|command),? (?:we|it|this)\b)|\bexplained\W*$/i;

/** A text that leads to what must be there: "The host needs:", "Requirements:" */
export const NEEDS =
  /\b(?:needs?|requires?|(?:must|should) have|required|needed|necessary|prerequisites?|requirements?|dependencies|(?:tools|programs|packages)(?: to install)?)\W*:\W*$/i;

/** A text below which code that begins an item is more likely what is wrong, or a name. */
export const LEADS_TO_NAMES =
  /\b(?:symptoms?|causes?|errors?|why|notes?|options|flags|arguments|parameters|glossary|terms|meaning|reference|prerequisites?|requirements?|tools?|limitations?|known issues|changes|changelog|history|timeline|summary|background|architecture|overview|lifecycle|internals|what happens|under the hood|behind the scenes|how [\w ]{1,30} works?|(?:start-?up|boot|execution) order|(?:ci|pipelines?|scripts?|jobs?|workflows?|it|this|which|that|target|hook) (?:then |will |automatically |also )*(?:does|do|runs?|performs?|executes?|consists?))\b/i;

/** What code did or is, told of it: "`x` fails with …", "`x` is run by the pipeline". */
export const IS_SUBJECT_OF =
  /^\s*(?:(?:command|script)\s+)?(?:fails?|failed|rejected|denied|refused|missing|broken|blocked|stuck|interrupted|aborted|killed|outputs?|rate|time-?outs?|failures?|issues?|problems?|limits?|warnings?|conflicts?|steps?|phase|stage|flags?|options?|permissions?|hangs?|hung|is|are|was|were|has|had|did|does not|doesn['’]t|cannot|can['’]t|won['’]t|would|errors?|crash(?:es|ed)|times? out|timed out|exits? with|exited|returned|took|takes|never|no longer|needs?|requires?|vs\.?|versus|instead)\b/i;

/** Header of a table's column of what to type, and of one that says what to do, among others in words. */
export const COMMAND_HEADER =
  /^\W*(?:commands?(?: line)?|cmds?|run|what to run|cli|shell|usage|example(?: usage| commands?)?)\W*$/i;
export const HOW_HEADER =
  /\b(?:commands?|how|actions?|fix|solution|resolution|remedy|mitigation|checks?|verif\w+|diagnos\w+)\b/i;

/** Header of a table's column that tells who or what starts something, or names what there is: "Run by", "Mode". */
export const NO_ORDER_HEADER =
  /^\W*(?:modes?|types?|roles?|terms?|process(?:es)?|(?:what it )?does|effects?|meaning|alias(?:es)?|old|before|formerly|replaces|instead of|don['’]?ts?|do not|never|avoid|wrong|bad|incorrect|owners?|callers?|producers?|consumers?|writers?|readers?|caused by)\W*$|\b(?:run|executed|owned|used|managed|called|invoked|started|triggered|deployed|created|installed|provided|written|generated|scheduled|enforced|handled|produced|maintained|updated|applied) by\W*$/i;

/** Header of a table's column of what is seen: what stands in it first is a message. */
export const MESSAGE_HEADER =
  /^\W*(?:symptoms?|error(?:s|(?: or log)? messages?| codes?)?|(?:error |container |boot |server )?logs?(?: (?:lines?|entry|entries|messages?|output))?(?: (?:excerpts?|snippets?|patterns?))?|messages?|problems?|issues?|alerts?|warnings?|what you see|s[ií]ntomas?|erro(?:r?es|s)?|fehler(?:meldung)?|erreurs?|problèmes?|problemas?|symptome?|症状|错误|问题|現象)\W*$/i;

/** "From the command line: `x`" */
export const AT_COMMAND_LINE = /\b(?:command[- ]line|terminal|shell|cli|ssh)\b[^.`:]{0,20}:\s*$/i;

/** Between two commands of which one is to be run. */
export const OR_BETWEEN =
  /^["')\]]?\s*(?:\([\w ./]{2,20}\)\s+(?=or\b))?(?:(?:(?:on|for|with|in|to(?=[^`,]*,)) [\w./-]+(?: [\w./-]+){0,3}?)?,?\s*\(?\b(?:or|alternatively)|[.;]\s+alternatively|(?:[.;]\s+|\s*\n\s*)(?:option|way|method|approach) (?:[b-d]|[2-4]|two|three)(?:\s\([\w ,-]{2,30}\))?(?=:\s))(?:[,:]?\s+(?:alternatively|by|with|via|use|using|run|running|try|just|simply|else|even|manually|the))*(?:[,:]?\s+(?:if|on|for) [^`]{1,60})?[,:]?\s*$|^\s*\((?:or|alternatively),?\s(?!if\b)[^`()]{1,60}$/i;

/** After a command, beside which another way is not typed: "or the dashboard", "or in the web UI". */
export const OR_BY_HAND = anyOf(
  // "or in the web UI"
  /^["')\]]?\s*,?\s*(?:or|alternatively),?\s+(?:(?:by|use|using|in|via|through|from|check|look at|with|on)\s+)*(?:the|your|its)\s+(?:[\w-]+ ){0,3}?(?:console|ui|dashboard|portal|interface|gui|website|browser)\b/i,
  // "(or use UI)"
  /^\s*\((?:or|alternatively),?\s+(?:use|using|in|via|through|from)\s+(?:the\s+)?(?:web[ -]?)?(?:console|ui|dashboard|gui)\)/i,
  // "or pass `--stack`", "or open the dashboard"
  /^["')\]]?(?:\s+\([\w ]{2,20}\))?(?:\s+first)?\s*,?\s*(?:\/|or|alternatively,?)\s+(?:(?:pass|set|add|give|specify|provide|use)\s+(?:the\s+)?`--?\w|(?:open|load|visit|edit|change|click|press|select)\s+(?:it|the|this|that|your)\b|(?:admin|web)[ -]?(?:ui|console|panel|interface)\b)/i,
  // "or promote the standby"
  /^["')\]]?\s*[,(]?\s*(?:or|alternatively,?)\s+(?:(?:you can|just|simply|manually)\s+)?(?:promote|rely|restart|reboot|redeploy|restore|roll back|revert|trigger|recreate|replace|rebuild|start|stop|delete|remove|drain|scale|switch|fail over|download|upload|create|re-?install|configure|update|upgrade|enable|disable|set|add|copy|wait)\s+(?:the|your|its|it|an?|on|for|to|that|this|them|until)\b(?![^.`]{0,30}:\s*`)/i,
);
