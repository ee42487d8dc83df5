// What stands around inline code, beyond the cues: labels, what a sentence goes on with, and what proves a step.

/** "Disk space: Monitor it with …" */
export const LABEL = /^\W*[A-Z][\w /&-]{2,40}:\s+(?=[A-Za-z][a-z]+\s)/;

/** "(optional) `x`" */
export const OPTIONAL = /^\W*\((?:optional(?:ly)?|recommended|required|if (?:needed|necessary))\)[:,]?\s*/i;

/** "Execute the `restore-backup.sh` script" */
export const SCRIPT_NAME = /^[\w.-]+\.(?:sh|py|rb|pl)$/;
export const RUNS_NEXT =
  /\b(?:run|re-?run|execute|invoke|start|by (?:running|executing))\s+(?:(?:the|this)\s+)?(?:[\w-]+ script\s+)?$/i;

/** What the reader could do, or others may. */
export const ABLE_TO =
  /\b(?:if (?:you|it|they) (?:can|could)|(?:able|allowed|permitted|entitled) to)\s+\w*\s*$/;
export const CAN_BE_SEEN = /\bcan be (?:found|seen|checked|listed|done)\b/;

/** How a sentence goes on that begins with the code to run. */
export const GOES_ON_AFTER =
  /^\s*(?:[,;(→:#+&]|->|=>|-|–|—|\/\/|\/\s*`|(?:to|and|on|then|from|for|or|in|as|if|until|after|before|once|when|whenever|while|again|inside|(?:should|must) (?:now |then |only )?(?:show|return|list|print|say|report|give|be|have|succeed|work|answer))\b)/;

/** What comes after code that ends its sentence, also where the full stop is left out. */
export const ENDS_SENTENCE = /^\s*(?:[.,;:)!]|$)|^\s+(?:It|This|That|The|Then|You|We)\s/;

/** "Check with `x` that it runs". */
export const BY_MEANS_OF = /\b(?:with|using|via)\s*$/i;

/** "Verify that `x` returns 200", "wait until `x` shows none": it must be run for that. */
export const TO_PROVE =
  /(?:^\W*(?:\d+[.)]\s*)?|[,;]\s+|\b(?:and|then)\s+)(?:(?:to|before|after) [^,.`]{2,40}?(?:,? first |, )|please |then |now |first,? |finally,? |next,? )?(?:verify|check|confirm|ensure|make sure|validate|test|expect|(?:wait|repeat|retry|poll|loop)(?: (?:this|it))?(?: for| until)?)(?:\s+(?:that|whether|if|until))?\s*:?\s*$/i;
export const SHOWS =
  /^\s*(?:={1,2}|≥|≤)\s|^\s*(?:to (?:show|return|report|list|print|succeed|finish|be|answer)|returns?|shows?|prints?|reports?|outputs?|displays?|lists?|gives|exits?|succeeds?|works?|is|are|has|answers?|passes|does(?: not|n['’]t)|still|no longer|now|remains?|stays?|contains?|includes?|matches|agrees?|completes|finishes|looks)\b/i;

/** "Checks such as `x`, `y`" */
export const SAMPLES = /\b(?:such as|like|including)\s*$/i;

/** "We use `x` in CI" */
export const IN_PIPELINE =
  /^\s+(?:in|from|by|as part of) (?:the |our |a |your )?(?:ci(?:\/cd)?|pipelines?|cron(?:tab|jobs?)?|github actions|workflows?)\b/i;

/** "Ensure `x` is scheduled": somebody else runs it. */
export const IS_IN_PLACE =
  /^\s*(?:is|are) (?:\w+ly )?(?:running|scheduled|enabled|installed|available|set up|configured|in (?:place|the|your)|on (?:the|your)|part of|used|called|present|run)\b/i;

/** "Verify that the driver is there: `nvidia-smi`" */
export const LOOKS = /^\W*(?:\d+[.)]\s*)?(?:verify|check|confirm|look at|show|see|inspect|monitor)\b/i;

/** "Diagnosis: …; `du -sh` for the size": what is to be looked at, one after the other. */
export const CHECKS = /^\W*(?:re-?)?(?:verif\w+|check\w*|confirm\w*|diagnos\w+|triage|look)\W{0,3}:/i;

export const LEAVES = /^(?:exit|logout)$/;
