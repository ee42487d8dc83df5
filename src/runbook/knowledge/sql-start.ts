import { anyOf } from './words.ts';

const STATEMENTS = anyOf(
  // Any database's
  /select/i,
  /(?:insert|replace|merge)\s+into/i,
  /update\s+\S+\s+set/i,
  /delete\s+from/i,
  /create\s+(?:unique\s+|or\s+replace\s+)?(?:index|table|user|role|database|schema|extension|view|materialized|function|publication|subscription)/i,
  /alter\s+(?:system|table|role|user|(?:pluggable\s+)?database|index|sequence|default|session|tablespace|diskgroup|extension|function|view|materialized|publication|subscription|type|server|policy)/i,
  /drop\s+(?:index|table|user|role|database|schema|extension|view|owned|publication|subscription|materialized)/i,
  /explain/i,
  /vacuum/i,
  /analy[sz]e/i,
  /reindex/i,
  /truncate/i,
  /grant/i,
  /revoke/i,
  /with\s+\w+\s+as/i,
  /show\s+\w+/i,
  /set\s+\w+/i,
  /begin/i,
  /commit/i,
  /rollback/i,
  /call\s+[\w.]+/i,
  /desc(?:ribe)?\s+(?:\w+;|(?:full\s+)?(?:keyspaces?|tables?|schema|cluster|types?)\b)/i,
  // SQLite's
  /pragma\s+\w+/i,
  // PostgreSQL's, and psql's own
  /refresh\s+materialized\s+view/i,
  /copy\s+(?:\(|\w+\s+(?:from|to)\b)/i,
  /checkpoint;/i,
  /\\[a-z?]+/i,
  // SQLite's own
  /\.(?:read|echo|exit|quit|tables|schema|mode|headers?|import|output|backup|restore|dump|databases|timeout|once)/i,
  // MySQL's
  /kill\s+\d+/i,
  /use\s+[<"'`]?[\w-]+[>"'`]?;/i,
  /(?:stop|start|reset)\s+(?:slave|replica|group_replication|master|binary\s+logs)/i,
  /change\s+(?:master|replication\s+source)\s+to/i,
  /flush\s+(?:tables|privileges|logs|hosts|status|binary)/i,
  /(?:un)?lock\s+tables?/i,
  /(?:optimize|repair|check|rename)\s+table/i,
  /purge\s+(?:binary|master)\s+logs/i,
  /load\s+data/i,
  // SQL Server's
  /restore\s+(?:database|log|verifyonly|headeronly|filelistonly)/i,
  /backup\s+(?:database|log)/i,
  /dbcc\s+\w+/i,
  /exec(?:ute)?\s+(?:(?:msdb|master|sys|dbms_\w+|dbo)\.|[sx]p_)[\w.]+/i,
  // Oracle's
  /create\s+(?:s?pfile|restore\s+point|or\s+replace|unique)/i,
  /flashback\s+\w+/i,
  /startup(?:;|\s+(?:nomount|mount|open|force|restrict|upgrade|pfile))/i,
  /shutdown(?:;|\s+(?:immediate|abort|transactional|normal))/i,
  /archive\s+log\s+list/i,
  /recover\s+(?:database|standby|managed|datafile|tablespace)/i,
  /conn(?:ect)?\s+\/\s+as\s+sys\w+/i,
  // Cassandra's
  /alter\s+keyspace/i,
  /consistency(?:\s+\w+)?;?$/i,
  /tracing\s+o(?:n|ff)/i,
  // ClickHouse's
  /system\s+(?:restore|restart|sync|drop|flush|start|stop|reload)\s+\w+/i,
  /(?:attach|detach)\s+table/i,
  // PgBouncer's
  /(?:pause|resume|reconnect|reload)(?:\s+\w+)?;/i,
);

/** First words of SQL statements and of psql's own. */
export const SQL_START = new RegExp(String.raw`^\s*(?:${STATEMENTS.source})(?=[\s;(*]|$)`, 'i');
