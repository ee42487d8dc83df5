import type { Trait } from './trait.ts';

/**
 * Programs that statements are typed into, beside those that are followed as clients, which `clients.ts` knows better. What is redirected to them is
 * not typed.
 */
export const TAKES_STATEMENTS: readonly Trait[] = [
  // Programs of a language, and those that `-p` or `-u` says something else to: python3 -u fix.py
  {
    form: /^(?:\S*\/)?(?:i?python[\d.]*|node|irb|pry|bpython|ghci|jshell|lua|scala|pyspark|erl|gdb|lldb|bc|php\s+-a|deno|julia|R|octave|jconsole|nslookup|rclone\s+config|bluetoothctl|nmcli\s+connection\s+edit|conntrackd|rados|bconsole|targetcli|temporal\s+operator\s+interactive)(?:\s+-[iB]|\s+--(?:remsh|name|sname|cookie)(?:=\S*|\s+[^\s-]\S*)?)*$/,
  },
  {
    form: /^(?:\S*\/)?(?:spark-shell|usql|litecli|ceph|ftp|lftp|vtysh|birdc|dgmgrl|dbaccess|bteq|vsql|nzsql|hdbsql|cbq|osqueryi|fs_cli|kamcmd|duckdb|surreal\s+sql|cypher-shell|arangosh)(?:\s+-[iB]|\s+--(?:host|user|password|port|db|database|secure|connect)(?:=\S*|\s+[^\s-]\S*)?|\s+-[uhpdPUHS]\s+\S+)*$/,
  },
  {
    form: /^(?:\S*\/)?(?:(?:gdb|lldb|sftp|ftp|telnet|(?:nc|ncat|netcat)(?:\s+-[Ctun46]+)?|dbt\s+shell|wp\s+shell|tinker)\s+[^\s|<]\S*(?:\s+(?:-p\s+)?\d+|\s+[\w$-]+)?|sqlite3\s+[^\s|<-]\S*)$/,
    unless: /^\S+\s+-[vPV]$/,
  },
  {
    form: /^(?:php\s+)?(?:\S*\/)?artisan\s+tinker\b|\s(?:remote|remote_console|rpc-console)$|^(?:terraform|tofu)\s+console\b|^(?:\S*\/)?(?:zkCli(?:\.sh)?|zookeeper-shell(?:\.sh)?)(?:\s+-server\s+\S+|\s+\S+:\d+)?$|^(?:\S*\/)?kafka-console-producer(?:\.sh)?\s|^openssl\s+s_client\s/,
    unless: /\s(?:-e|--eval|--execute)(?=[\s=])|\s--\s/,
  },
  // What is to be written into a file: `cat > web.conf`
  { form: /^(?:cat|tee(?:\s+-a)?\s+[^\s|<-]\S*)$/ },
  { form: /^erl\s/, unless: /\s-(?:noshell|noinput|eval|detached)\b/ },
  {
    form: /^(?:python[\d.]*\s+)?(?:\S*\/)?manage\.py\s(?:.*\s)?(?:shell|shell_plus|dbshell)(?=\s|$)/,
    unless: /\s(?:-c|--command(?=[\s=]))/,
  },
  // A database of a cloud's, or of a framework's configuration.
  {
    form: /^(?:(?:fly|flyctl)\s+(?:postgres|pg|mpg|redis)\s+connect|railway\s+connect|heroku\s+(?:pg:psql|redis:cli)|turso\s+db\s+shell)\b/,
    unless: /\s(?:-c|--command|-f|--file)[ =]|^turso\s+db\s+shell\s+[^\s-]\S*\s+[^\s-]/,
  },
  // What a site's own configuration leads to: drush @prod sql:cli, wp db cli
  {
    form: /^(?:\S*\/)?drush\s+(?:[@-]\S+\s+)*(?:sqlc|sql[-:](?:cli|connect)|php(?:[-:]cli)?|core[-:]cli|(?:site[-:])?ssh)$|^wp\s(?:.*\s)?db\s+cli(?=\s|$)|^(?:testdisk|(?:debugfs|xfs_db|hdbsql)\s(?:-\S+\s+)*\/\S+$)|^cu\s+-l\s|^smbclient\s+\/\/|^python[\d.]*\s+-i(?=\s|$)|^geth\s+attach(?=\s|$)/,
    unless: /\s(?:-R|-c|-L|-A|-N)\s|\s--(?:command|exec)(?=[\s=])|sql[-:]connect/,
  },
];
