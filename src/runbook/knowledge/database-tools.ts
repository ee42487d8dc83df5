import type { Client } from './client.ts';
import { tool } from './tool-clients.ts';

/** Programs to look after a database with, that have a prompt of their own. */
export const DATABASE_TOOLS: readonly Client[] = [
  tool({
    name: 'rman',
    syntax: 'sql',
    program: /(?:^|[\s/])rman(?:\s+(?:target|catalog|auxiliary)(?:\s+|=)\S+)*\s*$/i,
    prompt: /^\s*RMAN>\s*/i,
    more: /^\s*(?:[2-9]|\d{2,3})>\s?/,
    statements:
      /^\s*(?:backup|restore|recover|list|report|crosscheck|delete|connect|run|show|configure|validate|startup|shutdown|alter|catalog|duplicate|switch|sql|allocate|release|exit|quit)\b/i,
  }),
  tool({
    name: 'lsnrctl',
    program: /(?:^|[\s/])lsnrctl\s*$/,
    prompt: /^\s*LSNRCTL>\s*/i,
    statements: /^\s*(?:start|stop|status|services|reload|set|show|version|exit|quit)\b/i,
  }),
  tool({
    name: 'dgmgrl',
    program: /(?:^|[\s/])dgmgrl(?:\s+\S+)?\s*$/,
    prompt: /^\s*DGMGRL>\s*/i,
    statements:
      /^\s*(?:connect|show|switchover|failover|reinstate|enable|disable|edit|add|remove|validate|convert|exit|quit)\b/i,
  }),
  tool({
    name: 'hbase',
    program: /(?:^|[\s/])hbase\s+shell\s*$/,
    prompt: /^\s*hbase(?:\([^)\n]*\))?:\d+:\d+>\s*/,
    statements:
      /^\s*(?:list|scan|get|put|disable|enable|drop|describe|desc|count|truncate|major_compact|compact|flush|split|balancer|balance_switch|assign|unassign|move|status|alter|create|delete|deleteall|exit|quit)\b/,
  }),
  tool({
    name: 'cypher-shell',
    syntax: 'sql',
    program: /(?:^|[\s/])cypher-shell(?:\s+(?:-[aup]\s+\S+|--\w+[= ]\S+))*\s*$/,
    given: /\s--file(?=[\s=])|\s-v$/,
    prompt: /^\s*(?:[\w.-]+@)?(?:neo4j|system)>\s*/,
    statements:
      /^\s*(?:match|create|merge|call|show|drop|alter|stop|start|grant|revoke|return|unwind|:use|:exit)\b/i,
  }),
  tool({
    name: 'asmcmd',
    program: /(?:^|[\s/])asmcmd(?:\s+(?:-p|--privilege[ =]\S+))*\s*$/,
    prompt: /^\s*ASMCMD(?: \[[^\]\n]*\])?>\s*/i,
    statements:
      /^\s*(?:ls\w*|cd|pwd|cp|rm|mkdir|mkalias|rmalias|du|find|(?:u|dis)?mount|(?:mk|ch|drop)dg|md_backup|md_restore|rebal|iostat|sp\w+|pw\w+|orapwusr|offline|online|startup|shutdown|exit|quit)(?:\s|$)/i,
  }),
  tool({
    name: 'ggsci',
    program: /(?:^|[\s/])(?:ggsci|adminclient)\s*$/,
    // `GGSCI (db-1) 2>`, `OGG (https://gg:443 shop) 3>`
    prompt: /^\s*(?:GGSCI|OGG)(?: \([^)\n]*\))?(?: as \S+)?(?: \d+)?>\s*/,
    statements:
      /^\s*(?:info|start|stop|view|status|lag|dblogin|add|alter|delete|edit|create|kill|send|(?:un)?register|obey|sh|shell|stats|connect|refresh|encrypt|exit|quit)(?:\s|$)/i,
  }),
  tool({
    name: 'adrci',
    program: /(?:^|[\s/])adrci\s*$/,
    prompt: /^\s*adrci>\s*/i,
    statements: /^\s*(?:show|set|purge|ips|help|host|select|spool|estimate|migrate|exit|quit)(?:\s|$)/i,
  }),
  tool({
    name: 'mysqlsh',
    syntax: 'js',
    program: /(?:^|[\s/])mysqlsh(?=\s|$)/,
    given: /\s-(?:[ef]|V$)|\s--(?:execute|file|import|pym)(?=[\s=]|$)|\s--\s/,
    // `MySQL  db-1:33060+ ssl  JS >`
    prompt: /^\s*(?:MySQL\s(?:[^>\n]{0,80}\s)?(?:JS|SQL|Py)\s?>|mysql-(?:js|sql|py)>)\s*/i,
    words: /\bmysqlsh\b|\bmysql shell\b/i,
  }),
  tool({
    name: 'influx',
    program: /(?:^|[\s/])influx(?:\s+v1\s+shell)?(?:\s+-{1,2}\w[\w-]*(?:[ =](?!-)\S+)?)*\s*$/,
    given: /\s-{1,2}(?:execute|import)(?=[\s=]|$)/,
    prompt: /^\s*influx>\s*/,
    statements:
      /^\s*(?:show|use|select|create|drop|alter|insert|auth|precision|delete|grant|revoke|set|explain|kill|settings|format|connect|history|clear|quit|exit)(?:[\s;]|$)/i,
  }),
  tool({
    name: 'sqlcmd',
    syntax: 'sql',
    program: /(?:^|[\s/\\])(?:sqlcmd|isql|tsql|fisql)(?:\.exe)?(?=\s|$)/,
    // `sqlcmd -Q "…"`, `sqlcmd -ifix.sql`, `tsql -LH db`; with `-q` it goes on to its prompt.
    given:
      /\s-[QiLo?]|\s--(?:query|input-file)(?=[\s=]|$)|sqlcmd(?:\.exe)?\s+(?:query\s+\S|(?!query)[a-z])|tsql\s+-C/,
    more: /^\s*(?:[2-9]|\d{2,3})>\s?/,
    words: /\bsqlcmd\b|\bisql\b/i,
  }),
  tool({
    name: 'db2',
    program: /(?:^|[\s/])db2\s*$/,
    prompt: /^\s*db2 ?(?:\(cont\.\) ?)?=>\s*/i,
    words: /\bdb2 (?:clp|prompt|command line processor)\b/i,
  }),
  tool({
    name: 'taos',
    syntax: 'sql',
    program: /(?:^|[\s/])taos(?=\s|$)/,
    given: /\s-(?:s|f|k|C)|\s--(?:commands|file|check|dump-config)(?=[\s=]|$)/,
    prompt: /^\s*taos>\s*/,
  }),
  tool({
    name: 'cbq',
    syntax: 'sql',
    program: /(?:^|[\s/])cbq(?:\s+-{1,2}\w+[ =]\S+)*\s*$/,
    given: /\s-{1,2}(?:f|file|s|script)(?=[\s=]|$)|\s-v$/,
    prompt: /^\s*cbq>\s*/,
  }),
  tool({
    name: 'impala-shell',
    syntax: 'sql',
    program: /(?:^|[\s/])impala-shell(?=\s|$)/,
    given: /\s-[qf]|\s--(?:query|query_file)(?=[\s=]|$)|\s-v$/,
    prompt: /^\s*\[[\w.-]+:\d+\] (?:\w+)?>\s*/,
  }),
  tool({
    name: 'gremlin',
    syntax: 'js',
    program: /(?:^|[\s/])gremlin(?:-console)?(?:\.sh)?\s*$/,
    prompt: /^\s*gremlin>\s*/,
  }),
];
