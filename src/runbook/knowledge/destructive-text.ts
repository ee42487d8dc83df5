/** Outside of quotes, in one command. */
const UNQUOTED = String.raw`(?:"[^"\n]*"|'[^'\n]*'|[^|;&\n"'])*`;
const UNPACKS = String.raw`\b(?:z?cat|zstdcat|[bx]zcat|g?unzip|gzip|pigz|unpigz|unzstd|zstd|xz|unxz|bunzip2|lz4|pv|gpg|openssl|cp)\s`;
const FILE = String.raw`\S*(?:<[^<>\n]*)?`;
const OLD = 'backup|snapshot|bkp|\\.bak';

/** A backup that is loaded into a database. What merely fills one (`psql shop < roles.sql`) is none, but what `mysqldump` writes drops each table first. */
const RESTORES: readonly RegExp[] = [
  ['(?:gitlab-)?psql', OLD] as const,
  ['(?:mysql|mariadb)', `${OLD}|dump`] as const,
]
  .flatMap(([program, name]) => [
    new RegExp(String.raw`\b${program}\s${UNQUOTED}(?<!<)<(?!<|[\w. /-]+>)\s*${FILE}(?:${name})`, 'i'),
    new RegExp(String.raw`\b${program}\s${UNQUOTED}(?:-f\s*|--file[= ])${FILE}(?:${name})`, 'i'),
    new RegExp(
      String.raw`${UNPACKS}[^|;&\n]*(?:${name})[^;\n]*\|[^|;&\n]*\b${program}\b(?!.*\s-\w*[ce]\s)`,
      'i',
    ),
  ])
  .concat([
    /\bpg_restore\s(?!.*\s(?:-l|--list|-f|--file)\b)(?:.*\s)?(?:-[aCeOsvx1w]*c[aCeOsvx1w]*|--clean|-d|--dbname)(?=[\s=])/,
    /\b(?:pg_dump(?:all)?\s(?:[^|\n]*\s)?(?:-c|--clean)\s[^|\n]*\|[^|\n]*\bpsql|mysqldump\s[^|\n]*\|[^|\n]*\b(?:mysql|mariadb))\b/,
  ]);

/** What a command's text says wherever it stands: SQL in quotes, methods in a program, a request's path. */
export const DESTRUCTIVE_TEXT: readonly RegExp[] = [
  /\b(?:drop|truncate)\s+(?:table|database|index|schema|user|role|view|extension|owned|materialized|publication|subscription|column|constraint|sequence|function|trigger|policy|type|tablespace|server|procedure|event|keyspace|collection|partition|replica|stream|dictionary|pluggable|login|measurement|series|shard|retention\s+policy|warehouse|diskgroup|synonym)\b/i,
  /\btruncate\s+(?:only\s+)?["\w.]+\s*(?:;|,|cascade|restart|["']|$)/i,
  /\bdelete\s+from\b|\bdelete\s+\w+\s+from\s+\w|\balter\s+table\s+\S+\s+(?:on\s+cluster\s+\S+\s+)?(?:delete|drop)\s|\bdiscard\s+tablespace\b/i,
  // What SQL Server writes over, or gives up.
  /\brestore\s+(?:database|log)\s[^;]*\bwith\s[^;]*\breplace\b|\brepair_allow_data_loss\b/i,
  // What Oracle gives up: alter database open resetlogs; RMAN's restore database is written over what is there.
  /\bopen\s+resetlogs\b|\bflashback\s+(?:database|table)\b|\bpurge\s+(?:dba_)?recyclebin\b|^\s*restore\s+(?:database|controlfile|(?:datafile|tablespace)\s+\S+)\s*(?:;|until\b|from\s+(?:autobackup|tag|service|')|$)|^\s*shutdown\s+abort\s*;|\btable_exists_action=(?:replace|truncate)\b/i,
  // Sessions are thrown out, shards and votes are given up.
  /\bwith\s+rollback\s+immediate\b|\bsh\.removeShard\(|\brs\.reconfig\([^)]*\bforce\b|\baccept_data_loss\b|\ballocate_(?:empty|stale)_primary\b/i,
  // Cypher: MATCH (n:Session) DETACH DELETE n
  /\bmatch\s*\([^;]*\)[^;]*\bdelete\s+\w/i,
  /^ansible\s.*\bstate=absent\b|\bdel(?:ete_)?princ(?:ipal)?\s/,
  // Typed into asmcmd, sftp, virsh, the HBase shell; what RMAN deletes
  /^\s*(?:rm|dropdg|destroy|undefine)\s+[\w+'"/-]|^\s*(?:drop|truncate)\s+['"]|^\s*delete\s+(?:noprompt\s+|force\s+)*(?:obsolete|expired|backup|archivelog|copy|datafilecopy)\b|\bclear\s+(?:unarchived\s+)?logfile\b/i,
  // Typed into parted.
  /^\s*(?:mklabel|mktable)\s+(?:gpt|msdos|mac|bsd|loop)\s*$/,
  // Settings of network devices.
  /^\s*(?:load\s+factory-default|request\s+system\s+zeroize|write\s+erase|erase\s+(?:startup-config|nvram:|flash:))/i,
  // Of all rows, or who is logged in; what one row is set to can be set back.
  /\bupdate\s+\S+\s+(?:\w+\s+)?set\b(?![^;]*\bwhere\b)|\bupdate\s+\S*(?:session|token)s?\\?["`]?\s+set\b/i,
  /\bpg_(?:terminate|cancel)_backend\b|\brds_kill(?:_query)?\b|\bpg_drop_replication_slot\b|\bpg_stat_reset|\bpg_stat_statements_reset\b|\blo_unlink\b/i,
  // select cancel_pg_process(4711)
  /\b(?:select|call|exec|execute|perform)\s+(?:\w+\.)?(?:\w+_)?(?:kill|cancel|terminate)_\w*(?:process|pid|backend|query|session|connection)\w*\s*\(/i,
  /\bkill\s+(?:query\s+|connection\s+)?\d+\s*[;"']|^\s*kill\s+(?:query\s+|connection\s+)?(?:\d+|_+|<[^>]*>)\s*;?\s*$|\bkill\s+(?:query|connection|mutation|session)\b|\bpurge\s+(?:binary|master)\s+logs\b|\breset\s+(?:master|slave|replica)\b|\bflush\s+tables?\b(?!.*\bwith\s+read\s+lock)/i,
  /\bflush(?:all|db)\b|\bredis\.call\(\s*['"](?:del|unlink)\b|(?:^|[\s"'])\.restore\s/i,
  /^\s*(?:del|unlink|hdel|[lx]trim|[szl]rem|xdel|zremrangeby\w+|client\s+kill|script\s+(?:kill|flush)|cluster\s+(?:reset|forget)|xgroup\s+destroy|deleteall|rmr)\s+\S|^\s*shutdown(?:\s+(?:nosave|save|abort))?\s*$/i,
  /\.(?:destroy|destroy_all|delete|delete_all|delete_many|delete_by|destroy_by|deleteMany|deleteOne|findOneAndDelete|findAndRemove|remove|drop|dropDatabase|dropIndexes?|dropCollection|destroy!|delete!|kill|killOp|killSessions|clear|purge|flushall|flushdb|flush|revoke|rmtree|unlink|terminate|truncate|really_destroy!|delete_matched|del|hdel|srem|zrem|ltrim|kill_all|remove_queue|discard_all)(?:\(|!|\s*\}|["']|\s*$|\s*;|\s*\n)/,
  /\((?:&:(?:delete|destroy!?|kill|discard|clear)|&(?:delete|Repo\.delete\S*)\/1)\)|\bProcess\.exit\(|\bRelease\.rollback\(/,
  /\bcurl\b.*(?:-X|--request)[ =]?POST\b.*\/(?:clear|purge|delete|flush|wipe)-\w/,
  // In the word of its URL: not where it writes to, nor in a command behind it.
  /\bcurl[ \t](?:(?:"[^"\n]*"|'[^'\n]*'|[^|;&\n"'])*[ \t])?(?<!\s(?:-\w*[oO]|--output|--remote-name)\s+)(?:--url=)?\\?["']?[^\s"'|;&@~./-][^\s"'|;&]*["']?\/(?:remove|delete|destroy|drop|purge|wipe)(?:[A-Z][A-Za-z]+|[-_][a-z]\w*)?(?:[?"'\s;)&|]|$)/,
  /["']finalizers["']\s*:\s*(?:null|\[\s*\])/,
  /_delete_by_query\b|\/delete_series\b|\/_(?:delete|purge)\b|_cache\/clear\b|purge_cache\b|purge_everything\b/,
  ...RESTORES,
  /\bxargs\s+(?:-\S+\s+(?:\{\}\s+)?)*(?:sudo\s+)?(?:rm|kill|unlink)(?:\s+-\w+)*(?:\s+\{\})?\s*(?:$|[;|&)])/m,
  // Takes a device away, or ends the machine at once: echo 1 > /sys/block/sdb/device/delete, echo b | sudo tee /proc/sysrq-trigger
  /(?:>|\btee\s)\s*(?:\/sys\/(?:block|class|bus)\/\S+\/(?:delete|remove|reset|unbind)|\/proc\/sysrq-trigger)(?=[\s"';)]|$)/,
  /\b(?:rmtree|removedirs)\b|\bos\.(?:remove|kill|unlink)\b|\bdebug\.setHead\(|\bFileUtils\.rm/,
];
