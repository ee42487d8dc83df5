/** A row of inline code: "`a`, `b` and `c`". */
const CODES = String.raw`((?:\x60[^\x60\n]{2,60}\x60(?:[\s,&/]|and|or){0,9}){1,20})`;
/** Not far, within a sentence and a paragraph. */
const NEAR = String.raw`(?:[^.\x60\n]|\n(?!\s*\n)){0,60}`;
/** One word of inline code that has a number in it: nobody else's has the same. */
const NUMBERED = String.raw`\x60((?=[^\x60\s]{0,79}\d)[^\x60\s]{3,80})\x60`;

/** Where a text says of a word in its commands that it stands for another. The first group is the word, or a row of inline code. */
export const SAYS_TO_REPLACE: readonly RegExp[] = [
  // "Replace `x`, `y` and `$POD` with …"; "replace `x` with `y`" tells what to write into a file.
  new RegExp(
    String.raw`\b(?:replac(?:e|ing)|substitut(?:e|ing))\s+(?:(?:the|all|any|every)\s+)*(?:(?:variables?|placeholders?|instances?\s+of|occurrences?\s+of)\s+|values?\s+(?:(?:of|for)\s+)?)?${CODES}(?!\s*(?:with|by)\s+\x60[^\x60<$\n]+\x60)`,
    'gi',
  ),
  /\b(?:replac|substitut)(?:e|ing)\s+(?:the\s+)?(?:variables?\s+|values?\s+(?:of\s+)?)?(\$\{?[A-Z][\w-]*\}?)/gi,
  // "Replace thehive with your keyspace name"
  /\b(?:replac|substitut|chang)(?:e|ing)\s+(?!this\b|that\b|them\b|these\b|those\b|all\b|both\b|everything\b)([\w.:/@-]{3,60})\s+(?:with|by|for|to)\s+(?:your\s+(?:own\s+)?(?:\w+\s+){0,2}(?:name|id|ip|address|path|url|key|domain|password|token|version|value)\b|the\s+(?:actual|real)\b|the\s+(?:\w+\s+)?(?:name|id|ip|address|path|url|number|hostname)\s+(?:of|for)\s+(?:your|the)\b)/gi,
  // "Change `x` to your own", "adjust `x` as needed"
  new RegExp(
    String.raw`\b(?:chang|adjust|adapt|modify|updat|edit|swap)(?:e|ing)?\s+(?:the\s+)?(?:\w+\s+){0,2}?${CODES}\s*(?:(?:to|with|for)\s+(?:(?:match|suit|fit|be|reflect)\s+)?(?:your|whatever|the\s+(?:actual|correct|right|real|appropriate|relevant|desired|\w+\s+(?:of|for)\s+your)|those|that\s+of)\b|accordingly\b|as\s+(?:needed|appropriate|required|necessary)\b)`,
    'gi',
  ),
  // "where `x` is the pod's name", "where `a b` are your disks"
  /\bwhere\s+`([^`\n]{2,40})`\s+(?:is|are|stands\s+for)\b/gi,
  // "Where web-3 is your node": a word that no text would have
  /\b[Ww]here\s+((?=[\w.-]*[\d_A-Z])[\w.-]{1,40}[\w])\s+is\s+(?:the|your)\s/g,
  // "In this example, 102 is the id", "(with 102 being the id of the VM)"
  /\bin\s+(?:our|this|the|these|the\s+following)\s+examples?,?\s+((?=[\w./:@-]{0,40}\d)[\w./:@-]{2,40})\s+is\s+(?:the|your|our|an?)\s/gi,
  /\bwith\s+((?=[\w./:@-]{0,40}\d)[\w./:@-]{2,40})\s+being\s+(?:the|your)\s/gi,
  // "using `web-3` as an example", "(the example uses `/dev/sdb`)", "(here `anna`)"
  new RegExp(String.raw`\busing\s+${CODES}\s*as\s+an?\s+example\b`, 'gi'),
  new RegExp(String.raw`\bexamples?\s+uses?\s+${CODES}`, 'gi'),
  /\(here:?\s+`([^`\n]{2,60})`\)/g,
  // "Say that the broken disk is /dev/sdb", "assuming the pod is called web-0"
  /\b(?:say|assum(?:e|ing)|suppos(?:e|ing))\s+(?:that\s+)?(?:the|your)\s(?:[^.`\n]|\.(?=\w)){1,50}?\s(?:is|called|named)\s+((?=[\w./:@-]{0,60}[\d/])[\w./:@-]{1,60}\w)(?=[\s.,:;)]|$)/gi,
  /\bassuming\s+(?:that\s+)?((?=[\w./:-]{0,60}[\d/])[\w./:-]{2,60}\w)\s+is\s+(?:the|your)\s/gi,
  // "If the name of the deposed server is `c`", "If your node is called `node1`"
  /\bif\s+(?:the\s+(?:name|id|ip|address)\s+of\s[^.`\n]{1,60}\sis|(?:the|your)\s[^.`\n]{1,40}\sis\s+(?:called|named))\s+(`[^`\n]{1,60}`)/gi,
  // "`x` is only an example", "`x` being the name of your bucket"
  new RegExp(
    String.raw`${CODES}\s*(?:is|are|being)\s+(?:(?:just|only|merely)\s+)?(?:an?\s+(?:example|sample|placeholder)|the\s+\w+\s+of\s+your)\b`,
    'gi',
  ),
  // "Substitute your own bucket for `x`"
  /\bsubstitut(?:e|ing)\s+(?:your|the\s+actual)\s+(?:\w+\s+){1,3}for\s+(`[^`\n]{2,60}`)/gi,
  // "Assuming that the leader is `web-3`"
  new RegExp(String.raw`\b(?:assuming|suppose|supposing)\b${NEAR}${NUMBERED}`, 'gi'),
  // "In our example it is `4f155a5e`", "for example, if the folder is `/srv/10.0.0.3`"
  new RegExp(String.raw`\bin\s+(?:our|this|the|these)\s+examples?\b${NEAR}${NUMBERED}`, 'gi'),
  new RegExp(String.raw`\bin\s+our\s+case\b${NEAR}${NUMBERED}`, 'gi'),
  // "Note the id (`4f155a5e` in this example)"
  new RegExp(String.raw`${NUMBERED}\s+in\s+(?:our|this|the)\s+(?:example|case)\b`, 'gi'),
  new RegExp(String.raw`\bfor\s+example,?\s+(?:if|when|assuming|suppose)\s${NEAR}${NUMBERED}`, 'gi'),
  // "# Repair the order with database ID 417233": the next one has another
  /\b(?:with|has|whose)\s+(?:the\s+)?(?:\w+\s+)?id\s+(?:is\s+)?`?(\d{4,})\b/gi,
  // "the offending address `10.0.3.7`"
  new RegExp(
    String.raw`\b(?:offending|culprit|suspicious|faulty|failed|failing|affected)\s+(?:\w+\s+){0,2}(?:\w+\s+)?${NUMBERED}`,
    'gi',
  ),
];

/** "Copy the name that starts with `web-`": those in the commands are of another day. The group is the prefix. */
export const SAYS_PREFIX =
  /\b(?:prefix(?:ed)?(?:\s+(?:with|of|is))?|(?:start|begin)(?:s|ning)?\s+with)\s+`([a-z][\w.-]{1,60}-)`/gi;

/** A remark beside a command that says that what is assigned or named in it stands for another. */
export const REMARK_TO_REPLACE =
  /^(?:<?[-=]+>?\s*|[←⬅]\s*)?(?:please\s+)?(?:replace|substitute|change(?:_?me\b|\s+(?:this|to|me|it|with|as|(?:the\s+|your\s+)?(?:ids?|ip|name|hostname|host|date|version|password|path|port|url|email|domain|address|number|uuid|region|bucket|namespace)(?=\s*$|\s+(?:to|as|accordingly|if|here)\b))|\s+(?:\S+\s+)to\s+your\b)|set\s+(?:this\s+)?to\s+your|adjust|modify|use\s+your\s|(?:put|insert|enter)\s+your\s|your\s+(?:own|actual)|your\s+(?:\w+\s+){0,2}\w+\s*(?:here)?$|fill\s+in|edit\s+this)\b/i;

/** A remark that says what a value is, or gives others for it: `git checkout v1.4.2  # previous stable tag`, `DISK=b  # e.g. b or c`. */
export const REMARK_ON_SAMPLE =
  /^(?:e\.g\.|for example\b|(?:the\s+|your\s+)?(?:previous|last|latest|known|desired|target)[\s-]+(?:\w+[\s-]+){0,3}(?:tag|version|release|commit|sha|image|revision|branch|backup|snapshot)\b)/i;

/** "the node at fault (e.g. `web-042`)": a number of somebody's, with what stands before its last part. */
export const SAYS_EXAMPLE =
  /\((?:e\.g\.|for example|such as|like),?\s+`((?=[\w-]*\d)[a-z][\w]*-[\w-]*?\w)(-\d+)?`/gi;
