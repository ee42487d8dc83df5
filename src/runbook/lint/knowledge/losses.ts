/** Commands whose loss cannot be undone, and what is lost. Matched on one line, or on the whole statement. */
export const LOSSES: readonly { readonly form: RegExp; readonly loses: string }[] = [
  { form: /\bflushall\b/i, loses: 'every key in every database of that Redis' },
  {
    form: /\bflushdb\b/i,
    loses: 'every key of that Redis database: not only the cache, but sessions, queues and locks in it',
  },
  {
    form: /\bdocker\s+system\s+prune\b.*--volumes/,
    loses: 'every unused volume with its data, every stopped container and unused image',
  },
  {
    form: /\bdocker\s+volume\s+prune\b/,
    loses: 'every volume that no container uses now, also those of a container that has just crashed',
  },
  {
    form: /\bdocker\s+system\s+prune\b/,
    loses: 'every stopped container, also the crashed one with its logs',
  },
  {
    form: /\b(?:docker-compose|docker\s+compose)\b.*\bdown\b.*\s(?:-v|--volumes)\b/,
    loses: 'the volumes, with the data of every service',
  },
  { form: /\bdocker\s+volume\s+rm\s/, loses: 'the volume with its data' },
  {
    form: /\baws\s+s3\s+(?:rm\b.*\s--recursive\b|rb\b.*\s--force\b)(?!.*--dryrun)/,
    loses: 'every object below it',
  },
  { form: /\bdrop\s+(?:schema|database|table)\b/i, loses: 'all that is in it' },
  { form: /(?:^|[\s;&|])dropdb\s+\S/, loses: 'all that is in it' },
  { form: /\bdb\.(?:dropDatabase|\w+\.drop)\(/, loses: 'all that is in it' },
  { form: /\btruncate\s+(?:table\s+)?[a-z_."]+?\s*(?:[;"']|cascade|$)/i, loses: 'every row' },
  { form: /\bdelete\s+from\s+[\w."]+\s*(?:;|"|'|$)/i, loses: 'every row: there is no WHERE' },
  { form: /\bcelery\b.*\spurge\b/, loses: 'every waiting task, not only the failed ones' },
  { form: /\brabbitmqctl\s+(?:purge_queue|reset|force_reset|delete_queue)\b/, loses: 'the messages' },
  {
    form: /\bredis-cli\b.*\sdel\s+\S*(?::failed|:wait|:active|queue|dlq)\b/i,
    loses: 'the list of those jobs, so that nobody can try them again',
  },
  { form: /\bterraform\s+destroy\b/, loses: 'the infrastructure' },
  {
    form: /\brm\s+-\w*r\w*f?\w*\s+(?:\/\S*|\$\w+\/?|~\/?)(?:\s|$)/,
    loses: 'the folder with all that is in it',
  },
  { form: /\b(?:mkfs\S*|wipefs)\s+\S/, loses: 'the file system' },
  {
    form: /\bkubectl\s+delete\s+(?:pvc|pv|persistentvolumes?|persistentvolumeclaims?|ns|namespaces?)\b(?!.*--dry-run)/,
    loses: 'the data in it',
  },
  { form: /\bpg_resetwal\b/, loses: 'transactions that were not yet written to the tables' },
  { form: /\bgit\s+(?:reset\s+--hard|clean\s+-\w*f)/, loses: 'changes that are not committed' },
  {
    form: /pg_terminate_backend\(pid\)(?![\s\S]*(?:backend_type|usename|datname))[\s\S]*state\s*=\s*'active'/i,
    loses: "replication too: a standby's sender is active as well",
  },
];

/** Words around a command that warn, or make sure beforehand. */
export const GUARD_WORDS =
  /\b(?:warning|caution|careful|take care|safe to|danger\w*|irreversib\w*|cannot be undone|can't be undone|data loss|lose data|loses|will lose|be lost|permanent\w*|back\s?up\s+first|take a (?:backup|snapshot)|approv\w+|confirm\w*|make sure|ensure|if safe|only if|do not|don't|last resort|are you sure|verify that)\b|⚠|❗|🚨/i;

/** Commands that keep what would be lost. */
export const KEEPERS =
  /\b(?:pg_dump(?:all)?|mysqldump|mongodump|BGSAVE|backup|snapshot|cp\s+-|rsync|tar\s+-?c|velero|git\s+stash)\b/i;

/** Headings whose very purpose is the loss. */
export const PURPOSES = /^\W*(?:steps to |how to )?(?:destroy|delet|remov|drop|wip|decommission|tear)\w*\b/i;
