import { wordSet } from '../../knowledge/words.ts';

/** What a program shows by a word of its own, options before that word or not: `helm -n shop history`. */
const shows = (program: string, words: string): string =>
  String.raw`\b(?:${program})(?:\s+-\S+(?:\s+[^\s-]\S*)?)*\s+(?:${words})\b`;

/** What a placeholder's name is about, and the commands whose output shows it. */
export const SOURCES: readonly { readonly name: RegExp; readonly shownBy: RegExp }[] = [
  { name: /pod/i, shownBy: /\bget\s+(?:\S+\s+)*(?:po|pods?|all)\b|crictl\s+(?:ps|pods)/ },
  {
    name: /container/i,
    shownBy: new RegExp(
      String.raw`${shows('(?:docker|podman|crictl)(?:[ -]compose)?', String.raw`ps|stats|container\s+ls|inspect`)}|get\s+pods?`,
    ),
  },
  {
    name: /pid|process/i,
    shownBy:
      /\b(?:ps|pgrep|lsof|ss|netstat|top|fuser|jps)\b|pg_stat_activity|show\s+(?:full\s+)?processlist/i,
  },
  {
    name: /commit|hash|sha|revision|version|tag/i,
    shownBy: new RegExp(
      `${shows('git', 'log|tag|show|reflog')}|${shows('gh', '(?:pr|run|release)\\s+list')}|rollout\\s+history|${shows('helm', 'history|list|ls')}|${shows('docker', 'images')}`,
    ),
  },
  { name: /node/i, shownBy: /\bget\s+(?:\S+\s+)*nodes?\b|get\s+pods?\s.*wide|top\s+nodes?/ },
  {
    name: /namespace|project|^ns$/i,
    shownBy: /\bget\s+(?:ns|namespaces?|projects?)\b|\s(?:-A|--all-namespaces)\b/,
  },
  {
    name: /service|svc/i,
    shownBy: new RegExp(
      String.raw`\bget\s+(?:svc|services?)\b|${shows('compose', 'ps')}|${shows('systemctl', String.raw`list\S*`)}`,
    ),
  },
  { name: /release/i, shownBy: new RegExp(shows('helm', 'list|ls')) },
  { name: /op(?:eration)?[-_ ]?id/i, shownBy: /\bcurrentOp\(/ },
  { name: /deploy/i, shownBy: /\bget\s+(?:\S+\s+)*deploy(?:ments?)?\b/ },
  { name: /pvc|claim/i, shownBy: /\bget\s+(?:\S+\s+)*(?:pvc|persistentvolumeclaims?)\b/ },
  {
    name: /\bpv\b|volume/i,
    shownBy: /\bget\s+(?:\S+\s+)*(?:pvc?|persistentvolumes?)\b|volume\s+ls|\blsblk\b/,
  },
  { name: /job/i, shownBy: /\bget\s+(?:\S+\s+)*(?:jobs?|cronjobs?)\b/ },
  { name: /backup|snapshot/i, shownBy: /\bls\b|list|backup\s+get/ },
  { name: /file|path|log/i, shownBy: /\b(?:ls|find|du)\b/ },
  {
    name: /index|table|database|schema|slot/i,
    shownBy:
      /\\[dl]|pg_(?:stat|class|tables|database|indexes|replication)|_cat\/|show\s+(?:tables|databases)/i,
  },
  { name: /id$|^id|name$/i, shownBy: /\b(?:list|describe|get|ls|ps|show)\b/ },
];

/** Words of a placeholder that say nothing of their own: which one it is, or in what form. */
export const EMPTY_WORDS = wordSet(`
  name names id ids type types kind kinds your my the a an of in to on for some value here url uri ip ips address alias problem
  problematic affected failing failed faulty target current given specific relevant actual correct desired configured full own any
  old new previous prev prior last latest known good large big path file folder directory dir number num count one two three first
  second third
`);

/** Other words that a text may have for the same thing. */
export const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['ns', ['namespace']],
  ['auth', ['authentication', 'authorization']],
  ['user', ['username', 'login']],
  ['username', ['user', 'login']],
  ['dc', ['datacenter', 'data center']],
  ['datacenter', ['data center']],
  ['pg', ['postgres', 'postgresql']],
  ['pass', ['password', 'credential']],
  ['password', ['credential']],
  ['pw', ['password', 'credential']],
  ['db', ['database']],
  ['repo', ['repository']],
  ['org', ['organization', 'organisation']],
  ['env', ['environment']],
  ['svc', ['service']],
  ['sa', ['service account', 'serviceaccount']],
  ['pvc', ['persistentvolumeclaim', 'persistent volume claim']],
  ['pv', ['persistentvolume', 'persistent volume']],
  ['pdb', ['poddisruptionbudget', 'pod disruption budget']],
]);

/** A folder that the reader has checked out, where a path begins with it: `<chef-repo>/bin/x`. */
export const CHECKOUTS = /(?:^|[-_ ])(?:repo|repository|checkout|clone|workspace)$/i;

/**
 * Placeholders that need no explanation: crosses, a date's form, what the reader has of their own, a choice (`wc|sc`), a time, what a
 * database holds (`database.table`, `NewTable`).
 */
export const SELF_EXPLAINING =
  /^(?:[xy.:-]+|([a-z])\1+|<?(?!(?:name|id|ip|url)\|)[\w-]+(?:\|[\w-]+)+>?|(?:YY|MM|DD|HH|SS|[-_:T])+|(?:my|your)[-_ ]?(?:name|namespace|user|username|e-?mail|password|initials)|(?:date[-_ ]?)?time(?:[-_ ]?stamp)?|date|ts|(?:ix_|idx_|vw_|tbl_)?(?:(?:new|old|existing|my|your)_?)?(?:database|schema|table|column|index|view)(?:_?name)?(?:\.(?:table|column)(?:_?name)?)?)$/i;

/**
 * A sample that the text says to replace: where it stands alone, with a number in it, only that made it a placeholder. And options
 * that may be left out (`[-f]`).
 */
export const SAMPLE = /^(?:[^<>[\]{}$]*\d|\[-)/;

/** What a rollback goes back to. */
export const REVISION = /(?:^|[^a-z])(?:sha|commit|hash|revision|version|tag|digest|release)(?:$|[^a-z])/i;

/** In lower case, without punctuation: a text that says which one. */
export const FOR_ROLLBACK =
  /\b(?:revert\w*|roll(?:s|ed|ing)? ?back|rollback|previous|prior|last|older|earlier|known good)\b/;

/** "You can get the required values from X", "replace these values": a text that speaks of all placeholders at once. */
export const TELLS_VALUES =
  /\b(?:get|find|take|copy|obtain|retrieve)\b[^\n]{0,60}\b(?:values?|details|credentials|parameters|settings|fields?)\b[^\n]{0,30}\b(?:from|in)\b|\breplac(?:e|ing) (?:this|these|the) (?:examples?|placeholders?|samples?|values?)\b|\bwith your corresponding\b/;
