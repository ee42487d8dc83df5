import { expect, test } from 'vitest';
import { commandsIn } from '../../test/support/commands-in.ts';

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
