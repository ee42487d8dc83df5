import { DURATION } from '../../core/duration-text.ts';
import type { ClaimKind } from '../model.ts';

/** A time after these words. */
const timeAfter = (words: string): RegExp => new RegExp(words + DURATION, 'gi');

/** What may stand before a limit: "within about", "up to". */
const UP_TO = String.raw`\s*(?:(?:[<≤(~≈]|up to|at most|(?:less|no (?:more|longer)) than|under|within|max(?:imum|\.)?|about|around|approx(?:imately|\.)?|roughly)\s*){0,2}`;

/** What comes before a time in which the system is to be back. */
const RECOVERS: readonly string[] = [
  String.raw`(?<!\b(?:post|after)[- ])\b(?:recover(?:y|ed|s)?|resol(?:ve[ds]?|ution)|restor(?:e[ds]?|ation)|RTO|back (?:up|online))\b[^.\n|\d>]{0,40}(?:<|≤|within|under|in|target|:|=)`,
  String.raw`\b(?:RTO|recovery time(?: (?:objective|target))?) (?:is|of)`,
  // "Budget: 30 min", "MTTR target: 15 min"
  String.raw`(?:^\W*|\btime[- ])\bbudget\b\W{0,4}[:=]\W*|\b(?:MTTR|TTR)(?: (?:target|goal|objective)\W{0,4}[:=]|\W{0,4}(?:target|goal)\W{0,4}[:=])`,
  // "Recovery should take less than 2 minutes".
  String.raw`(?<!\b(?:post|after)[- ](?:the )?)\b(?:recovery|restoration|resolution)(?: time)? (?:(?:should|must|will|shall|normally|usually|typically|always) ){0,2}(?:takes?|be|is) (?:less than|at most|no (?:more|longer) than|up to)`,
  // "The system should be back within 2 minutes": not who is on call, and no figure, whose time is its own limit.
  String.raw`(?<!\b(?:you|i|he|she|engineer|manager|lead|dba|on-?call|lag|latency|delay|age|times?|offset|drift|duration) )\b(?:should|must|will|shall) be (?:back|(?:up|online|available|healthy|running)(?: and running)? again)(?: to normal| up| online)? (?:within|in)(?: (?:under|less than|at most))?`,
  // "Back within 2 minutes", "Promise: back in 3 minutes", "We promise to be back within 60 seconds", "The shop is back within 2 minutes".
  String.raw`(?:^\W*(?:(?:our |the )?(?:promised?|targets?|goal|objective|SL[OA]|recovery|limit)\W{1,4})?(?:be )?|\b(?:promis|guarant|commit|pledg|aim)\w*(?: (?:you|customers|everybody))? to be |\b(?:service|system|site|shop|app|application|platform|everything|database) (?:is|comes) )back(?: up| online| in service| to normal)? (?:within|in)(?! (?:touch|time|the)\b)`,
];

/** Orders to call somebody, and not "ack the page", "call back", "call it". */
const CALLS = String.raw`(?<!\b(?:an?|the|this|that|each|every|ack|acknowledge) )(?:page|notify|escalate|call(?! (?:back|it)\b))\b[^.\n|\d]{0,40}`;

/** Whom to call, and right after it when: "CTO in 15 min", "Manager (by phone) within 1 hour". */
const POST = String.raw`(?:cto|lead|manager)\b[^\w.\n|]*(?:\([^()\n]{0,30}\)[^\w.\n|]*)?`;

interface Budget {
  readonly about: ClaimKind;
  readonly form: RegExp;
  /** What the sentence must hold, too. */
  readonly beside?: RegExp;
}

/** Somebody is to be called. */
const CALLED = /\b(?:page|notify|call|escalat\w+|inform)\b/i;

/** What makes a time in a sentence a promise, and of what. Of two for the same time the first counts. */
export const BUDGETS: readonly Budget[] = [
  {
    about: 'escalate',
    form: timeAfter(String.raw`\b(?:not|un)[ -]?resolved (?:in|within|after)\s+`),
  },
  {
    about: 'escalate',
    form: timeAfter(
      String.raw`(?:\bnot|n't) (?:(?:been|be|yet|come) ){0,2}(?:resolved|fixed|solved|recover(?:ed)?|restored|back|mitigated|healthy)\b[^.\n|\d]{0,20}\b(?:in|within|after|for)${UP_TO}`,
    ),
    beside: CALLED,
  },
  {
    about: 'escalate',
    form: timeAfter(
      String.raw`\b(?:persists?|continues?|lasts?|(?:still|stays?) down)\b[^.\n|\d]{0,20}\b(?:for|after|beyond)\s+(?:(?:more|longer) than |over )?`,
    ),
    beside: CALLED,
  },
  { about: 'escalate', form: timeAfter(String.raw`\b(?:${CALLS}|${POST})\b(?:in|within|after)\s+`) },
  {
    about: 'escalate',
    form: new RegExp(
      String.raw`^\W*(?:\d+[.)]\s*)?\W*${DURATION}\W*:[^.\n]{0,5}\b(?:notify|page|call|escalate|inform|alert)\b`,
      'gi',
    ),
  },
  {
    about: 'downtime',
    form: new RegExp(String.raw`${DURATION}\s+(?:of\s+)?down\s?time`, 'gi'),
  },
  {
    about: 'downtime',
    form: timeAfter(String.raw`\bdown\s?time\b[^.\n|\d]{0,40}[(:]?\s*(?:<|≤|of|up to|max(?:imum)?)?\s*`),
  },
  {
    about: 'respond',
    form: timeAfter(
      String.raw`\b(?:respon[ds]\w*|ack(?:s|ed|nowledge\w*)?|(?:immediate|first) actions?|react\w*)\b(?! (?:evaluation|review|team|plan)| times? (?:exceed|>|above|over|under load))[^.\n|\d>]{0,30}(?:<|≤|within|under|in|:|\()\s*<?\s*`,
    ),
  },
  { about: 'recover', form: timeAfter(String.raw`(?:${RECOVERS.join('|')})${UP_TO}`) },
];

/** Each of them has one of these: most sentences with a time have none. */
export const PROMISES =
  /recover|budget|\bm?ttr\b|resol|restor|\brto|\bback\b|again|down|respon|\back|actions?\b|react|\bpage|notify|escalat|\bcall|\bcto|\blead|manager|fixed|solved|mitigat|healthy|persist|continue|\blasts?\b|inform|alert/i;

/** A heading that says how long its part takes, or by when it is done. */
export const HEADING_TIME = new RegExp(String.raw`\(\s*(?:within|<|≤|up to)?\s*${DURATION}\s*\)`, 'i');

/** Words before a time that make it no promise: what may be, what was, what must not be, and how old the data may be. */
export const NO_PROMISE: Readonly<{ before: RegExp; within: RegExp; match: RegExp }> = {
  before:
    /\b(?:if|unless|whether|in case|in the event|should you)\b|\b(?:when|whenever|while|until|as soon as)\b[^,]*$|(?:\b(?:no|not|never|cannot|zero|without)|n't)\b[^,]{0,20}$/i,
  within:
    /\blast (?:time|incident|outage|failure|drill|test|exercise|run|restore|recovery|failover|year|month|week|\w+day)\b|\b(?:took|ago|yesterday|previously|historically)\b|\b(?:we|it|they) (?:\w+ )?(?:recovered|restored|resolved)\b|\b(?:was|were|had been) (?:\w+ )?(?:recovered|restored|resolved|back|down)\b|\b(?:in|on|of|since) (?:\w+ ){0,2}(?:19|20)\d\d\b/i,
  match: /\brecovery[- ]points?\b|\bpoint[- ]in[- ]time\b|\bretention\b|\bRPO\b/i,
};

/** How long something must hold before it counts: "CPU > 80% for 10 minutes". */
export const LASTING = new RegExp(String.raw`\bfor\s+(?:more than |at least |over |>\s*)?${DURATION}`, 'i');

/** By when something should be so: "below 1% within 5 minutes". */
export const WITHIN = new RegExp(String.raw`\bwithin\s+(?:about |at most )?${DURATION}`, 'i');

/** The same before the figure, where the sentence begins with it: "Within 5 minutes the error rate should …". */
export const WITHIN_FIRST = new RegExp(String.raw`^\W*${WITHIN.source}`, 'i');

/** Whom a time of escalation belongs to comes before it: "CTO in 15 min". */
export const ESCALATED = new RegExp(String.raw`\b(?:in|within|after)\s+${DURATION}`, 'i');

/** Bold words at the beginning of a line that say which severity it is about: "**Critical (P0):** Response < 15 min". */
export const SEVERITY_LABEL = /\b(?:p\d|sev|critical|high|medium|low|major|minor|urgent)\b/i;

/** An item that says within what something should stay: "- Error Rate: < 1%". */
export const KEEPS = /^([\w /()%-]{2,40}):\s*[<>≤≥]=?\s*\d/;

export const HTTP_STATUS =
  /(?:\b(?:returns?|should be|should return|expect(?:ed|s)?|responds? with|answers?|gives?|status(?: code)?)\s*:?\s*["'`]?(?:HTTP\s*(?:\/\d(?:\.\d)?)?\s*)?|\bHTTP\s+|\b(?:prints?|shows?)\s+["'`]?(?=(?:20[0-6]|30[1-8]|4[0-5]\d|50[0-4])["'`]?[.)\s]*$))([1-5]\d\d)\b(?!\w)/i;

/** A figure with what it is compared by: ">85%", "exceeds 5%", "below 1%", "< 2 seconds". */
export const FIGURE =
  /(>=|<=|[<>≥≤]|\b(?:above|over|exceed(?:s|ed|ing)?|(?:more|greater|higher) than|at least|below|under|(?:less|lower|fewer) than|at most|drops? below|up to)\b)\s*(?:max\s*)?\(?(\d[\d,]*(?:\.\d+)?)\s*(%|ms\b|milliseconds?\b|s\b|secs?\b|seconds?\b|m\b|mins?\b|minutes?\b|hours?\b|days?\b|[KMGT]i?B\b|\/s(?:ec)?\b|\/min(?:ute)?\b|per (?:second|minute)\b)?(?:\s*(?:\w+ ){0,3}?\w*\s*(?:per|\/)\s*(sec(?:ond)?|min(?:ute)?)\b)?/gi;

/** Words that say when the incident is one. */
export const TRIGGERS = /^\W*(?:alert|trigger(?:s|ed)?|threshold|condition)\b|\bfires? (?:when|if)\b/i;

/** So does a figure in a heading: "High CPU (>80%)". */
export const TRIGGER_HEADING = /\([^)]*(?:>|≥)\s*\d/;

/** A figure among the symptoms triggers, where it is compared with a sign. */
export const COMPARED = /[<>≤≥]=?\s*\d/;

/** A figure where it is verified is what should be so: "- p99 < 800 ms", "error rate under 1 %". */
export const KEPT_UNDER = /(?:[<≤]=?|\b(?:under|below|less than|at most))\s*\d/;

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
