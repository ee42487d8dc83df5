/** What a database's client prints, wherever it stands: frames of tables, counts of rows, errors. */
export const SQL_PRINTED =
  /^\s*(?:[┌├└│╔║╚]|\+[-=]{2,}[-+=]*\s*$|\|.*\|\s*$|\*{5,} \d+\. row \*{5,}|-\[ RECORD \d+ \]|Query (?:OK\b|id: )|Row \d+:\s*$|\d+ rows? (?:in set|affected|selected|updated|deleted|inserted|created)\b|no rows selected|\(\d+ rows?(?: affected)?\)|Empty set\b|Rows? matched: |Records: \d|ERROR(?: \d+ \(| at line|:)|(?:ORA|SP2|RMAN|PLS|TNS)-\d{4}|Msg \d+, Level|DB2\d{4}|SQL\d{4}N|Elapsed: |Time: [\d.]+ ms|Database changed)/;

/** What it prints below a statement: `Database altered.`, `NOTICE: …`, `UPDATE 3` */
export const SQL_ANSWERS =
  /^\s*(?:[A-Z][A-Za-z/ ]{1,40} (?:altered|created|dropped|granted|revoked|succeeded|complete|completed|truncated|changed|mounted|dismounted|opened|closed|started|shut down|disabled|enabled|recovered)\.?\s*$|(?:NOTICE|WARNING|HINT|DETAIL|CONTEXT|LINE \d+|FATAL|INFO):|You are now connected|switched to db|Changed database context|Processed \d+ pages|Total System Global Area|(?:Connected|Disconnected)\b[^;]*$|PL\/SQL procedure|Statement processed|Commands? completed|(?:UPDATE|DELETE|SELECT|COPY|MERGE|MOVE|FETCH|INSERT \d+) \d+\s*$|\w+: *\S+\s*$)/;

/** The rule under the heads of columns. */
export const SQL_RULE = /^\s*-{2,}(?:[-+ ]*-{2,})?\s*$/;

/** Ends at the end of its line, since it is a command of the client's own, or since no more can follow: `set linesize 200`, `USE master`. */
export const ENDS_WITH_LINE =
  /^\s*(?:set\s+(?:lines(?:ize)?|pages(?:ize)?|long\w*|feed\w*|head\w*|echo|ver\w*|timing|time|trim\w*|serverout\w*|autot\w*|colsep|term\w*|wrap|num\w*|define|scan|sqlbl\w*|sqlp\w*|markup|tab|und\w*|newp\w*|array\w*)\b[^=;\n]*|col(?:umn)?\s+\S+\s+(?:for\w*|head\w*|new_\w*|noprint|wrap|just\w*|on|off)\b[^;\n]*|(?:startup|shutdown)(?:\s+(?:nomount|mount|open|force|restrict|upgrade|immediate|abort|normal|transactional))*|archive\s+log\s+list|show\s+(?:parameters?|user|con_name|con_id|pdbs|sga|errors|recyclebin|release|spparameter)\b[^;\n]*|desc(?:ribe)?\s+\S+|spool\s+\S+|@{1,2}\S[^\n]*|conn(?:ect)?\s+\S+(?:\s+as\s+sys\w+)?|exec(?:ute)?\s+(?:\w+\.|sp_|xp_)[^\n]*[^,(\n-]|whenever\s+[^\n]*|use\s+[\w[\].`-]+|exit|quit)\s*$/i;
