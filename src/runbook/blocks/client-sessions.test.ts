import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

const typedIn = (text: string): readonly string[] =>
  commandsIn(text).map(({ kind, client, text: own }) => `${client ?? kind}: ${own}`);

const fence = (language: string, ...lines: readonly string[]): string =>
  `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`;

test.each([
  ['ASMCMD [+] > lsdg', []],
  ['ASMCMD> lsdg', ['asmcmd: lsdg']],
  ['GGSCI (db-1) 2> info all', ['ggsci: info all']],
  ['adrci> purge -age 1440', ['adrci: purge -age 1440']],
  ['MySQL  db-1:33060+ ssl  JS > cluster.status()', ['mysqlsh: cluster.status()']],
  ['influx> show databases', ['influx: show databases']],
  ['db2 => list applications', ['db2: list applications']],
  ['supervisor> restart web', ['supervisorctl: restart web']],
  ['[standalone@localhost:9990 /] :reload', ['jboss-cli: :reload']],
  ['smb: \\backup\\> ls', ['smbclient: ls']],
  ['(shop@web-1)3> shop_queue:drain().', ['erl: shop_queue:drain().']],
  ['irb> Order.count', ['rails: Order.count']],
  ['iex> Shop.Queue.drain()', ['iex: Shop.Queue.drain()']],
  ['blue-set:PRIMARY> rs.stepDown()', ['mongosh: rs.stepDown()']],
  ['MongoDB Enterprise rs0:SECONDARY> rs.status()', ['mongosh: rs.status()']],
  ['Atlas atlas-x1 [primary] shop> db.stats()', ['mongosh: db.stats()']],
  ['root@db-1 [(none)]> show processlist;', ['mysql: show processlist;']],
  ['ProxySQL Admin> LOAD MYSQL SERVERS TO RUNTIME;', ['mysql: LOAD MYSQL SERVERS TO RUNTIME;']],
  // what other tools show is not psql's, nor a router's
  ['RMAN> ALTER DATABASE OPEN;', ['rman: ALTER DATABASE OPEN;']],
  ['DGMGRL> SHOW CONFIGURATION', ['dgmgrl: SHOW CONFIGURATION']],
  ['LSNRCTL> show log_status', ['lsnrctl: show log_status']],
  ['shop> select 1;', ['psql: select 1;']],
  ['[warning] :reload', []],
  ['[info] cd /srv', []],
])('the prompt of %s', (line, typed) => {
  expect(typedIn(fence('', line, 'ok'))).toEqual(typed);
});

test.each([
  ['docker exec -it app php artisan tinker', 'Order::count()', 'tinker'],
  ['fly sftp shell', 'put shop.db /data/shop.db', 'sftp'],
  ['sudo supervisorctl', 'stop web', 'supervisorctl'],
  ['$JBOSS_HOME/bin/jboss-cli.sh --connect', '/subsystem=datasources:read-resource', 'jboss-cli'],
  ['influx -username ops', 'show databases', 'influx'],
  ['geth attach', 'net.peerCount', 'geth'],
  ['telnet mail 25', 'EHLO shop.example', 'telnet'],
  ['nsupdate -k rndc.key', 'update delete old.shop.example A', 'nsupdate'],
  ['./manage.py lms --settings aws shell', 'Order.objects.count()', 'django'],
])('after %s, with `> ` or without a prompt', (opener, typed, client) => {
  const read = [`shell: ${opener}`, `${client}: ${typed}`];
  expect(typedIn(fence('bash', opener, typed))).toEqual(read);
  expect(typedIn(fence('bash', opener, `> ${typed}`))).toEqual(read);
  expect(typedIn(fence('', `$ ${opener}`, 'Welcome, friend', `> ${typed}`))).toEqual(read);
});

test('what only begins like the line of a client is left', () => {
  expect(typedIn(fence('', '$ npm start', '> shop@1.0 start', '> node server.js'))).toEqual([
    'shell: npm start',
  ]);
  expect(typedIn(fence('', '$ du -s /data/influx', '> show databases'))).toEqual([
    'shell: du -s /data/influx',
  ]);
  expect(typedIn(fence('', '$ psql shop', 'shop=# \\l', '> Name | Owner'))).toEqual([
    'shell: psql shop',
    'psql: \\l',
  ]);
});

test('PHP is typed into tinker, and is code where none is open', () => {
  const code = fence('php', '// how many', '$orders = Order::where([', "  'paid' => false,", ']);');
  expect(typedIn(code)).toEqual([]);
  expect(typedIn(`In tinker:\n\n${code}`)).toEqual([
    "tinker: $orders = Order::where([\n  'paid' => false,\n]);",
  ]);
  expect(typedIn(`${fence('bash', 'php artisan tinker')}\nPaste:\n\n${code}`)).toHaveLength(2);
});

test('a statement of several lines at a console of brackets', () => {
  expect(
    typedIn(
      fence('bash', 'jboss-cli.sh --connect', '/subsystem=mail/session=x:add(', '  jndi-name="a"', ')'),
    ),
  ).toEqual([
    'shell: jboss-cli.sh --connect',
    'jboss-cli: /subsystem=mail/session=x:add(\n  jndi-name="a"\n)',
  ]);
});

test('the shell’s lines around a client whose prompts alone are shown', () => {
  expect(
    typedIn(
      fence(
        '',
        'docker compose up -d db',
        '# look',
        'docker exec -it db psql -U shop',
        'shop=# \\dt',
        ' orders',
        'docker | 2 rows',
        'shop=# \\q',
        'docker compose down',
        '',
        '# and again',
        'systemctl start shop',
      ),
    ),
  ).toEqual([
    'shell: docker compose up -d db',
    'shell: docker exec -it db psql -U shop',
    'psql: \\dt',
    'psql: \\q',
    'shell: docker compose down',
    'shell: systemctl start shop',
  ]);
});

test('a client that the text names, or the block before has opened, by its `> `', () => {
  expect(typedIn(`In the mongo shell:\n\n${fence('sh', '\\> db.jobs.count()', '{ "ok" : 1 }')}`)).toEqual([
    'mongosh: db.jobs.count()',
  ]);
  const blocks = `${fence('bash', 'php artisan tinker')}\nThen:\n\n${fence('bash', '> Order::count()')}`;
  expect(typedIn(blocks)).toEqual(['shell: php artisan tinker', 'tinker: Order::count()']);
  expect(typedIn(`${fence('bash', 'mongosh')}\nThen:\n\n${fence('bash', '> kubectl get pods')}`)).toEqual([
    'shell: mongosh',
    'shell: kubectl get pods',
  ]);
  expect(typedIn(`In the mongo shell:\n\n${fence('', 'use shop;', 'db.jobs.drop();')}`)).toEqual([
    'mongosh: use shop;',
    'mongosh: db.jobs.drop();',
  ]);
});

test('code that is typed into the console that is open, whatever the block is called', () => {
  const open = `${fence('bash', 'gitlab-rails console')}\nThen:\n\n`;
  for (const language of ['', 'bash', 'ruby'])
    expect(typedIn(`${open}${fence(language, "user.state = 'active'", 'user.save!')}`).slice(1)).toEqual([
      "rails: user.state = 'active'",
      'rails: user.save!',
    ]);
  expect(typedIn(`${open}Put into \`app.ini\`:\n\n${fence('', '[web]', 'port = 80')}`)).toHaveLength(1);
  expect(typedIn(`${open}${fence('', 'max_connections = 100', 'port = 80')}`)).toHaveLength(1);
  const python = `${fence('', './manage.py shell')}\nThen import it:\n\n${fence('', 'from shop import queue')}`;
  expect(typedIn(python)).toEqual(['shell: ./manage.py shell', 'django: from shop import queue']);
});

test('what a console answers is not typed', () => {
  const open = fence('', 'rails c', 'User.first');
  const typed = ['shell: rails c', 'rails: User.first'];
  expect(typedIn(`${open}\nYou should see output like:\n\n${fence('', 'Delivered mail (12 ms)')}`)).toEqual(
    typed,
  );
  expect(typedIn(`${open}\nThis prints:\n\n${fence('', 'Order.paid = true')}`)).toEqual(typed);
  expect(typedIn(fence('', 'rails c', 'User.first', '+----+', '| id |', '+----+', '=> nil', 'true'))).toEqual(
    typed,
  );
  expect(
    typedIn(fence('', 'redis-cli', 'LLEN jobs', '(integer) 3', 'KEYS *', '1) "jobs"', 'PING', 'PONG')),
  ).toEqual(['shell: redis-cli', 'redis-cli: LLEN jobs', 'redis-cli: KEYS *', 'redis-cli: PING']);
  expect(typedIn(fence('', '$ redis-cli', 'cache:6379> PING', 'PONG', 'cache:6379> Ctrl + D'))).toHaveLength(
    2,
  );
});

test('what a client and the shell both know is typed into the client that a command opened', () => {
  const open = `${fence('', 'zkCli.sh -server zk-0:2181')}\n`;
  const block = fence('', 'ls /brokers/ids', 'get /brokers/ids/1');
  expect(typedIn(`${open}Look at the brokers:\n\n${block}`).slice(1)).toEqual([
    'zookeeper: ls /brokers/ids',
    'zookeeper: get /brokers/ids/1',
  ]);
  expect(typedIn(`${open}Then quit, and on the broker:\n\n${block}`)[1]).toMatch(/^shell: /);
});

test('a session of cqlsh, and one of a server that nobody else uses', () => {
  expect(typedIn(fence('sh', 'cqlsh', 'describe keyspaces', 'use <keyspace>;', 'select * from t;'))).toEqual([
    'shell: cqlsh',
    'cqlsh: describe keyspaces',
    'cqlsh: use <keyspace>;',
    'cqlsh: select * from t;',
  ]);
  expect(commandsIn(fence('', 'postgres --single -D /data shop'))[0]?.flags).toEqual(['interactive']);
});

test('inline code behind a prompt that has no space', () => {
  expect(typedIn('* `SQL>startup`\n* `mysql>show databases;`\n* `oracle@db-1$>lsnrctl start`\n')).toEqual([
    'sqlplus: startup',
    'mysql: show databases;',
    'shell: lsnrctl start',
  ]);
  expect(typedIn('* Run `mongosh`\n* In mongo shell, run `use shop`\n')).toEqual([
    'shell: mongosh',
    'mongosh: use shop',
  ]);
  expect(typedIn('- `a=>b`\n- `x>y`\n')).toEqual([]);
});

test('the prompt of a tool that only the block shows, which is called like what opened it', () => {
  expect(typedIn(fence('', '$ shopctl --host a', 'Welcome', 'shopctl> jobs drain 3', 'ok'))).toEqual([
    'shell: shopctl --host a',
    'shopctl: jobs drain 3',
  ]);
  expect(typedIn(fence('bash', './stock-shell.sh', 'stock-shell(admin)> list all'))).toEqual([
    'shell: ./stock-shell.sh',
    'stock-shell: list all',
  ]);
  expect(typedIn(fence('', '$ shopctl status', 'warning> disk full'))).toEqual(['shell: shopctl status']);
});

test('what RMAN runs as one, and the numbered lines of SQL*Plus', () => {
  const run = ['run {', '  allocate channel c type disk;', '  restore database;', '}'];
  expect(typedIn(fence('', ...run.map((line, at) => (at === 0 ? `RMAN> ${line}` : line))))).toHaveLength(1);
  expect(typedIn(fence('', 'RMAN> run {', '2> restore database;', '3> }', 'RMAN> list backup;'))).toEqual([
    'rman: run {\nrestore database;\n}',
    'rman: list backup;',
  ]);
  expect(typedIn(fence('sql', ...run, 'alter database open;'))).toEqual([
    `sql: ${run.join('\n')}`,
    'sql: alter database open;',
  ]);
  expect(
    typedIn(fence('', 'SQL> select name', '  2  from v$database;', '  2  orders', 'SQL> startup')),
  ).toEqual(['sqlplus: select name\nfrom v$database;', 'sqlplus: startup']);
});

test('what a client says when it starts, and a prompt alone above its statement', () => {
  expect(
    typedIn(fence('bash', 'telnet mail 25', 'Trying 10.0.0.1...', 'Connected to mail.', 'EHLO a')),
  ).toEqual(['shell: telnet mail 25', 'telnet: EHLO a']);
  expect(typedIn(fence('', 'mysql -u root -p', 'Enter password:', 'STOP SLAVE;', 'Query OK'))).toEqual([
    'shell: mysql -u root -p',
    'mysql: STOP SLAVE;',
  ]);
  expect(typedIn(fence('', 'psql shop', '', 'docker ps', 'SELECT 1;'))[2]).toBe('sql: SELECT 1;');
  expect(typedIn(fence('sql', 'SQL>', 'select name', 'from v$database;'))).toEqual([
    'sqlplus: select name\nfrom v$database;',
  ]);
  expect(typedIn(fence('', 'shop=# \\l', ' shop', 'shop=#', 'that was all'))).toEqual(['psql: \\l']);
});

test('a program alone, right after a client was left', () => {
  expect(typedIn(fence('bash', 'python3', '>>> import shop', '>>> exit()', 'ls'))).toEqual([
    'shell: python3',
    'python: import shop',
    'python: exit()',
    'shell: ls',
  ]);
  expect(
    typedIn(fence('', 'docker exec -it db bash', 'psql', '\\l', '\\q', 'exit', 'and all is well')),
  ).toEqual(['shell: docker exec -it db bash', 'shell: psql', 'psql: \\l', 'psql: \\q', 'shell: exit']);
  expect(typedIn(fence('', 'ssh db-2', 'mysql', 'mysql> exit', 'exit', 'Connection closed'))).toEqual([
    'shell: ssh db-2',
    'shell: mysql',
    'mysql: exit',
    'shell: exit',
  ]);
  expect(typedIn(fence('', 'mysql', 'mysql> SHOW REPLICAS;', 'exit'))).not.toContain('shell: exit');
  expect(typedIn(fence('', 'shop=# \\dt', 'ls', 'shop=# \\q'))).toEqual(['psql: \\dt', 'psql: \\q']);
});

test('a block of Ruby or Python, by any statement of it, unless a line is a program’s', () => {
  expect(
    typedIn(fence('ruby', 'id = 93', 'shop = Shop.find(id)', 'if shop.open?', '  puts id', 'end')),
  ).toEqual(['rails: id = 93', 'rails: shop = Shop.find(id)', 'rails: if shop.open?\n  puts id\nend']);
  expect(typedIn(fence('python', 'ids = [1]', 'Order.objects.filter(id__in=ids)'))).toHaveLength(2);
  expect(typedIn(fence('ruby', 'id = 93', 'puts id'))).toEqual([]);
  expect(typedIn(fence('ruby', "gem 'shop'", 'shop = Shop.find(id)'))).toEqual([]);
  expect(typedIn(fence('ruby', 'class Job', '  shop = Shop.find(1)', 'end'))).toEqual([]);
  expect(typedIn(fence('python', 'def run():', '    pass', 'Order.objects.all()'))).toEqual([]);
});

test('a statement that the text tells to type into the console that is open', () => {
  const console = fence('bash', 'geth attach /srv/geth.ipc');
  expect(typedIn(`${console}Vote with the command \`istanbul.propose("0x<a>", true)\`.\n`)[1]).toMatch(
    /^geth: /,
  );
  expect(typedIn('Vote with the command `istanbul.propose("0x<a>", true)`.\n')).toEqual([]);
  expect(typedIn('When it is connected, run `AUTH <user> <password>`.\n')).toEqual([
    'redis-cli: AUTH <user> <password>',
  ]);
  expect(typedIn('1. `sqlite3 shop.db`\n2. `.read seed.sql` where the orders are\n')[1]).toBe(
    'sqlite3: .read seed.sql',
  );
  expect(typedIn(fence('', 'LLEN jobs'))).toEqual(['redis-cli: LLEN jobs']);
  expect(typedIn(fence('', 'AUTH PLAIN c2hvcA=='))).toEqual([]);
});

test('a console that the text only calls so, by the language of the block', () => {
  const block = fence('ruby', 'Rails.cache.clear');
  expect(typedIn(`Open a console (\`make staging console\`) and enter:\n\n${block}`)[1]).toBe(
    'rails: Rails.cache.clear',
  );
  expect(typedIn(`In the production console:\n\n${fence('python', 'print(1)')}`)).toEqual([
    'python: print(1)',
  ]);
  expect(
    typedIn(`In the console, enter:\n\n${fence('python', 'def handler(event):\n    print(event)')}`),
  ).toEqual([]);
  expect(typedIn(`In the console, paste this:\n\n${fence('python', 'print(1)')}`)).toEqual([]);
  expect(typedIn(`In the AWS console:\n\n${fence('python', 'print(1)')}`)).toEqual([]);
  expect(typedIn(`In the console output:\n\n${block}`)).toEqual([]);
  expect(typedIn(`In the console:\n\n${fence('js', 'localStorage.clear()')}`)).toEqual([]);
});

test.each([
  ['1. Open psql\n2. Look at the jobs:\n', 'psql: select * from jobs;'],
  ['Start a MySQL session on the primary.\n', 'mysql: select * from jobs;'],
  ['Start MySQL on the primary.\n', 'sql: select * from jobs;'],
  ['Open the page of the jobs.\n', 'sql: select * from jobs;'],
])('a client that is opened without being shown: %j', (text, typed) => {
  expect(typedIn(`${text}\n${fence('sql', 'select * from jobs;')}`)).toEqual([typed]);
});
