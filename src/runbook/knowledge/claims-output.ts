/** Words before something printed: "Should return PONG", "expect "OK"", "returns `ready`". Group: those that ask for it. */
export const SHOWS =
  /(?:(\b(?:should|must|will)\s+(?:(?:now|then|again|also|only)\s+)?(?:return|show|print|say|output|answer|respond with|be|read|contain|display|see))|\bexpect(?:ed)?(?: output)?|\b(?:return|show|print)s?)(?:\s*:)?\s+(?:all\s+)?/gi;

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
