import type { Client, Syntax } from './client.ts';
import { DATABASE_TOOLS } from './database-tools.ts';
import { MONGOSH_STATEMENT } from './mongosh.ts';
import { TOOL_CLIENTS } from './tool-clients.ts';

/** A prompt has one of these: looked for first, since most lines have none. */
export const PROMPT_SIGN =
  /[$#%>❯➜›λ»¥▶*]|\w@[\w.-]+: |^\s*\[[a-z\d]|In \[|\[zk: |Command \(|\((?:gdb|lldb|Pdb|parted|virsh|initramfs)\)|kadmin|:\) /;

const START = String.raw`(?:^|[\s/;|&(])`;
const program = (names: string): RegExp => new RegExp(String.raw`${START}(?:${names})(?=\s|$)`);

/** No program opens it: one logs in with `ssh`. */
const NEVER = /(?!)/;

/** What only a network device shows, and no database. */
const SHOWN = String.raw`(?:ip|ipv6|int\w*|run\w*|startup\S*|ver\w*|vlan|mac|arp|bgp|ospf|isis|mpls|vrf|cdp|lldp|log\w*|etherchannel|port-channel|spanning-tree|standby|hsrp|vrrp|vpc|inventory|tech\S*|clock|flash|boot\w*|crypto|access-lists?|route-map|module|redundancy|ntp|snmp|power|env\w*|platform|license|archive|policy-map|module|feature|counters|controllers|processes)\b`;

/** A client of one of the stores that take a query from an option alike. */
const warehouse = (name: string, programs: string, prompt: RegExp, words: string): Client => ({
  name,
  syntax: 'sql',
  program: program(programs),
  given: /\s-[efq](?=[\s="']|$)|\s--(?:execute|file|query|service)(?=[\s=]|$)|^\W*snowsql\s+-v$/,
  prompt,
  more: /^\s*(?:->|\. \. \.[ .]*>)\s?/,
  words: new RegExp(String.raw`\b(?:${words}) (?:cli|console|shell|prompt)\b`, 'i'),
});

/** One client an entry; the first whose `program` or `prompt` matches is taken: those with a name of their own in it before all others. */
export const CLIENTS: readonly Client[] = [
  ...TOOL_CLIENTS,
  ...DATABASE_TOOLS,
  {
    name: 'junos',
    syntax: 'line',
    program: /^cli$/,
    given: /\s/,
    // `ops@core-1> show bgp summary`, `root# set system host-name edge`
    prompt:
      /^\s*(?:\{[\w:]+\}\s*)?(?:[\w.-]+@[\w.:-]+|root)[>#]\s+(?=(?:show|set(?! cli\b| [-+])|set cli|delete(?! from)|request|deactivate|activate|edit|clear|annotate|rename)\s+[a-z|]|monitor (?:interface|traffic|start)|run (?:show|set|request|ping|clear|file|monitor)\b|top (?:edit|set|show|delete)\b|up(?: \d)?$|load (?:factory-default|merge|override|replace|set|patch|update)\b|commit(?:$| (?:check|confirmed|and-quit|comment|synchronize|\|))|rollback (?:\d|rescue|\?)|configure(?:$| (?:private|exclusive)))(?![^\n]*;\s*$)/,
    words: /\bjun(?:os|iper) (?:cli|console|shell|prompt)\b/i,
    statements:
      /^\s*(?:show|set|delete|request|configure|edit|top|up|run|commit|rollback|load|clear|monitor|deactivate|activate|annotate|rename|exit)\b/,
  },
  {
    name: 'ios',
    syntax: 'line',
    program: NEVER,
    given: /\s/,
    // `core-sw1(config-if)# no shutdown`, `R1#show ip route`, `Router> enable`
    prompt: new RegExp(
      String.raw`^\s*[A-Za-z][\w.-]*(?:\(config[\w./:-]*\)#\s*|[>#]\s*(?=(?:show ${SHOWN}|enable$|conf(?:igure)? t(?:erm\w*)?$|copy run\S* start\S*|write (?:mem\w*|erase|term\w*)|terminal length \d|erase startup-config|undebug all|clear (?:ip|arp|mac|bgp|counters|logging|crypto)\b)))`,
    ),
    words: /\b(?:cisco )?ios (?:cli|console|shell|prompt)\b/i,
    statements:
      /^\s*(?:show|no|conf\w*|interface|router|ip|write|copy|clear|exit|end|enable|disable|reload|vlan|switchport|description|shutdown|terminal|ping|traceroute)\b/,
  },
  {
    name: 'psql',
    syntax: 'sql',
    program: program(
      'psql|gitlab-psql|pgcli|gsql|ysqlsh|edb-psql|postgres\\s+--single|gitlab-ctl\\s+pgb-console',
    ),
    given: /\s-[aAbeEHnqsStwWxXz01]*[cflV?]|\s--(?:command|file|list|list-dsn|ping)(?=[\s=]|$)/,
    prompt:
      /^\s*(?!(?:shell|mysql|sql|sqlite|trino|presto|spark-sql|hive|ksql|y?cqlsh|\w*sql)>)(?:\$ )?[A-Za-z_][\w-]*(?:(?:::[A-Z_]+)?=[*!^]?[#>]|[#>](?=\s*(?:\\|(?:select|show|alter|update|delete|insert|create|drop|explain|vacuum|analyze|set|begin|commit|with|reindex)\b)))\s*/i,
    more: /^\s*[A-Za-z_][\w-]*[-('"$][*!^]?[#>]\s?/,
    words:
      /\bpsql\b|\bpostgres(?:ql)? (?:console|shell|prompt)|\bdb ?console\b|\bpgbouncer (?:admin )?console\b/i,
  },
  {
    name: 'mysql',
    syntax: 'sql',
    program: program('mysql|mariadb|mycli'),
    given: /\s-[ABbCcEfGHiLNnoqrstTUvXw]*[eIV?]|\s--(?:execute|list-dsn|print-defaults)(?=[\s=]|$)/,
    // `mysql [localhost] {msandbox} ((none)) >`, `root@db-1 [(none)]>`, `ProxySQL Admin>`
    prompt:
      /^\s*(?:(?:mysql|MariaDB)(?: \[[^\]\n]*\])?(?: \{\w+\})?(?: \(\(?\w+\)?\))?|[\w.@-]* ?\[\(none\)\]|[\w.-]+@[\w.-]+ (?:\[\w+\]|\(\w+\))(?= ?>\s*(?:show|select|alter|create|drop|change|stop|start|set|grant|flush|use|reset)\s)|ProxySQL(?: ?Admin)?|Admin(?= ?>\s*(?:load|save|update|insert|delete|select|show|set)\s)) ?>\s*/i,
    more: /^\s{2,}[-'"`]>\s?/,
    words: /\b(?:mysql|mariadb) (?:console|shell|prompt|client)\b/i,
  },
  {
    name: 'redis-cli',
    syntax: 'line',
    program: program('redis-cli|gitlab-redis-cli|valkey-cli|keydb-cli'),
    given:
      /(?:redis-cli|valkey-cli|keydb-cli)(?:\s+(?:-[hpansuridDtX]\s+(?:"[^"]*"|'[^']*'|[^\s"']\S*)|--(?:user|pass|sni|cacert|cacertdir|cert|key|tls-ciphers|tls-ciphersuites|show-pushes)[ =](?!-)\S+|-[cex2346]|--(?:askpass|csv|insecure|json|no-auth-warning|no-raw|quoted-input|quoted-json|raw|tls|verbose)))*\s+(?:[A-Za-z"'$*]|-v$|--(?:bigkeys|hotkeys|memkeys|keystats|scan|stat|latency\S*|cluster|pipe|rdb|eval|ldb|lru-test|replica|slave|functions-rdb|intrinsic-latency))/,
    prompt:
      /^\s*(?:(?:[\w.-]+:\d+|redis[\w.-]*(?: [\w./:-]+)?|not connected|<[\w -]+>:\d+)(?:\[\d+\])?(?:\(\w+\))?>)\s*/,
    words: /\bredis(?:-cli)? (?:console|shell|prompt|cli)\b|\bredis-cli\b/i,
    // Without those that a shell has, too: `echo`, `touch`, `time`
    takes:
      /^\s*(?:(?:acl|append|auth|bgrewriteaof|bgsave|bl?move|[bl]?[lrz]m?pop(?:min|max|lpush)?|client|cluster|config|dbsize|debug|decr(?:by)?|del|discard|exists|expire(?:at)?|failover|flushall|flushdb|get|geo\w+|h(?:del|exists|get|getall|incrby\w*|keys|len|m?set|mget|scan|vals)|incr(?:by)?|info|keys|l(?:index|insert|len|pos|pushx?|range|rem|set|trim)|lastsave|latency|lolwut|memory|mget|mset|module|monitor|object|p?expire(?:time)?|persist|pfcount|psubscribe|publish|pubsub|p?ttl|quit|randomkey|rename|replicaof|role|rpushx?|s(?:add|card|diff|inter|ismember|members|rem|union|scan)|save|scan|script|select\s+\d|sentinel|set\s+[^\s-]\S*\s+\S|setex|shutdown\s+(?:no)?save|slaveof|slowlog|strlen|subscribe|type\s+\S+\s*$|unlink|x(?:ack|add|autoclaim|claim|del|group|info|len|pending|range|readgroup|revrange|trim)|z(?:add|card|count|incrby|range\w*|rank|rem\w*|revrange|score))(?=\s|;|$)|ping\s*$)/,
  },
  {
    name: 'mongosh',
    syntax: 'js',
    program: program('mongo|mongosh'),
    given: /^(?!.*\s--shell(?:\s|$)).*(?:\s--eval|\.js\b|\s(?:-f|--file|--build-info)(?=[\s=]|$))/,
    prompt:
      /^\s*(?:(?:MongoDB )?(?:(?:Enterprise|Atlas) )?(?:[\w-]+:(?:PRIMARY|SECONDARY|ARBITER|STARTUP2?|RECOVERING|ROLLBACK|REMOVED|OTHER)>|mongos>|(?:[\w-]+ )?\[(?:direct: )?[\w-]+\] \w+>)|(?:mongo|admin|test)>|(?:MongoDB )?Enterprise>)\s*/,
    more: /^\s*\.\.\.\s/,
    words: /\bmongo(?:sh|db)? (?:console|shell|prompt)\b/i,
  },
  {
    name: 'rails',
    syntax: 'ruby',
    program: /\b(?:rails|gitlab-rails)\s+(?:c|console)\b|(?:^|\s)(?:irb|pry)\s*$/,
    prompt:
      /^\s*(?:irb(?:\([^)]*\):\d+(?::0)?)?[>*]|\[\d+\] (?:[\w-]+)?\([\w:#]*\)>|\[ [^\]]* \] \S+>|pry(?:\([\w:#]*\))?>|rails\S*>)\s*/,
    // Within what `do` or a bracket opens, irb counts how deep: `irb(main):003:1*`.
    more: /^\s*irb\([^)]*\):\d+:[1-9]\d*[*>"'/?]\s?/,
    words: /\b(?:gitlab-)?rails[- ]?(?:c|console|shell)\b|\brails$|\birb\b|\bpry\b/i,
  },
  {
    name: 'chef-shell',
    syntax: 'ruby',
    program: /(?:^|[\s/])chef-shell(?=\s|$)/,
    given: /\s-v$/,
    prompt: /^\s*chef(?:\s*\([^)]*\))?\s*>\s*/,
    words: /\bchef[- ]shell\b/i,
  },
  {
    name: 'django',
    syntax: 'python',
    program: /\bmanage(?:\.py)?\s+(?:(?:lms|cms)\s+)?(?:-[\w-]+(?:[ =](?!-)\S+)?\s+)*(?:shell|shell_plus)\b/,
    given: /\s(?:-c|--command(?=[\s=]|$))/,
    prompt: /^\s*(?:>>>|In \[\d+\]:)\s?/,
    more: /^\s*\.\.\.(?:\s|$)/,
    words: /\bdjango[- ]shell\b|manage\.py shell/i,
  },
  {
    name: 'dbshell',
    syntax: 'sql',
    program: /\bmanage\.py\s+dbshell\b|\brails\s+(?:db|dbconsole)(?=\s|$)/,
    given: /\s-[ce]\s/,
    words: /\bdbshell\b/i,
  },
  {
    name: 'python',
    syntax: 'python',
    program: /(?:^|[\s/])(?:i?python[\d.]*|flask\s+shell)\s*$/,
    words: /\bpython (?:shell|console|prompt|repl)\b|\bflask shell\b/i,
  },
  {
    name: 'sqlite3',
    syntax: 'sql',
    program: /(?:^|\s)sqlite3\s+\S+\s*$/,
    prompt: /^\s*sqlite>\s*/,
    more: /^\s*\.\.\.>\s/,
    words: /\bsqlite (?:shell|prompt)\b/i,
  },
  {
    name: 'cqlsh',
    syntax: 'sql',
    program: /(?:^|[\s/])y?cqlsh(?:\.sh|\.py)?(?=\s|$)/,
    given: /\s-[ef]|\s--(?:execute|file)(?=[\s=]|$)/,
    prompt: /^\s*(?:\w+@)?y?cqlsh(?::\w+)?>\s*/,
    words: /\bcqlsh\b/i,
  },
  {
    name: 'node',
    syntax: 'js',
    program: /(?:^|\s)node\s*$/,
    words: /\bnode (?:repl|shell|console)\b/i,
  },
  {
    name: 'clickhouse-client',
    syntax: 'sql',
    program: /(?:^|[\s/])clickhouse(?:-|\s+)client(?=\s|$)/,
    given: /\s(?:-q|--(?:query|queries-file)(?=[\s=]|$))|client(?:\s+-n|\s+--multiquery)*\s+["']/,
    prompt: /^\s*(?:[\w.-]+ )?:\) /,
    more: /^\s*:-\] /,
    words: /\bclickhouse[- ](?:client|console|shell)\b/i,
  },
  {
    name: 'cockroach',
    syntax: 'sql',
    program: /(?:^|[\s/])cockroach\s+sql(?=\s|$)/,
    given: /\s-[ef]|\s--(?:execute|file)(?=[\s=]|$)/,
    prompt: /^\s*\w+@[\w.-]*:\d+\/\w*(?:\s+\w+)?>\s*/,
    words: /\bcockroach sql\b/i,
  },
  {
    name: 'sqlplus',
    syntax: 'sql',
    program: program('sqlplus'),
    given: /\s@|\s-[VvH]$/,
    prompt: /^\s*(?:SYS@\w+ )?SQL>\s*/i,
    // `  2  from dual;`
    more: /^\s{1,3}(?:[2-9]|\d\d)\s{1,3}(?=\S)/,
    words: /\bsql\*?plus\b/i,
  },
  warehouse(
    'trino',
    'trino|presto|presto-cli',
    /^\s*(?:trino|presto)(?::[\w.]+)?(?: \([\w.]+\))?>\s*/,
    'trino|presto',
  ),
  warehouse('spark-sql', 'spark-sql', /^\s*spark-sql(?: \([\w.]+\))?>\s*/, 'spark(?:-sql)?'),
  warehouse('hive', 'beeline|hive', /^\s*(?:hive(?: \([\w.]+\))?|\d+: jdbc:\S+)>\s*/, 'hive|beeline'),
  warehouse('snowsql', 'snowsql', /^\s*[\w.-]+#[\w.-]*@[\w.-]*>\s*/, 'snowflake|snowsql'),
  warehouse('ksql', 'ksql', /^\s*ksql>\s*/, 'ksql'),
  {
    name: 'zookeeper',
    syntax: 'line',
    program: program('zkCli(?:\\.sh)?|zookeeper-shell(?:\\.sh)?'),
    given:
      /(?:zkCli(?:\.sh)?(?:\s+-(?:server|timeout)\s+\S+|\s+-r|\s+-waitforconnection)*|zookeeper-shell(?:\.sh)?\s+\S+)\s+[a-z]/,
    prompt: /^\s*\[zk: [^\]]*\]\s*/,
    words: /\bzookeeper (?:cli|shell|console)\b|\bzkCli\b/i,
    statements: /^\s*(?:ls2?|get|set|create|delete|deleteall|rmr|stat|getAcl|setAcl|sync|config)\s+\S*\//,
  },
  {
    name: 'gpg',
    syntax: 'line',
    program: /(?:^|[\s/])gpg2?\s.*--(?:edit-key|edit-card|card-edit)(?=\s|$)/,
    given: /--command-fd|--batch|--edit-key\s+(?:"[^"]*"|'[^']*'|\S+)\s+\w/,
    prompt: /^\s*gpg(?:\/card)?>\s*/,
    words: /\bgpg prompt\b/i,
    statements:
      /^\s*(?:expire|key|uid|trust|passwd|save|quit|add(?:uid|key|cardkey|revoker)|del(?:uid|key|sig)|rev(?:uid|key|sig)|sign|lsign|list|fpr|primary|enable|disable|toggle|clean|minimize|admin|fetch|keytocard)\b(?:\s+[\w*]+)?\s*$/,
  },
  {
    name: 'fdisk',
    syntax: 'line',
    program: /(?:^|[\s/])[fg]disk\s+\/\S+\s*$/,
    given: /\s-l\b/,
    prompt: /^\s*Command \([^)]*\):\s*/,
    words: /\bfdisk (?:prompt|menu)\b/i,
    statements: /^\s*[a-zA-Z]\s*$/,
  },
  {
    name: 'gdb',
    syntax: 'line',
    program: program('gdb|lldb'),
    given: /\s(?:-ex|-batch|--batch|-x)(?=\s|$)|\s-[vP]$|lldb\s(?:.*\s)?-b(?=\s|$)/,
    prompt: /^\s*\((?:gdb|lldb)\)\s*/,
    words: /\b(?:gdb|lldb) (?:prompt|console|session|shell)\b/i,
    statements:
      /^\s*(?:bt|backtrace|info|thread|frame|print|p|call|continue|c|detach|quit|set|attach|x|list|where|generate-core-file|gcore|source)\b/,
  },
  {
    name: 'iex',
    syntax: 'ruby',
    program: /(?:^|[\s/])iex(?=\s|$)/,
    given: /\s(?:-e|--eval)\s|\s-v$/,
    prompt: /^\s*iex(?:\([^)]*\)(?:\d+)?)?>\s*/,
    more: /^\s*\.\.\.(?:\([^)]*\)(?:\d+)?)?>\s?/,
    words: /\b(?:iex|elixir) (?:prompt|console|session|shell)\b/i,
  },
];

/** `> ` for the prompt of the client that is open or that the text names, also as a Markdown page shows it (`\> rs.status()`); Python's and PHP's. */
export const ANGLE = /^\s*\\?>{1,3}\s+(?=\S)/;

/** What ends a client's session and is typed into it. */
export const LEAVES_CLIENT = /^\s*(?:exit(?:\(\))?|quit(?:\(\))?|\\q|QUIT|bye)\s*;?\s*$/i;

/** A console that a text names without saying whose: "in the production console", "Open a console and enter:". A browser's is none, nor one that a function is pasted into. */
export const IN_A_CONSOLE =
  /^(?!.*\b(?:paste|functions?)\b).*\b(?:in|into|from|at|open|start|enter|launch|using|via)\s+(?:(?:an?|the|your|this|that|its|another|new|production|staging|remote|interactive|app(?:lication)?(?:['’]s)?)\s+){0,3}(?:console|repl|interactive shell)\b(?!\s+(?:outputs?|logs?|tab|ui|page))/is;

/** Whose it is, by the language of what is typed into it. */
export const CONSOLE_OF: Partial<Record<Syntax, string>> = { ruby: 'rails', python: 'python', php: 'tinker' };

/** What makes any client say something of itself, and end: `psql --help`, `mysql -V`. */
export const SPEAKS_OF_ITSELF = /\s(?:--?(?:help|version)(?=[\s=]|$)|-[hV?]$)/;

/** What only one client can be meant with, where the text names none. */
export const CLIENT_STARTS: readonly { readonly client: string; readonly form: RegExp }[] = [
  {
    client: 'redis-cli',
    form: /^\s*(?:config\s+(?:get|set|rewrite|resetstat)|flushall|flushdb|slowlog\s+\w+|client\s+(?:list|kill)|memory\s+(?:usage|doctor|stats)|bgsave|bgrewriteaof|lastsave|dbsize|(?:replica|slave)of\s|cluster\s+(?:info|nodes)|info\s+(?:server|clients|memory|stats|persistence|replication|keyspace|commandstats)|sentinel\s+(?:masters?|slaves|replicas|failover|ckquorum))\b/i,
  },
  // In capitals, as nobody else writes them: `LLEN jobs`, `AUTH ops secret`
  {
    client: 'redis-cli',
    form: /^\s*(?:AUTH(?!\s+(?:PLAIN|LOGIN|CRAM|XOAUTH|TLS|GSSAPI|EXTERNAL|NTLM)\b)|LLEN|LRANGE|LTRIM|LREM|HGETALL|HLEN|HKEYS|SMEMBERS|SCARD|ZCARD|ZRANGE\w*|ZCOUNT|XLEN|XINFO|XPENDING|XRANGE|UNLINK|PTTL)\s+\S+(?:\s+\S+){0,5}\s*$/,
  },
  {
    client: 'psql',
    form: /^\s*\\(?:d[a-zA-Z]{0,3}|l|c|conninfo|timing|x|copy|i|dt|watch|gexec)[+S]{0,2}(?:\s|$)/,
  },
  {
    client: 'cqlsh',
    form: /^\s*(?:alter|create|drop|describe)\s+keyspaces?\b/i,
  },
  {
    client: 'rails',
    form: /^\s*(?:\w+\s*=\s*)?[A-Z]\w*(?:::[A-Z]\w*)*\.(?:where|find|find_by\w*|find_each|all|count|first|last|new|create!?|update_\w+!?|pluck|joins|order|destroy\w*!?|delete_\w+|clear|perform_\w+|enabled\?|enable|disable|unscoped|includes|group|limit)\b/,
  },
  {
    client: 'django',
    form: /^\s*(?:(?:\w+\s*=\s*)?[A-Z]\w*\.objects\.\w+\(|from\s+(?:django\.[\w.]+|[\w.]+\.models)\s+import\s)/,
  },
  {
    client: 'mongosh',
    form: MONGOSH_STATEMENT,
  },
];
