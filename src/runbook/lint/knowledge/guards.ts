import type { Trait } from '../../knowledge/trait.ts';

/** Words around a command that warn, or make sure beforehand. */
export const GUARD_WORDS =
  /\b(?:warning|caution|careful|take care|safe to|danger\w*|irreversib\w*|irrecoverab\w*|unrecoverab\w*|(?:cannot|can't|can not) be (?:undone|recovered|restored)|no way back|data loss|lose data|loses|losing|will lose|(?:be|is|are|gets?) (?:lost|gone|wiped|erased)|(?:deletes|removes|wipes|erases|destroys|will (?:delete|remove|wipe|erase|destroy|purge|overwrite)) (?:all|any|every|the|your|data)\b|re-?created\b|permanent\w*|back\s?up\s+first|take a (?:backup|snapshot)|approv\w+|agree[sd]?|(?:with|has|needs?|get|given) (?:the )?(?:[\w'’]+ ){1,3}(?:ok(?:ay)?|consent|permission|go-ahead)|sign(?:ed)?[- ]?off|confirm\w*|make sure|ensure|if safe|only if|do not|don't|last resort|are you sure|verify that)\b|⚠|❗|🚨/i;

/** The same in other languages. */
export const GUARD_WORDS_ELSEWHERE =
  /(?<!\p{L})(?:achtung|vorsicht|warnung|verloren|unwiderruflich|datenverlust|zustimm\p{L}+|attention|avertissement|perdu(?:e?s?)|perte|irréversible\p{L}*|atención|advertencia|cuidado|se (?:pierde|perder)\p{L}*|irreversible\p{L}*|atenção|aviso|perda|attenzione|avvertenza|pers[oiae]|let op|waarschuwing|varning|advarsel|uwaga|ostrzeżenie|pozor|dikkat|внимание|осторожно|потерян\p{L}*|увага)(?!\p{L})|注意|警告|小心|谨慎|丢失|失われ|주의|경고/iu;

const AWAY = 'backup|snapshot|bkp|bak|dump|old|orig|saved?';

/** Programs that keep what would be lost, each as a command starts it; quoted strings are blanked. */
export const KEEPERS: readonly Trait[] = [
  {
    form: /^(?:\S*\/)?(?:pg_dump(?:all)?|pg_basebackup|pg_backup\w*|mysqldump|mysqlpump|mydumper|mongodump|mongoexport|vzdump|xtrabackup|innobackupex|mariabackup|tar\s+-?\w*c)(?=[\s\w]|$)/,
    unless: /--(?:copy-back|move-back|apply-log|prepare|help)\b/,
  },
  {
    form: /^(?:cp\s+-|rsync\s|rclone\s+(?:copy|sync)\s)/,
    unless: new RegExp(String.raw`^\w+\s+(?:-\S+\s+)*\S*(?:${AWAY})\S*\s`, 'i'),
  },
  // Put aside: mv /data /data.old
  { form: new RegExp(String.raw`^(?:mv|cp)\s.*\s\S*(?:${AWAY})\S*$`, 'i') },
  {
    form: /^git\s+(?:stash(?!\s+(?:list|show|drop|clear|pop|apply))|branch\s+[\w./-]*backup|bundle\s+create)/,
  },
  { form: /^(?:redis|valkey|keydb)-cli\s(?:.*\s)?(?:bgsave|save|--rdb)(?=\s|$)/i },
  // velero backup create, restic backup, etcdctl snapshot save, wal-g backup-push, heroku pg:backups:capture, aws rds create-db-snapshot
  {
    form: /^\S+\s(?:.*\s)?(?!-)(?:(?:[\w-]+[-:])?(?:(?:backup|snapshot)(?:-push)?|(?:backup|snapshot)s(?::(?:create|capture)|\s+(?:create|save|take|capture|start)))|(?:create|take)-\S*(?:backup|snapshot)s?)(?=\s|$)/,
    unless:
      /^(?:\S*\/)?(?:ls|ll|cd|cat|less|more|head|tail|du|df|stat|find|echo|printf|e?grep|rg|mkdir|touch|chmod|chown|rm|vim?|nano|test|which|tree|wc|sort|scp|sftp|systemctl|service|journalctl|psql|mysql|kill)\s|\s(?:exec|run|logs?|ps|list|ls|get|show|info|status|describe|check|verify|restore|delete|del|rm|remove|destroy|drop|forget|prune|expire|purge|rollback|revert|mount|stop|configure|enable|disable)(?:[-:]\S*)?(?=\s|$)/i,
  },
  // ./scripts/backup.sh, bash db-snapshot.sh
  {
    form: /^(?:(?:(?:ba|z)?sh|python[\d.]*|ruby|perl|node|php)\s+)?(?:\S*\/)?[\w.-]*(?:backup|snapshot|dump)[\w.-]*\.(?:sh|py|rb|pl|js|ts)(?=\s|$)/,
    unless: /restore|delete|remove|prune|clean/,
  },
];

/** The same as a text says it: what is written into a file of such a name, a client's statement, a request. */
export const KEEPS_TEXT = new RegExp(
  String.raw`(?<=\s)>{1,2}\s*["']?[\w.$~{/][\w.$~{}/-]*(?:${AWAY})|^\s*bgsave\s*$|\bbackup\s+(?:database|log|table)\b|\bcopy\s[^;]*\bto\s+'|\bcreate\s+table\s+\S*(?:${AWAY}|copy)\S*\s+(?:as|like)\b|\bcurl\b(?=.*(?:PUT|POST)).*/_?(?:snapshot|backup)s?\b(?!\S*/_restore)`,
  'im',
);

/** Headings whose very purpose is the loss. */
export const PURPOSES =
  /^[\W\d]*(?:steps to |how to )?(?:destroy|delet|remov|drop|wip|uninstall|decommission|tear)\w*\b/i;
