import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const typedIn = (language: string, ...lines: readonly string[]): readonly string[] =>
  commandsIn(`\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`).map(
    ({ kind, client, text }) => `${client ?? kind}: ${text}`,
  );

test('GO and / end what stands before them, and are no statements', () => {
  expect(typedIn('sql', 'USE master', 'GO', 'DROP DATABASE shop', 'GO', 'SELECT 1;', 'go 2')).toEqual([
    'sql: USE master',
    'sql: DROP DATABASE shop',
    'sql: SELECT 1;',
  ]);
  expect(typedIn('sql', 'select 1 from dual', '/', 'begin', '  x.run;', 'end;', '/')).toEqual([
    'sql: select 1 from dual',
    'sql: begin\n  x.run;\nend;',
  ]);
  expect(typedIn('sql', 'SELECT go,', '  ends', 'FROM trips;')).toEqual([
    'sql: SELECT go,\n  ends\nFROM trips;',
  ]);
});

test('numbered prompts, up to GO', () => {
  expect(
    typedIn('', 'sqlcmd -S db-1', '1> ALTER DATABASE shop', '2> SET OFFLINE', '3> GO', 'done', '1> exit'),
  ).toEqual(['shell: sqlcmd -S db-1', 'sqlcmd: ALTER DATABASE shop\nSET OFFLINE', 'sqlcmd: exit']);
  expect(typedIn('', '1> first', '2> second')).toEqual([]);
});

test('what a client of Oracle takes ends with its line', () => {
  expect(
    typedIn(
      'sql',
      'set linesize 200',
      'col name for a40',
      'select name',
      'from v$datafile;',
      'startup mount',
    ),
  ).toEqual(
    [
      'sqlplus: set linesize 200',
      'sqlplus: col name for a40',
      'sqlplus: select name\nfrom v$datafile;',
      'sqlplus: startup mount',
    ].map((each) => each.replace('sqlplus', 'sql')),
  );
  expect(typedIn('sql', 'UPDATE jobs', 'SET state = 1', 'WHERE id = 2;')).toHaveLength(1);
  expect(typedIn('sql', 'SET', '  @x = 1;')).toHaveLength(1);
});

test.each([
  ['SET sql_log_bin = 1;', ['Query OK, 0 rows affected (0.01 sec)']],
  ['SELECT count(*) FROM jobs;', [' count', '-------', '    42', '(1 row)']],
  [
    'SHOW DATABASES;',
    ['+-------+', '| Base  |', '+-------+', '| shop  |', '+-------+', '1 row in set (0.00 sec)'],
  ],
  [
    'show replica status\\G',
    ['**** 1. row ****'.replaceAll('****', '***************'), 'Replica_IO_Running: Yes'],
  ],
  ['UPDATE jobs SET done = true WHERE id = 3;', ['UPDATE 1']],
  ['create role ops;', ['CREATE ROLE']],
  ['alter database open;', ['Database altered.']],
  ['select 1 from orders;', ['ERROR at line 1:', 'ORA-00942: table or view does not exist']],
])('what is printed below %s is no statement', (statement, printed) => {
  expect(typedIn('sql', statement, ...printed, 'SELECT 2;')).toEqual([`sql: ${statement}`, 'sql: SELECT 2;']);
});

test('statements that look like what is printed', () => {
  expect(typedIn('sql', 'SELECT 1;', 'SELECT', '  2;')).toEqual(['sql: SELECT 1;', 'sql: SELECT\n  2;']);
  expect(typedIn('sql', 'DROP TABLE a;', 'VACUUM;', '-----', 'DROP TABLE b;')).toHaveLength(3);
  expect(typedIn('sql', 'CREATE TABLE a (x int);', 'CREATE TABLE', '  b (x int);')).toHaveLength(2);
});

test('SQL and the shell’s lines in one block', () => {
  const typed = ['shell: pg_dump shop > shop.sql', 'sql: DROP TABLE orders;', 'shell: systemctl restart web'];
  const lines = ['pg_dump shop > shop.sql', 'DROP TABLE orders;', 'systemctl restart web'];
  for (const language of ['sql', 'bash', '']) expect(typedIn(language, ...lines)).toEqual(typed);
  expect(
    typedIn('sql', '-- on the standby', 'touch /tmp/promote', '', 'SELECT', '  pg_is_in_recovery();'),
  ).toEqual(['shell: touch /tmp/promote', 'sql: SELECT\n  pg_is_in_recovery();']);
  expect(typedIn('bash', 'UPDATE jobs', 'SET done = true;', '', 'stripe events resend <id>')).toEqual([
    'sql: UPDATE jobs\nSET done = true;',
    'shell: stripe events resend <id>',
  ]);
  expect(typedIn('', 'cat fix.sql', 'DROP TABLE orders;')).toEqual(['shell: cat fix.sql']);
  expect(typedIn('bash', 'psql shop <<SQL', 'DROP TABLE orders;', 'SQL')).toHaveLength(1);
  expect(typedIn('sql', 'SELECT a,', '  kill -9', 'FROM jobs;')).toHaveLength(1);
});
