/** Words before something printed: "Should return PONG", "expect "OK"", "returns `ready`". Group: those that ask for it. */
export const SHOWS =
  /(?:(\b(?:should|must|will)\s+(?:(?:now|then|again|also|only)\s+)?(?:return|show|print|say|output|answer|respond with|be|read|contain|include|report|equal|display|see))|\bexpect(?:ed)?(?: (?:output|results?|response|answer|value))?|\b(?:return|show|print)s?)(?:\s*:)?\s+(?:all\s+)?/gi;

/** A number to the end, with or without a subject: "# expected: 0", "The count should be 0." */
export const NUMBER =
  /^(?:.*`\s+|\W*)(?:[\w'’ -]{1,40}\s(?=should|must))?(?:(?:should|must)\s+(?:(?:now|then|again|also|only)\s+)?(?:be|return|equal|read|report|drop to)|expect(?:ed)?(?: (?:output|result|value|response))?:?)\s+(\d{1,9})[.!)\s]*$/i;

/** An answer noted behind a command: "# => PONG". More words tell what is then so, and an arrow of print what comes next. */
export const ARROW = /^=>\s*(\S+|"[^"]*"|\{.*\}|\[.*\])$/;

/** "`redis-cli ping` → `PONG`" */
export const BEHIND_ARROW = /^\W*`[^`\s]+\s[^`]+`\s*(?:→|⇒|->|=>)\s*(\S.*)$/;

/** A remark behind a command that can only be what it prints: `# 0`, `# "ready"`. */
export const ANSWER_NOTED = /^(?:0|PONG|"[^"]+")$/;

/** Words that lead to a block with what is printed: no "example", no "something like". */
export const LEADS_TO_OUTPUT =
  /^\W*(?:expected(?: (?:output|results?|response|answer|value))?|(?:(?:this|it|that|(?:the )?(?:command|query|output|response|result))\s+)?(?:should|must)\s+(?:now\s+)?(?:return|show|print|output|be|read|display|answer|respond with)|you should (?:now )?see)(?: the following(?: output)?)?\W*$/i;

/** Heads of a table's column with what is printed. */
export const OUTPUT_COLUMN = /^expected(?: (?:output|results?|response|answer|value))?$/i;

/** That nothing is printed, to its end: "Should return nothing", "expected: no output". */
export const SHOWS_NOTHING =
  /(?:\b(?:should|must|will)\s+(?:(?:now|then|again|also|only)\s+)?(?:return|show|print|output|list|give|find|be)|\bexpect(?:ed)?(?: (?:output|result))?:?)\s+(?:nothing|no (?:output|results?|lines?|matches|rows|entries)|(?:an? )?empty(?: (?:output|result|list))?)(?=[.!)\s]*$)/i;

/** That the command does not work, to the end or with what it then says: "should fail with "connection refused"", "must be refused". */
export const FAILS =
  /\b(?:should|must)\s+(?:(?:now|then|again|also)\s+)?(?:fail|be (?:refused|rejected|denied)|return an error)(?=[.!)\s]*$|\s+(?:with|because|since)\b)/i;

/** What is printed, in quotes of which the closing is that of the opening; JSON without them. */
export const QUOTED: readonly RegExp[] = [
  /"((?:[^"\\\n]|\\.){1,200})"(?!\w)/y,
  /'([^'\n]{1,200})'(?!\w)/y,
  /`([^`\n]{1,200})`/y,
  /“([^”\n]{1,200})”/y,
  /(\{.{1,198}\}|\[.{1,198}\])(?=[.\s]*$)/y,
];

/** Without quotes only a word in capitals, or a number, with nothing after it. */
export const BARE = /([A-Z][A-Z_]+|true|false)(?=[.,;!)\s]*$)/y;
export const BARE_NUMBER = /(\d+)(?=[.!)\s]*$)/y;

/** Verbs of which a number is what is seen, and not the status of an exit. */
export const PRINTS = /(?:show|print|say|output|display)s?\s*:?\s*$/i;

/** Words in capitals that say what kind of thing it is. */
export const KIND_OF_OUTPUT =
  /^(?:AND|OR|NOT|API|DB|CPU|RAM|JSON|YAML|XML|HTML|HTTPS?|CSV|TCP|UDP|DNS|TLS|SSL|SSH|SQL|URLS?|URI|IPS?|IDS?|UUID|UTC|GMT|ISO|PIDS?|RTO|RPO|SLA|SLO|TODO|NOTE|WARNING|IMPORTANT|VERY|ONLY|ALL|NO|NONE|NOTHING|SOMETHING)$/;

/** Words that make it a case among others, or the state before: nothing that it must show. */
export const IN_CASE =
  /\b(?:if|unless|when|whenever|while|until|before|previously|otherwise|in case|either|for example|e\.g|on (?:failure|error))\b/i;

/** What is said to print something without "should": a command, or what was spoken of. "The logs show" tells what may be. */
export const SUBJECT = /(?:^|[`:,]|\b(?:it|this|that|which|command|query|output|answer))[\s(]*$/i;

/** What stands before it denies it, or says it of a person. */
export const DENIED = /\b(?:no|not|never|nothing|none|cannot|without|neither|nor)\b|n't\b/i;
export const TO_A_PERSON = /\byou (?:should|must|will)\s+(?:now\s+)?(?:be|read|answer|say|output|contain)\b/i;

/** What stands after it: another one that will do, or that it is gone. */
export const ANOTHER = /\bor\b|^[/|]|\b(?:no longer|any ?more|is gone|disappear\w*)\b/i;

/** A part that stands for others: "v1.2…", "<pod-name>". */
export const STANDS_FOR = /\.\.\.|…|<[\w -]+>/;
