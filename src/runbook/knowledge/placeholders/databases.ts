import type { PlaceholderForm } from './form.ts';
import { after, before, isInSql, isLookedFor } from './around.ts';

/** What stands after which words of SQL, by the names that samples give it. */
const KINDS: readonly (readonly [after: string, nouns: string])[] = [
  [
    String.raw`(?:table(?:\s{1,8}if\s{1,8}(?:not\s{1,8})?exists|\s{1,8}only)?|from(?:\s{1,8}only)?|into|update|join|replica|truncate|vacuum(?:\s{1,8}full|\s{1,8}analyze|\s?\([^()]{1,60}\)){0,2}|analyze|partition\s{1,8}of|on|inherit|reindex\s{1,8}table|\\d[+]?)`,
    'table|tbl|view|relation',
  ],
  [String.raw`view(?:\s{1,8}if\s{1,8}exists)?`, 'view'],
  [String.raw`index(?:\s{1,8}concurrently)?(?:\s{1,8}if\s{1,8}(?:not\s{1,8})?exists)?`, 'index|idx'],
  [String.raw`column(?:\s{1,8}if\s{1,8}(?:not\s{1,8})?exists)?`, 'column|col'],
  [String.raw`(?:database|\\c|use)(?:\s{1,8}if\s{1,8}(?:not\s{1,8})?exists)?`, 'database|db'],
  [String.raw`(?:schema|keyspace)(?:\s{1,8}if\s{1,8}(?:not\s{1,8})?exists)?`, 'schema|keyspace'],
  [String.raw`(?:user|role|to|owner\s{1,8}to)(?:\s{1,8}if\s{1,8}(?:not\s{1,8})?exists)?`, 'user|role'],
  [String.raw`constraint(?:\s{1,8}if\s{1,8}exists)?`, 'constraint'],
  [String.raw`trigger(?:\s{1,8}if\s{1,8}exists)?`, 'trigger'],
  [String.raw`procedure(?:\s{1,8}if\s{1,8}exists)?`, 'procedure'],
  [String.raw`(?:publication|subscription)(?:\s{1,8}if\s{1,8}exists)?`, 'publication|subscription'],
];

/** Before what a sample is about: failed_table, new_column, ExistingTable. */
const WHICH =
  'new|old|existing|failed|affected|target|source|bloated|large|big|problem|problematic|broken|corrupt|corrupted|specific|some|unused|your|my';

/** `table_name`, `failed_table_name`, `new_table`, `vw_NewView` */
const sample = (nouns: string): string =>
  `(?:\\w+_)?(?:${nouns})_?name|(?:(?:${WHICH})_|(?:\\w+_)?(?:${WHICH}))(?:${nouns})`;

const NOUNS = 'table|tbl|view|relation|index|column|database|db|schema|user|role|slot|sequence';

/** What stands for a team's own in SQL, and where programs of databases and networks are told where to connect. */
export const OF_DATABASES: readonly PlaceholderForm[] = [
  // DROP TABLE dbo.NewTable; ALTER TABLE table_name DROP COLUMN new_column
  ...KINDS.map(([keywords, nouns]) => ({
    has: nouns
      .split('|')
      .flatMap((noun) => [noun, noun.charAt(0).toUpperCase() + noun.slice(1), noun.toUpperCase()]),
    form: new RegExp(
      String.raw`(?<=(?:\b|^)${keywords}\s{1,8}(?:\w{1,60}\.)?["\x60[]?)(${sample(nouns)})(?![\w.]|\s*=)`,
      'gi',
    ),
  })),
  // OPTIMIZE TABLE database.table
  {
    has: ['.table', '.tbl', '.view', '.collection'],
    form: /(?<=\s["`]?)((?:database|db|schema|dataset)(?:_?name)?["`]?\.["`]?(?:table|tbl|view|collection)(?:_?name)?)(?![\w.])/gi,
  },
  // pg_total_relation_size('table_name'), relname = 'table_name', datname = 'dbname'
  {
    has: ["name'", "table'", '.table'],
    form: new RegExp(
      String.raw`(?<=\b(?:pg_\w{1,60}|to_regclass|setval|nextval)\(\s{0,8}'|\b(?:\w{0,60}name|database|table)\s{0,8}=\s{0,8}')((?:\w+_)?(?:${NOUNS})_?name|(?:schema|database|db)\.table)(?=')`,
      'gi',
    ),
  },
  // PURGE BINARY LOGS TO 'log_file_name'
  { has: ["name'"], form: /(?<=\blogs\s{1,8}to\s{1,8}')((?:\w{1,60}_)?(?:log|file|binlog)_?name)(?=')/gi },
  // KILL process_id
  {
    has: ['kill ', 'KILL '],
    form: /(?<=\bkill\s(?:query\s|connection\s)?)((?:process|thread|connection|query|processlist)_?id|pid|(?<=\s)ID)(?=["';\s]|$)/gi,
  },
  // organisation_id: "organisation_id"
  {
    has: ['_id"', "_id'"],
    form: /(?<=[:=>]\s{0,8}["'])([a-z]+(?:_[a-z]+)*_id)(?=["'])/g,
    not: (match) =>
      !new RegExp(String.raw`(?<![\w"'])${match[1] ?? ''}\s*(?::|=>?)\s*["']$`).test(
        match.input.slice(0, match.index),
      ),
  },
  // sqlcmd -S server -d database, psql -h host -U username
  {
    has: ['host', 'server', 'database', 'dbname', 'user'],
    form: /(?<=-[A-Za-z]\s?|--?[a-z]{2,8}[ =])(host|hostname|server|servername|database|dbname|username|db_?user)(?=\s|$)/g,
    not: (match) => !toWhere(match[1] ?? '').test(near(match)),
  },
  // mysqldump -u root dbname, chown username
  {
    has: ['dbname', 'username', 'tablename', 'vgname', 'lvname', 'vg_name', 'lv_name', 'poolname', 'volname'],
    form: /(?<=[\s/])(dbname|username|tablename|vgname|lvname|vg_name|lv_name|poolname|volname)(?=[\s/]|$|[.:@])/g,
    not: (match) =>
      isLookedFor(match) ||
      isInSql(match) ||
      !TAKES_NAMES.test(near(match)) ||
      ENDS_IN_QUOTES.test(near(match)),
  },
  // telnet master_ip 3306, curl http://server-ip:8080/health
  {
    has: ['_ip', '-ip', 'ip_', 'ip-', 'host'],
    form: /(?<=[\s@/=])((?:[a-z]+[_-])+(?:ip|hostname)|(?:[a-z]+[_-])*ip[_-]address|(?:server|remote|target|source|master|slave|primary|replica|node|db|database|web|bastion|redis|mysql|postgres|pg)[_-]host)(?=[\s:/]|$)/g,
    not: (match) => !OVER_NETWORK.test(near(match)),
  },
  // SELECT pg_terminate_backend(pid), with no table that the pid comes from
  {
    has: ['backend(pid)', 'backend(PID)'],
    form: /(?<=\bpg_(?:terminate|cancel)_backend\()(pid|PID)(?=\))/g,
    not: (match) => /\bfrom\b/i.test(after(match)),
  },
];

const DATABASE_PROGRAM =
  /\b(?:psql|pg_\w+|sqlcmd|mysql\w*|mariadb\w*|mongo\w*|redis-cli|valkey-cli|cqlsh|clickhouse-client|createdb|vacuumdb|reindexdb|influxd?)\s(?:[^|;&\n]*\s)?/
    .source;
const HOST_OPTION = new RegExp(String.raw`${DATABASE_PROGRAM}(?:-[hHS]\s?|--(?:host|server)[ =])$`);
const USER_OPTION = new RegExp(String.raw`${DATABASE_PROGRAM}(?:-[uU]\s?|--(?:user|username)[ =])$`);
const DATABASE_OPTION = new RegExp(
  String.raw`${DATABASE_PROGRAM}(?:-[dD]\s?|--?(?:dbname|database|db)[ =])$`,
);

const toWhere = (name: string): RegExp => {
  if (name.includes('user')) return USER_OPTION;
  return name.startsWith('d') ? DATABASE_OPTION : HOST_OPTION;
};

const TAKES_NAMES =
  /\b(?:pg_\w+|mysql\w*|mariadb\w*|createdb|dropdb|createuser|dropuser|vacuumdb|reindexdb|mongo\w*|passwd|useradd|usermod|userdel|adduser|chown|su|lv\w+|vg\w+|zpool|zfs|mount|gluster)\s(?:[^|;&\n]*[\s/])?$/;

const OVER_NETWORK =
  /\b(?:ping|telnet|nc|ncat|traceroute|mtr|ssh|scp|nslookup|dig|nmap|tracepath)\s(?:[^|;&\n]*[\s@])?$|:\/\/(?:[^\s/@]*@)?$|\s(?:-h|--host)[ =]$/;

/** What stands right before, as far as it matters. */
const near = (match: RegExpExecArray): string => before(match).slice(-200);

const ENDS_IN_QUOTES = /^(?:[^"']|"[^"]*"|'[^']*')*["'][^"']*$/;
