import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';
import { opensClient } from './client-statements.ts';

const typedIn = (text: string): readonly string[] =>
  commandsIn(text).map(({ kind, client, text: own }) => `${client ?? kind}: ${own}`);

test.each([
  ['psql -h <host> -U postgres', 'psql'],
  ['kubectl exec -it <pod> -- rails console', 'rails'],
  ['psql -h <host> < dump.sql', undefined],
  ['gpg --edit-key <key>', 'gpg'],
  ['gpg --edit-key me@example.org trust quit', undefined],
  ['zkCli.sh -server zk-0:2181', 'zookeeper'],
  ['zkCli.sh -server zk-0:2181 ls /', undefined],
  ['cockroach sql --insecure', 'cockroach'],
  ['cockroach sql --insecure -e "show jobs"', undefined],
  ['clickhouse-client --host db', 'clickhouse-client'],
  ['fdisk /dev/sdb', 'fdisk'],
  ['bundle exec chef-shell -z -c .chef/knife.rb', 'chef-shell'],
  ['sudo parted /dev/sdb', 'parted'],
  ['parted /dev/sdb print', undefined],
  ['virsh -c qemu:///system', 'virsh'],
  ['virsh list --all', undefined],
  ['sqlplus / as sysdba', 'sqlplus'],
  ['rman target /', 'rman'],
  ['hbase shell', 'hbase'],
  ['sftp ops@files', 'sftp'],
  ['docker exec -it mongo mongosh', 'mongosh'],
  ['docker exec -i mongo mongosh', 'mongosh'],
  ['docker compose --env-file .env exec db psql', 'psql'],
  ['docker exec -it $(docker ps -q -f name=db) psql -U app', 'psql'],
  ['ssh db-1 "sudo -u postgres psql"', 'psql'],
  ['kubectl exec -it db-0 -- sh -c "psql -U app"', 'psql'],
  ['kubectl exec -it db-0 -c psql -- bash', undefined],
  ['kubectl exec -it mongo -- bash', undefined],
  ['kubectl get node', undefined],
  ['kubectl logs mongo', undefined],
  ['oc describe deployment python', undefined],
  ['docker run -d --name mongo mongo', undefined],
  ['docker compose exec mysql', undefined],
  ['ssh -p 22 node', undefined],
  ['make run mongo', undefined],
  ['kamal accessory exec mysql --reuse "mysqldump shop"', undefined],
])('%s opens %s', (command, client) => {
  expect(opensClient(command)?.name).toBe(client);
});

test.each([
  ['[zk: localhost:2181(CONNECTED) 0] ls /brokers/ids', 'zookeeper: ls /brokers/ids'],
  ['0: jdbc:hive2://h:10000> show locks;', 'hive: show locks;'],
  ['ksql> SHOW QUERIES;', 'ksql: SHOW QUERIES;'],
  ['trino:shop> show tables;', 'trino: show tables;'],
  ['ops#WH@SHOP.PUBLIC>select 1;', 'snowsql: select 1;'],
  ['gpg> expire', 'gpg: expire'],
  ['Command (m for help): d', 'fdisk: d'],
  ['(gdb) thread apply all bt', 'gdb: thread apply all bt'],
  ['root@:26257/defaultdb> SHOW JOBS;', 'cockroach: SHOW JOBS;'],
  ['mysql> select 1;', 'mysql: select 1;'],
  ['SQL> select status from v$instance;', 'sqlplus: select status from v$instance;'],
  ['api/00673a4a-b11f:~$ curl -i localhost', 'shell: curl -i localhost'],
  ['C:\\ops> net stop web', 'shell: net stop web'],
  ['(parted) mkpart primary 0 100', 'parted: mkpart primary 0 100'],
  ['(virsh)# net-edit lan', 'virsh: net-edit lan'],
  ['virsh # dumpxml web', 'virsh: dumpxml web'],
  ['DISKPART> list disk', 'diskpart: list disk'],
  ['RMAN> LIST BACKUP SUMMARY;', 'rman: LIST BACKUP SUMMARY;'],
  ['LSNRCTL> status', 'lsnrctl: status'],
  ["hbase(main):001:0> scan 'orders'", "hbase: scan 'orders'"],
  ['sftp> put a.gz', 'sftp: put a.gz'],
  ['crm(live)resource# cleanup ip', 'crm: cleanup ip'],
  ['kadmin.local:  listprincs', 'kadmin: listprincs'],
  ['neo4j@system> SHOW DATABASES;', 'cypher-shell: SHOW DATABASES;'],
  ['pbx*CLI> core show channels', 'asterisk: core show channels'],
  ['iex(shop@web)1> Shop.Queue.drain()', 'iex: Shop.Queue.drain()'],
])('what is typed at the prompt of %s', (line, statement) => {
  expect(typedIn(`\`\`\`\n${line}\nok\n\`\`\`\n`)).toEqual([statement]);
});

test('inline code is typed into the client that the text opened', () => {
  const items = [
    'Edit it: `gpg --edit-key <key>`',
    'Enter `key 1`',
    'Enter `expire`, then `2y`',
    'Enter `save`',
  ];
  expect(typedIn(items.map((item) => `- ${item}\n`).join(''))).toEqual([
    'shell: gpg --edit-key <key>',
    'gpg: key 1',
    'gpg: expire',
    'gpg: save',
  ]);
  expect(
    typedIn(
      'Connect:\n\n```\npsql shop\n```\n\nRun `VACUUM orders` and type `\\q`. Then run `kubectl get pods`.\n',
    ),
  ).toEqual(['shell: psql shop', 'psql: VACUUM orders', 'psql: \\q', 'shell: kubectl get pods']);
});

test.each([
  'STOP SLAVE;',
  'FLUSH TABLES WITH READ LOCK;',
  'CHECKPOINT;',
  'SHOW SLAVE STATUS\\G',
  'REFRESH MATERIALIZED VIEW sums;',
])('%s goes on with the client of the block before, whatever the block is called', (statement) => {
  const blocks = ['mysql -h <host> -p', statement].map((typed) => `\`\`\`bash\n${typed}\n\`\`\`\n`);
  expect(typedIn(`Open it:\n\n${blocks.join('\nThen:\n\n')}`)).toEqual([
    'shell: mysql -h <host> -p',
    `mysql: ${statement}`,
  ]);
});

test('what opens a client above its prompts was typed at the shell', () => {
  expect(typedIn('```\nsudo -u postgres psql\npostgres=# \\x\nExpanded display is on.\n```\n')).toEqual([
    'shell: sudo -u postgres psql',
    'psql: \\x',
  ]);
});

test('Oracle is stopped and started at its own prompt, which a block of SQL shows below the client', () => {
  expect(typedIn('```sql\nsqlplus / as sysdba\nSQL> shutdown immediate;\n```\n')).toEqual([
    'shell: sqlplus / as sysdba',
    'sqlplus: shutdown immediate;',
  ]);
  expect(typedIn('Run `sqlplus / as sysdba`, then run `STARTUP MOUNT` in it.\n')).toEqual([
    'shell: sqlplus / as sysdba',
    'sqlplus: STARTUP MOUNT',
  ]);
  const modes = '| Mode | What it does |\n|---|---|\n| `SHUTDOWN ABORT` | ends at once |\n';
  expect(typedIn(modes)).toEqual([]);
});

test('lines of prose at the prompt of a client', () => {
  expect(
    typedIn('fdisk /dev/sdb\n\nCommand (m for help): n\n\nCommand action\n\nCommand (m for help): w\n'),
  ).toEqual(['shell: fdisk /dev/sdb', 'fdisk: n', 'fdisk: w']);
  expect(typedIn('mysql> show processlist;\n')).toEqual(['mysql: show processlist;']);
  expect(typedIn('SQL> is the prompt to wait for.\n\ngpg> should be shown.\n\nsftp> prompts you.\n')).toEqual(
    [],
  );
});

const blocksOf = (...typed: readonly string[]): string =>
  typed.map((each) => `Then:\n\n\`\`\`\n${each}\n\`\`\`\n\n`).join('');

test('a client that was left takes nothing more, nor does one what only another takes', () => {
  expect(typedIn(blocksOf('mysql> use shop;\nmysql> exit', 'select 1;'))).toEqual([
    'mysql: use shop;',
    'mysql: exit',
    'sql: select 1;',
  ]);
  expect(typedIn(blocksOf('mysql> use shop;', 'select 1;')).at(-1)).toBe('mysql: select 1;');
  expect(typedIn(blocksOf('rs.stepDown()', 'FLUSHALL', 'UPDATE jobs SET done=1 WHERE id=2'))).toEqual([
    'mongosh: rs.stepDown()',
    'redis-cli: FLUSHALL',
    'sql: UPDATE jobs SET done=1 WHERE id=2',
  ]);
  expect(typedIn(blocksOf('use admin\ndb.shutdownServer()'))).toHaveLength(2);
  expect(typedIn(blocksOf('use admin rights'))).toEqual([]);
});

test('dots for more of the same are no statement', () => {
  expect(typedIn('```sql\ndrop table a cascade;\n......\n...\n```\n')).toEqual([
    'sql: drop table a cascade;',
  ]);
});

test('what comes after a client that takes only some words was printed', () => {
  expect(typedIn('```\ngdb -p 1\nbt\nAttaching to process 1\n```\n')).toEqual(['shell: gdb -p 1', 'gdb: bt']);
});

test('a list of what to run begins with code', () => {
  expect(
    typedIn('Run a few commands:\n\n- `df -h /srv` will show what is free\n- `top` is a program\n'),
  ).toEqual(['shell: df -h /srv']);
});

test('what only Redis takes is typed into its client, in a block that is marked as a shell’s, too', () => {
  const block = '```bash\n# Info\nINFO memory  # Memory usage\nCLIENT LIST\n\nSLOWLOG GET 10\n```\n';
  expect(commandsIn(block).map(({ client, lines }) => [client, lines[0]])).toEqual([
    ['redis-cli', 3],
    ['redis-cli', 4],
    ['redis-cli', 6],
  ]);
  expect(commandsIn(block.replace('INFO memory', 'INFO: memory'))).toEqual([]);
});

test.each([
  ['In `psql`, run `SELECT count(*) FROM jobs;`.', ['psql: SELECT count(*) FROM jobs;']],
  ['Run `LLEN queue:mail` in redis-cli.', ['redis-cli: LLEN queue:mail']],
  ['In the Rails console: `Job.where(failed: true).count`', ['rails: Job.where(failed: true).count']],
  ['Use `rs.status()` to see the members.', ['mongosh: rs.status()']],
  ['Check `INFO memory` for the size.', ['redis-cli: INFO memory']],
  [
    'Run `redis-cli -h cache` and run `MEMORY DOCTOR`.',
    ['shell: redis-cli -h cache', 'redis-cli: MEMORY DOCTOR'],
  ],
  ['Run `redis-cli`, then `INFO memory`.', ['shell: redis-cli', 'redis-cli: INFO memory']],
  ['- In the MySQL client:\n  - To see threads run `show processlist;`.', ['mysql: show processlist;']],
  ['`KEYS *` in redis-cli is slow.', []],
  ['Never run `FLUSHALL` in redis-cli.', []],
  ['We use `GET key` in redis-cli for that.', []],
  ['It is stored in Redis via `Rails.cache` and read.', []],
  ['See `User.find` in the Rails console.', []],
  ['In Redis, `session:42` is the key.', []],
  ['Errors in mysql such as `SELECT command denied` occur.', []],
])('a client that the text names: %s', (text, typed) => {
  expect(typedIn(`${text}\n`)).toEqual(typed);
});
