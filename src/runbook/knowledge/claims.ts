import type { ClaimKind } from '../model.ts';

/** A duration, or a range of durations: "30–60 second", "5-15 min", "2 hours". */
export const DURATION = String.raw`(\d+(?:\.\d+)?)\+?\s*(?:(?:[-–—]|to)\s*(\d+(?:\.\d+)?))?[\s-]*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?)\b`;

/** Milliseconds in a unit of time, by its first letters; the longest that matches counts. */
export const MILLISECONDS: readonly (readonly [prefix: string, factor: number])[] = [
  ['milli', 1],
  ['ms', 1],
  ['mi', 60_000],
  ['m', 60_000],
  ['s', 1000],
  ['h', 3_600_000],
  ['d', 86_400_000],
  ['w', 604_800_000],
];

/** What comes before a time in which the system is to be back. */
const RECOVERS: readonly string[] = [
  String.raw`(?<!\b(?:post|after)[- ])\b(?:recover(?:y|ed|s)?|resol(?:ve[ds]?|ution)|restor(?:e[ds]?|ation)|RTO|back (?:up|online))\b[^.\n|\d>]{0,40}(?:<|≤|within|under|in|target|:|=)`,
  // "Recovery should take less than 2 minutes", and not "If recovery takes less than …".
  String.raw`(?<!\b(?:if|when|whenever|unless|once|while|post|after)[- ](?:the )?)\b(?:recovery|restoration|resolution)(?: time)? (?:(?:should|must|will|shall|normally|usually|typically|always) ){0,2}(?:takes?|be|is) (?:less than|at most|no (?:more|longer) than|up to)`,
  // "The system should be back within 2 minutes": not who is on call, and no figure, whose time is its own limit.
  String.raw`(?<!\b(?:you|i|he|she|engineer|manager|lead|dba|on-?call|lag|latency|delay|age|times?|offset|drift|duration) )\b(?:should|must|will|shall) be back(?: to normal)? (?:within|in)(?: (?:under|less than|at most))?`,
];

/** What makes a time in a text a promise, and of what. The first that matches counts. */
export const BUDGETS: readonly { readonly about: ClaimKind; readonly form: RegExp }[] = [
  {
    about: 'escalate',
    form: new RegExp(String.raw`\b(?:not|un)[ -]?resolved (?:in|within|after)\s+${DURATION}`, 'i'),
  },
  {
    about: 'escalate',
    form: new RegExp(
      String.raw`\b(?:page|notify|escalate|call|cto|lead|manager)\b[^.\n|\d]{0,40}\b(?:in|within|after)\s+${DURATION}`,
      'i',
    ),
  },
  {
    about: 'escalate',
    form: new RegExp(
      String.raw`^\W*(?:\d+[.)]\s*)?\W*${DURATION}\W*:[^.\n]{0,5}\b(?:notify|page|call|escalate|inform|alert)\b`,
      'i',
    ),
  },
  { about: 'downtime', form: new RegExp(String.raw`${DURATION}\s+(?:of\s+)?down\s?time`, 'i') },
  {
    about: 'downtime',
    form: new RegExp(
      String.raw`\bdown\s?time\b[^.\n|\d]{0,40}[(:]?\s*(?:<|≤|of|up to|max(?:imum)?)?\s*${DURATION}`,
      'i',
    ),
  },
  {
    about: 'respond',
    form: new RegExp(
      String.raw`\b(?:respon[ds]\w*|acknowledge\w*|(?:immediate|first) actions?|react\w*)\b(?! (?:evaluation|review|team|plan)| times? (?:exceed|>|above|over|under load))[^.\n|\d>]{0,30}(?:<|≤|within|under|in|:|\()\s*<?\s*${DURATION}`,
      'i',
    ),
  },
  {
    about: 'recover',
    form: new RegExp(String.raw`(?:${RECOVERS.join('|')})\s*<?\s*${DURATION}`, 'i'),
  },
  // A heading that says how long its part takes, or by when it is done.
  {
    about: 'figure',
    form: new RegExp(String.raw`^#{2,6}\s.*\(\s*(?:within|<|≤|up to)?\s*${DURATION}\s*\)`, 'i'),
  },
];

/** Promises that stand beside one another in a line: "Response < 15 min, Resolution < 2 hours". */
export const BESIDE: readonly ClaimKind[] = ['respond', 'recover'];

/** How long something must hold before it counts: "CPU > 80% for 10 minutes". */
export const LASTING = new RegExp(String.raw`\bfor\s+(?:more than |at least |over |>\s*)?${DURATION}`, 'i');

/** By when something should be so: "below 1% within 5 minutes". */
export const WITHIN = new RegExp(String.raw`\bwithin\s+(?:about |at most )?${DURATION}`, 'i');

/** Whom a time of escalation belongs to comes before it: "CTO in 15 min". */
export const ESCALATED = new RegExp(String.raw`\b(?:in|within|after)\s+${DURATION}`, 'i');

/** The severity that a line is about, in bold at its beginning: "**Critical (P0):** Response < 15 min". */
export const LABEL =
  /^\W*?\*\*(?=[^*]*\b(?:p\d|sev|critical|high|medium|low|major|minor|urgent)\b)([^*]{2,40}?):?\*\*:?\s/i;

/** An item that says within what something should stay: "- Error Rate: < 1%". */
export const KEEPS = /^[-*+]\s+([\w /()%-]{2,40}):\s*[<>≤≥]=?\s*\d/;

/** Something printed: "Should return PONG", "expect "OK"", "returns `ready`". */
export const EXPECTED_OUTPUT =
  /\b(?:[Ss]hould|[Mm]ust|[Ww]ill)\s+(?:now\s+)?(?:return|show|print|say|output|answer|respond with|be|read|contain|display|see)\s+(?:all\s+)?(?:["'`]([^"'`]{1,60})["'`]|([A-Z][A-Z_]+|true|false)\b(?!\s+[a-z]))|\b(?:[Ee]xpect(?:ed)?(?: output)?|[Rr]eturns?|[Ss]hows?|[Pp]rints?)\s*:?\s+["`]([^"`\n]{1,60})["`]/;

export const HTTP_STATUS =
  /(?:\b(?:returns?|should be|should return|expect(?:ed|s)?|responds? with|answers?|gives?|status(?: code)?)\s*:?\s*`?(?:HTTP\s*(?:\/\d(?:\.\d)?)?\s*)?|\bHTTP\s+)([1-5]\d\d)\b(?!\w)/i;

/** A figure with what it is compared by: ">85%", "exceeds 5%", "below 1%", "< 2 seconds". */
export const FIGURE =
  /(>=|<=|[<>≥≤]|\b(?:above|over|exceed(?:s|ed|ing)?|more than|greater than|at least|below|under|less than|at most|drops? below|up to)\b)\s*(?:max\s*)?\(?(\d[\d,]*(?:\.\d+)?)\s*(%|ms\b|milliseconds?\b|s\b|secs?\b|seconds?\b|m\b|mins?\b|minutes?\b|hours?\b|days?\b|[KMGT]i?B\b|\/s(?:ec)?\b|\/min(?:ute)?\b|per (?:second|minute)\b)?(?:\s*(?:\w+ ){0,3}?\w*\s*(?:per|\/)\s*(sec(?:ond)?|min(?:ute)?)\b)?/i;

/** Lines that say when the incident is one. */
export const TRIGGERS =
  /^\W*(?:alert|trigger(?:s|ed)?|threshold|condition|fires? (?:when|if))\b|^#{2,6}\s.*\([^)]*(?:>|≥)\s*\d/i;

/** A figure among the symptoms triggers, where it is compared with a sign. */
export const COMPARED = /[<>≤≥]=?\s*\d/;

/** Lines that say what it should come back to. */
export const SHOULD =
  /\b(?:should|must|expect(?:ed)?|target|well below|verify|stays?|drop(?:s)? (?:below|under|to))\b/i;

/** A column of times that belong to the row: response, resolution. */
export const TIME_COLUMNS: readonly { readonly about: ClaimKind; readonly header: RegExp }[] = [
  { about: 'respond', header: /\brespon[sd]\w*\b|\backnowledge\w*\b/i },
  { about: 'recover', header: /\b(?:resol\w+|RTO|recovery)\b/i },
  { about: 'escalate', header: /\bescalat\w*\b/i },
  { about: 'sla', header: /\b(?:sla|slo|target|objective)\b/i },
  { about: 'figure', header: /\b(?:time|duration|eta)\b/i },
];
