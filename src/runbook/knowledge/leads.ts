import { LEADS_OFF_ELSEWHERE } from './foreign-orders.ts';
import { anyOf, oneOf, wordSet } from './words.ts';

/** "Then run:", "To list all, run the report", "and execute" */
export const RUNS =
  /(?:^\W*(?:\d+[.)]\s*)?|[,;:]\s+|\b(?:then|and|to|please|now|just|can|should|by)\s+)(?:re-?)?(?:run|running|execute|executing|launch|invoke)(?:\s+[\w'’/-]+){0,6}\W*$/i;

/** What is run so is no program: "run the query", "run it and see". */
export const IS_NO_PROGRAM =
  /\b(?:quer(?:y|ies)|search|filters?|expression|value|tag|label|names?|named|outputs?|results?|prints?|shows?|returns?|see|find|grafana|kibana|prometheus|workflow|pipeline|jobs?|action|lambda|playbook|tests?|user|branch|environment|mode|needs?|requires?|is|are|in)\b|\b(?:as|with|against|on)\W*$/i;

/** The same, for a line that looks like a program with arguments. */
export const RUNS_OTHER =
  /\b(?:quer(?:y|ies)|search|filters?|expression|workflow|pipeline|jobs?|action|lambda|playbook|outputs?|results?|prints?|returns?|tests?|sql|statements?|migrations?|steps?|checks?|checklists?|procedures?)\b/i;

/** "Run the following command to stop it:", "with this command:", "First type:", "Commands:" */
export const NAMES_COMMAND = anyOf(
  // "with the following command:"
  /\b(?:with|using|use|via|by|run|running|execute|executing|type|typing|enter|issue|invoke|try|following|these|this|below)\s+(?:[\w'’-]+\s+){0,4}(?:commands?|cmds?)\b(?:\s+(?:line|below|as|on|in|from|inside|within|at|to|for|against|again)\b[^.:,]{0,80})?\W*$/iu,
  // "Commands:"
  /^\W*(?:(?:the|full|complete|shell|whole)\s+)?commands?\W*$/iu,
  // "then type:"
  /(?:^\W*|[,;]\s+|\b(?:then|and|to|please|now|first|so|you|can)\s+)(?:type|issue|invoke)\W*$/iu,
  // "run the following:"
  /\b(?:issue|type|execute|run|invoke)\s+(?:the following|this|these)\W*$/iu,
  // "In a new terminal:"
  /(?:^\W*|,\s+|\band\s+)(?:in|from|at|on|open)\s+(?:(?:an?|the|your|another|new|ssh)\s+){0,3}(?:terminal|command[- ]line|command prompt|shell)\b[^.:]{0,40}\W*$/iu,
  // "Here is the command:"
  /\b(?:here(?:['’]s| is| are)|this is|these are) (?:the|an?) (?:[\w-]+ )?commands?\W*$/iu,
  // "The command is:"
  /\bcommands? (?:is|are|would be)\W*$/iu,
  // In other languages
  /\b(?:siguientes?|seguintes?)\s+comandos?\b[^.:]{0,60}\W*$/iu,
  /\bcommandes?\s+suivantes?\b[^.:]{0,60}\W*$/iu,
  /\bfolgende[nrs]?\s+(?:befehle?|kommandos?)\b[^.:]{0,60}\W*$/iu,
  /(?:следующ\p{L}+|выполните)\s+команд\p{L}*[^.:]{0,60}[^\p{L}]*$/iu,
  /(?:执行|运行|使用)[^。：:]{0,12}命令\s*[:：]?\s*$/iu,
  /コマンドを(?:実行|入力)[^。]{0,12}$/iu,
  /명령(?:어)?(?:을|를)\s*(?:실행|입력)[^.]{0,12}$/iu,
);

/** "The output of this command:" */
export const IS_ABOUT_OUTPUT =
  /\b(?:outputs?|results?|response|errors?|messages?)\s+(?:of|from|for|by)\b|\b(?:never|don['’]?t|do not|avoid)\b/i;

/** A text, or a remark in a block, that leads to what is not to be done. */
export const LEADS_OFF = anyOf(
  // "Wrong:", "What not to do"
  /^\W*(?:bad|wrong|incorrect|avoid(?: this| these| the following)?|anti-?patterns?|not like this|deprecated|obsolete|outdated|old (?:way|method|procedure|approach)|what not to (?:do|run|use|try)|(?:common )?mistakes(?: to avoid)?)\W*$/iu,
  // "Never do any of the following in production:"
  /^\W*(?:please )?(?:do not|don['’]t|never|under no circumstances)(?:,? (?:ever )?(?:do|run|use|type|try|execute|issue))? (?:any of )?(?:this|that|these|it|the following)(?: (?:commands?|things|steps))?(?: (?:here|yet|(?:in|on) production|during (?:the|an) incident))?\W*$/iu,
  // "It deletes everything, so don't do it:"
  /,\s+(?:so |please )?(?:do not|don['’]t|never) do (?:it|this|that)\W*$/iu,
  // "Two approaches are wrong:", "Commands to avoid:"
  /\b(?:approaches|ways|commands?|things|options|fixes|actions|attempts|shortcuts) (?:(?:that )?(?:are|is) (?:\w+ly )?(?:wrong|forbidden|prohibited|not (?:allowed|safe|to be (?:run|used))|to be avoided|off[- ]limits)|to avoid|not to (?:run|use|do|try))\W*$/iu,
  // "BAD: this drops all keys", "Never - it drops all keys"
  /^\W*(?:bad|wrong|incorrect|anti-?pattern|don['’]t|never)\s*(?:[:(–—]|-\s)/iu,
  // "Don't do this!"
  /^\W*(?:do not|don['’]t|never)(?: ever)? (?:do|run|use|type|try|execute) (?:this|that|these|it)\b(?! (?:on|in|while|when|if|unless|until|before|after|as|from|twice|more|during|without|against|for|at|to|with)\b)/iu,
  // "❌ NEVER DO THIS"
  /^[^\p{L}\p{N}]*(?:❌|🚫|⛔|✗|✘)[^\p{L}\p{N}]*(?:(?:bad|wrong|incorrect|never|don['’]t|do not|avoid|not)\b|$)/iu,
  // "Deprecated, use the new one", "The old procedure was:"
  /^\W*(?:(?:deprecated|obsolete|outdated|legacy)\s*(?:[,;(–—]|-\s)|(?:the |our )?(?:old|previous|former|original|legacy) (?:way|method|procedure|process|approach|commands?|steps) (?:was|were|is|used to be)\b[^.:]{0,20}\W*$)/iu,
  // "This would delete everything:", "An example of what went wrong:"
  /^\W*(?:this|that|it|which) would (?!(?:be|help|work|fix|look|mean|show|tell)\b)[a-z]+ [^.:]{3,60}\W*$|\bwhat (?:went|goes|could (?:have )?gone?) wrong\b[^.:]{0,30}\W*$/iu,
  // "The following is run by cron, not by you:", "What the pipeline does:"
  /^\W*(?:the following|this|these|it|they) (?:commands? )?(?:is|are|gets?) (?:already |then |also )?(?:run|executed|done|called|triggered|performed) (?:automatically|by (?!hand\b|you\b|the following|\w+ing\b)[a-z][^.:]{1,40})[:.]?$/iu,
  /^\W*what (?:the|this|that|our|its?) ?[^.:?`]{0,40}\b(?:does|do|runs?|executes?|did|ran)(?: (?:internally|under the hood|behind the scenes|by itself|automatically))?\s*:\W*$/iu,
  // "The attacker ran:", "A colleague once did this:"
  /^\W*(?:the|an?|some|our|one|they|he|she|somebody|someone) (?:[^.:`]{2,40} )?(?:ran|did|executed|typed)(?: (?:this|that|the following))?\s*:\W*$/iu,
  LEADS_OFF_ELSEWHERE,
);

/** "You may need to restart it with:", "Do it like so:" */
export const ENDS_IN_HOW =
  /\b(?:with|using|via|by (?:running|typing)|(?:done|achieved|accomplished) by|like so)\W*$/i;

/** Of what is written rather than typed: "Add a line to the file with:", "Replace `app.conf` with:" */
export const IS_WRITTEN =
  /\b(?:files?|lines?|sections?|config\w*|settings?|contents?|values?|fields?|replace|add|append|edit|modify|change|contains?|entr(?:y|ies)|rules?|block|snippet|yaml|json|sql|starts|begins|ends|messages?|body|payload|headers?|labels?|names?|named|called|format|structure|variables?|input|data|reply|template|fill|paste|quer(?:y|ies)|logs? in with|credentials)\b|`[^`]*\.[a-z]{1,5}`/i;

/** "Stop the server:", "Step 2: Create the wallet", "- list resources" */
export const DOES =
  /^\W*(?:(?:step\s+)?\d[\d.]*[):]?\s+)?(?:(?:please|then|now|first|next|finally|to|and),?\s+){0,3}(?:re-?)?(?:start|stop|restart|reload|deploy|build|install|uninstall|launch|drain|scale|delete|remove|list|initiali[sz]e|bootstrap|migrate|roll(?:ing)? ?back|reboot|shut ?down|kill|create|connect|apply|destroy|upgrade|update|restore|back ?up|sync|evacuate|enable|disable|unseal|join|leave|promote|fail ?over|pause|resume|suspend|clean(?: up)?|purge|flush|provision|publish|release|push|pull|check|show|get|view|inspect|verify|unlock|lock|register|rotate|reset|import|export|run|download|fetch|mount|tear down|bring (?:up|down)|take|log ?in|sign in)\b[^.:]{0,80}\W*$/i;

/** Before a colon: "How to stop it", "Restarting all nodes", "As root", "On the server" */
export const SPEAKS_OF_DOING =
  /\b(?:re-?)?(?:start|stop|restart|reload|deploy|build|install|uninstall|launch|drain|scal|delet|remov|initiali[sz]|bootstrap|migrat|roll|reboot|shut|kill|creat|connect|apply|destroy|upgrad|updat|restor|back|sync|evacuat|enabl|disabl|unseal|join|promot|fail|paus|resum|suspend|clean|purg|flush|provision|publish|releas|push|pull|check|verify|unlock|lock|register|rotat|reset|import|export|download|fetch|generat)(?:e|[pt]?ing)?\b|^\W*(?:as (?:the )?\w+(?: user)?|(?:on|from) (?:the|each|every|all|one|any|your|both)\s+[\w -]{2,30}|and then|then|next|do(?: this)?|now|finally|afterwards|after that)\W*$/i;

/** Where one clicks, or who does it: "In the UI, restart it:", "Owner:" */
export const IS_NO_PLACE =
  /\b(?:ui|gui|dashboards?|menus?|click\w*|go to|navigate|select|choose|tabs?|pages?|browser|portal|buttons?|console|owners?|teams?|windows?|contacts?|architecture|components?|pipelines?|workflows?|website|sites?|screen|wiki|forms?|grafana|kibana|jenkins|panel)\b/i;

/** What speaks of things that are shown. */
const SHOWS = oneOf(String.raw`
  outputs? results? returns? returned prints? printed shows? shown displays? displayed gives? given yields? says? see seen
  looks? responds? respon[sd]\w* repl(?:y|ies) logs? logged errors? messages? warnings? alerts? expect\w* symptoms? reads?
  contains? consists? includes? has have had is are was were order stages? steps? phases? lists? listed tree flow diagrams?
  structure available jobs? targets? tasks? names? hosts? examples? samples? causes? reasons? notes? history timeline changes
  checklist tests? issues? problems? status(?:es)? states? format syntax usage patterns? schema paths? locations? legend summary
  titles? subject descriptions? background overview context labels? tags? keys? quer(?:y|ies) filters? channels? schedule
  branch(?:es)? announce\w* templates? posts? tell say ask comments? slack e-?mails? tickets? values? permissions? roles?
  scopes? types? versions? e\.?g\.? i\.?e\.?
`);

/** Of what is seen or listed rather than done: "You should see:", "Available jobs:" */
export const IS_SHOWN = new RegExp(String.raw`\b(?:${SHOWS})(?=[^\w]|$)`, 'i');

/** "Delete these nodes:", "Install the following:": a list of names. */
export const LISTS_NAMES = /\b(?:following|these|this|such as|e\.g)\b/i;

/** What the orders of most programs are called: `keys add wallet`, `server stop web-01`. */
export const ORDERS = wordSet(`
  start stop restart reload status list ls ps add create delete remove rm show get set up down deploy run exec login logout init install uninstall
  update upgrade version info describe logs backup restore rollback migrate sync scale drain undrain enable disable apply destroy build push pull
  publish release reset clean cleanup purge flush import export register unregister join leave promote demote attach detach mount unmount connect
  disconnect check verify validate resume suspend pause unpause reboot shutdown kill edit config reconfigure rebuild rotate renew revoke seal unseal
  lock unlock bootstrap provision launch test ping scan failover switchover evacuate query tx send generate converge compile clone fetch serve dump load unload activate deactivate approve
  assign cancel clear configure decrypt encrypt download upload expand extend inspect invite merge prune rebalance recover refresh reindex render
  repair replace resend reshard resize resolve retry submit subscribe trigger truncate undelete unset wipe wake
`);

/** `make deploy`, `cap production deploy`, `go build`; not "make sure", "make it so" */
export const TASK =
  /^make$|^make\s+(?!(?:sure|it|its|certain|changes?|them|use|sense|the|an?|your|any|this|that|note|one|new|more|small|no|two|to|as|in)\s|(?:sure|it|certain|changes?|use|sense|note)$)[a-z][\w./-]*(?:\s+[a-z][\w./-]*){0,2}$|^cap\s+[a-z][\w-]*\s+[a-z][\w-]*(?::[\w:-]+)?$|^go\s+(?:build|test|run|install|get|generate|vet|fmt|clean|mod\s+(?:tidy|download|vendor|verify))$|^puppet\s+agent$|^(?:fly|argo)\s+(?:deploy|status|logs|launch|list|version|restart)$/;

/** No program is called so, though a line that begins with it could have the words of an order: "connection status unknown", "user add failed". */
export const NO_PROGRAM = wordSet(`
  access account action active after again alert all and another any api app application are at available backend backup before both build but by can cannot
  case change check client cluster code config configuration connected connecting connection container could count current data database default deploy deployment
  description disk done due each either else email empty enough error errors event every example failed failure feature few field fields first following for
  from frontend full group had has have he header healthy high how however id if image in incident index info input instance into is issue issues it item
  items its key keys label latest later least line lines list load log logs low many max may maximum media memory message messages method min minimum missing
  mode more most must my name names namespace neither network never new no none nor not note nothing number of off old on once one only or order other our
  output over owner own page params parameter password path pending period pod pods port previous process processing product project property reason record
  region release replica replicas report request requests response result results role rollback rolling root row rows rule running same schema second
  secret section sent session set several severity she should since size slow small so some started starting state status step steps still storage store
  subject success successful such summary support system table tag team than that the their then there these they this those three title to token too total traffic
  two type unable unknown until up upgrade url use used user username users value values version very via volume waiting warning warn was we web were what when where
  while why will with within without would wrong yes you your
`);
