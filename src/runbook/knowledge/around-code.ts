// What stands around inline code, beyond the cues: labels, what a sentence goes on with, and what proves a step.

import { SCRIPT_ENDING } from './scripts.ts';
import { anyOf } from './words.ts';

/** "Disk space: Monitor it with …", "Consumers gone → restart them with …" */
export const LABEL =
  /^\W*[A-Z][\w /&'’-]{2,40}(?::|\s(?:→|->|=>))\s+(?=[A-Za-z][a-z]+\s)|^\W*TL;?DR\W+(?=[A-Za-z])/;

/** "(optional) `x`", "(if using Helm) `x`" */
export const OPTIONAL =
  /^\W*\((?:(?:optional(?:ly)?|recommended|required)(?:,? (?:if|when|on|for) [^()`]{2,40})?|(?:if|when|only) [^()`]{2,40})\)[:,]?\s*/i;

/** "Execute the `restore-backup.sh` script" */
export const SCRIPT_NAME = new RegExp(String.raw`^[\w.-]+${SCRIPT_ENDING}$`);
export const RUNS_NEXT =
  /\b(?:run|re-?run|execute|invoke|start|by (?:running|executing))\s+(?:(?:the|this)\s+)?(?:following\s+)?(?:[\w-]+ script\s+|commands?:?\s+)?$/i;

/** What the reader could do, or others may. */
export const ABLE_TO =
  /\b(?:if (?:you|it|they) (?:can|could)|(?:able|allowed|permitted|entitled) to)\s+\w*\s*$/;
/** "`mount` command with the right options", "`git` commands": a name, and not all that is typed. */
export const NEEDS_MORE =
  /^\s*(?:commands\b|command,? followed by\b|(?:command )?with (?:the |an? )?(?:appropriate|right|correct|suitable|proper|necessary|required|relevant|desired|needed) (?:arguments?|options?|flags?|parameters?|switch(?:es)?)\b)/i;

export const CAN_BE_SEEN = /\bcan be (?:found|seen|checked|listed|done)\b/;

/** How a sentence goes on that begins with the code to run. */
export const GOES_ON_AFTER =
  /^\s*(?:[,;(→:#+&]|->|=>|-|–|—|\/\/|\/\s*`|(?:to|and|on|so|where|then|from|for|or|in|as|if|until|after|before|once|when|whenever|while|again|inside|(?:should|must) (?:now |then |only )?(?:show|return|list|print|say|report|give|be|have|succeed|work|answer))\b)/;

/** Of what a client takes, at the beginning of an item: "`rs.slaveOk()` to allow queries on secondaries". */
export const SAYS_WHAT_FOR = /^\s+to\s+(?!be\b)[a-z-]+\s/;

/** What comes after code that ends its sentence, also where the full stop is left out. */
export const ENDS_SENTENCE = /^\s*(?:[.,;:)!]|$)|^\s+(?:It|This|That|The|Then|You|We)\s/;

/** "Check whether it listens `x` or `y`", "stop it `x`, wipe it `y` and start it again `z`" */
const GOES_TO_NEXT = /^\s+(?:(?:or|and)\s+|and (?:then )?[a-z]+ [^.`\n]{1,40})`/;

/** After the last word of an order: its end, the next one, or when to do it: "Trigger `x` if needed". */
export const ENDS_ORDER = anyOf(
  ENDS_SENTENCE,
  GOES_TO_NEXT,
  /^\s+(?:if|when|unless|in case|as needed|once)\b/,
);

/** "Kill it: `nvidia-smi`, then `kill -9 <PID>`" */
export const LEADS_TO_NEXT = /^,?\s+(?:and\s+)?then\s+`/;

/** "Check with `x` that it runs". */
export const BY_MEANS_OF = /\b(?:with|using|via)\s*$/i;

/** "Verify that `x` returns 200", "wait until `x` shows none": it must be run for that. */
export const TO_PROVE =
  /(?:^\W*(?:\d+[.)]\s*)?|[,;]\s+|\b(?:and|then)\s+)(?:(?:to|before|after) [^,.`]{2,40}?(?:,? first |, )|please |then |now |first,? |finally,? |next,? )?(?:verify|check|confirm|ensure|make sure|validate|test|expect|(?:wait|repeat|retry|poll|loop)(?: (?:this|it))?(?: for| until)?)(?:\s+(?:that|whether|if|until))?\s*:?\s*$/i;
/** "Verify `x` below 80 %, and `y` prints `ok`" */
export const PROVES_ALSO =
  /^\W*(?:\d+[.)]\s*)?(?:verify|check|confirm|ensure|make sure|validate)\b[^`;]*`[^`]*`[^;]*(?:,? and(?: that)?|,)\s*$/i;

export const SHOWS =
  /^\s*(?:={1,2}|≥|≤)\s|^\s*(?:to (?:show|return|report|list|print|succeed|finish|be|answer)|returns?|shows?|prints?|says?|goes (?:to|down|up|back)|drops?|falls?|reports?|outputs?|displays?|lists?|gives|exits?|succeeds?|works?|is|are|has|answers?|passes|(?:all|no|none|every|each) \w+|does(?: not|n['’]t)|still|no longer|now|remains?|stays?|contains?|includes?|matches|agrees?|completes|finishes|looks|(?:must|should|will) (?:now |only |still )?(?:not|fail|succeed|return|show|print|say|list|report|have|be(?! (?:run|used|executed|typed))))\b|^\s*(?:clean|ok|okay|green|healthy|empty|fine|quiet)\W*$/i;

/** "Wait for `kubectl rollout status deploy/web`.": the command itself is what waits. */
export const WAITS =
  /(?:^\W*(?:\d+[.)]\s*)?|[,;]\s+|\b(?:and|then)\s+)wait for\s*`[^`]*\s(?:rollout status|wait(?:-\w+)*|watch)\s/i;

/** "Checks such as `x`, `y`" */
export const SAMPLES = /\b(?:such as|like|including)\s*$/i;

/** "We use `x` in CI" */
export const IN_PIPELINE =
  /^\s+(?:in|from|by|as part of) (?:the |our |a |your )?(?:ci(?:\/cd)?|pipelines?|cron(?:tab|jobs?)?|github actions|workflows?)\b|^\s+(?:(?:should|must|can|will)\sbe|is|gets)\srun\s(?:in|from|by|as part of) (?:the |our |a |your |every )?(?:start-?up|init|entry ?point|deploy(?:ment)?|build|release) (?:script|job|process|hook)\b/i;

/** "Ensure `x` is scheduled": somebody else runs it. */
export const IS_IN_PLACE =
  /^\s*(?:is|are) (?:\w+ly )?(?:running|scheduled|enabled|installed|available|set up|configured|in (?:place|the|your)|on (?:the|your)|part of|used|called|present|run)\b/i;

/** "Verify that the driver is there: `nvidia-smi`" */
export const LOOKS = /^\W*(?:\d+[.)]\s*)?(?:verify|check|confirm|look at|show|see|inspect|monitor)\b/i;

/** "Diagnosis: …; `du -sh` for the size": what is to be looked at, one after the other. */
export const CHECKS = /^\W*(?:re-?)?(?:verif\w+|check\w*|confirm\w*|diagnos\w+|triage|look)\W{0,3}:/i;

export const LEAVES = /^(?:exit|logout)$/;
/** "Leave the container: `exit`" */
export const LEAVES_LABEL =
  /^\W*(?:\d+[.)]\s*)?(?:leave|exit|log ?out|close|quit|get out of|detach)\b[^:]{0,40}:\s*$/i;

/** "Now `exit` the container": what stands before and behind the word that leaves, where it is the verb. */
export const BEFORE_VERB = /^\W*(?:(?:now|then|finally|next|and)[,\s]+)?$/i;
export const IS_LEFT = /^\s*(?:$|[.;]|(?:the|this|that|your|out|back|from|and)\b)/i;

/** "Stop the server (`uvicorn app:main`)": what runs there is named. */
export const ENDS_PROCESS =
  /\b(?:terminate|stop|kill|end|interrupt|quit)\b[^.`]*\b(?:process(?:es)?|server|service|daemon|job|worker|tunnel|port-forward)s?\s+\($/i;

/** "If that does not help, `x`" */
export const IS_NEXT_TO_TRY = /^[^,`]*,\s*$/;

/** "2. Restore the backup: `x`" */
export const ORDER_LABEL = /^\W*(?:\d+[.)]\s*)?([A-Z][a-z]+)\b[^`:]{0,60}:\s*$/;

/** Only a path: it is run where the text says so, and only looked at elsewhere. */
export const RUNS_PATH =
  /\b(?:run|re-?run|execute|invoke|using|with|via|call|running|executing|command|source)\s*:?\s*$|\bscript\s*$|(?:^[^\w`]*|,\s+|\b(?:you (?:can|could|should|must)|please|then|to)\s+)(?:simply |just |also )?use\s+(?:the\s+)?$/i;
export const IS_SCRIPT = new RegExp(String.raw`^\.{1,2}/|${SCRIPT_ENDING}$`);

/** "Stop: `/opt/app/bin/stop`" */
export const IN_BIN = /\/s?bin\/[\w-]+$/;
export const ACTS_LABEL =
  /^\W*(?:(?:re)?start|stop|reload|run|execute|launch|trigger|call|check)\b[^:`]{0,30}:\s*$/i;
export const RUNS_BEFORE = /\b(?:run|re-?run|execute|invoke|start|launch|source|call)\b/i;

/** "Management script: `/opt/x.sh`" */
export const NAMES_PLACE = /\b(?:scripts?|files?|paths?|location|folder|directory|logs?|config\w*)\W*$/i;

/** "`x` and `y` …" */
export const BEGINS_WITH_CODE = /^\W*`[^`]*`,?\s+(?:and|or)\s+$/;

/** "`x`, `y` and finally `z`", "`x` (on Linux) or `y`". */
export const LISTED =
  /`\s*(?:\([^()`]{2,30}\)\s*)?(?:[,、，；/]|and|or|&|\+|;|then|,\s*(?:and|or|then))(?:\s+(?:finally|then|lastly|at last))?\s*$/;

/** "Packages: `x`, `y`" */
export const LABELLED_LIST = /:\s*(?:`[^`]*`(?:[\s,/]|and|or)*)+$/;

/** "Useful commands: `x`, `y`" */
export const OF_COMMANDS = /^\W*(?:[a-z]+ ){0,2}commands\W*:/i;

/** "If it is still full, `x` will help." */
export const IN_CASE = /^\W*(?:if|when|in case)\b[^`]*,\s*(?:a |an |running |executing )?$/i;

/** `Enter toolbox: …`: the program alone is what is typed. */
export const STARTS_IT = /^\W*(?:\d+[.)]\s*)?(?:enter|run|start|execute|open|launch|connect|log ?in)\b/i;

/** "It is mended by restarting the worker (`systemctl restart worker`)." */
export const MENDED_BY =
  /\b(?:resolved|fixed|solved|cleared|cured|mended|recovered|remedied) by [a-z-]+ing [^.`(]{2,40}\s\($/i;

/** "In a Rails console (`gitlab-rails console`)". */
export const IN_CLIENT =
  /\b(?:in|into|open|start|from) (?:a|an|the|your)\b[^.`(]{0,30}\b(?:console|shell|prompt|session|client)\s*\($/i;

/** "A command to do this is". */
export const COMMAND_IS =
  /\b(?:(?:command|way|trick) (?:to|for|that)\b[^.`]*|^\W*(?:the|this) (?:(?!(?:default|previous|original|old|failing|failed|underlying|equivalent|start|startup|same)\s)\w+ )?command|^\W*(?:the )?(?:rollback|recovery|fix|workaround|remedy|solution|cure)|\bthe (?:basic|usual|general|simplest) (?:command|invocation|pattern)|\b(?:first|next|best|easiest|only) thing to (?:try|do|check|run)|(?:easiest|simplest|cheapest|quickest|fastest|best|usual|recommended|preferred|safest|right) (?:way|fix|solution|remedy|workaround|method|option)(?: \w+){0,4}) (?:is|would be)(?: to(?: (?:run|use))?| an?)?(?: something like)?:?\s*$/i;

/** "Get the version from". */
export const FROM =
  /^\W*(?:get|grab|obtain|take|find|read|copy|retrieve|note|fetch|determine|identify|extract|pick|look up)\b[^.`]*\bfrom\s*$/i;

/** "Connect to the database (`psql`)", "Log into `db-1` (`ssh ops@db-1`)". */
export const CONNECTS =
  /\b(?:(?:connect|ssh|log ?(?:in|on)) ?to|(?:logging|ssh-?ing) in ?to|become|switch to) [^.(]{2,60}\([\w\s.,:]*$/i;

/** "On the server in question (e.g. `ssh web-1`)". */
export const ON_HOST =
  /\bon (?:the|each|every|any) [^.`(]{0,30}\b(?:server|host|node|machine|box|vm|instance|bastion)s?\b[^.(]{0,30}\([\w\s.,:]*$/i;
export const GOES_TO_HOST = /^(?:ssh|mosh|tsh ssh|gcloud compute ssh|aws ssm)\s/;

/** "For example", to the reader, or what the reader could run, of which code is an instance. */
export const YOU_RUN =
  /^\W*(?:for|e\.?g)|\b(?:you|we) (?:can|could|may|should|must|need to)\b[^.]{0,200}\b(?:run|use|execute|do|try|inspect|check|verify|find|look|view|list|query|confirm|restart|delete)\b/i;

/** An item of what is done one after the other. */
export const BY_DOING = /^[^\w`]*(?:running|executing)\s+$/;

/** "Check that the service has endpoints (`x`) that are ready", "Broker logs (`x`) show it": what is in brackets shows it, however the sentence goes on. */
export const CHECKS_THAT =
  /^\W*(?:\d+[.)]\s*)?[A-Z][\w-]+(?: \w+){0,2} (?:logs?|status|health|usage)\s+\($|^\W*(?:\d+[.)]\s*)?(?:please |then |now |first,? |also )?(?:check|verify|confirm|ensure|make sure|see|note|record|write down|remember)\b(?: (?:that|whether|if))?\b[^`]*[\w"'>]\s+\($/i;
