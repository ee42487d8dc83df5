import { expect, test } from 'vitest';
import { commandsIn, textsIn } from '../../../test/support/commands-in.ts';
import { promptOf } from './prompts.ts';

test.each([
  ['db-1:~> ', 'cd /opt'],
  ['db-1:scripts> ', 'tasks status x.cnf'],
  ['(venv) db-1:scripts> ', 'tasks status x.cnf'],
  ['/srv/data$ ', 'rm -r ./v1'],
  ['/srv/data> ', 'rm -r ./v1'],
  ['~/src ❯ ', 'make'],
  ['➜  infra git:(main) ✗ ', 'make'],
  ['➜  infra ', 'make'],
  ['λ ', 'git push'],
  ['¥ ', 'git push'],
  ['laptop:infra jo$ ', 'make'],
  ['host% ', 'ls -l'],
  ['[web ~]$ ', 'uptime'],
  ['[at the source] ', 'systemctl stop web'],
  ['root@:RE:0% ', 'cli'],
  ['➜ ✗ ', 'make'],
  ['~]# ', 'systemctl restart web'],
  ['[nix-shell:/srv]# ', 'ls -la'],
  ['[ceph: root@mon-1 /]# ', 'ceph -s'],
  ['[laptop] $ ', 'git push'],
  ['(on web-1) $ ', 'uptime'],
  ['container $ ', 'bin/migrate'],
  ['web-1> $ ', 'scp a db-1:'],
  ['root@pve-1:~#', 'pvecm status'],
  ['[root@pve-1 ~]#', 'pvecm status'],
  ['oracle@db-1$>', 'lsnrctl start'],
  ['[12:03] root@nas:/# ', 'df'],
  ['dev:~/shop (main) $ ', 'heroku login'],
  ['$> ', 'df -h'],
  ['#> ', 'systemctl stop web'],
  ['(initramfs) ', 'fsck /dev/sda1'],
  ['PS> ', 'Get-Process'],
  ['nas:~ # ', 'zpool status'],
  ['(web-1) # ', 'df -h'],
  ['[root@web]: ', 'vi /etc/shop.conf'],
])('a shell’s prompt: %s', (prompt, typed) => {
  expect(promptOf(prompt + typed)).toMatchObject({ length: prompt.length });
  expect(promptOf(prompt + typed)?.client).toBeUndefined();
});

test.each([
  ['ops@core-1> ', 'show bgp summary', 'junos'],
  ['root# ', 'set system host-name edge', 'junos'],
  ['ops@core-1# ', 'commit check', 'junos'],
  ['R1#', 'show ip route', 'ios'],
  ['sw1(config-if)# ', 'no shutdown', 'ios'],
])('a network device’s prompt: %s', (prompt, typed, client) => {
  expect(promptOf(prompt + typed)).toEqual({ client, length: prompt.length });
});

test.each([
  'cat > /tmp/x.yaml',
  '[INFO] make deploy',
  '[mysqld] port=3306',
  'cpu:usage> 80',
  'value> 100',
  'Note: restart> it',
  '[laptop] # Do some work first',
  '(optional) # the second disk',
  'data:/var # where it is kept',
  '[link]: ../web.md',
  '~] the rest',
])('no prompt: %s', (line) => {
  expect(promptOf(line)).toBeUndefined();
});

test.each([
  ['root# ', 'set -e'],
  ['root# ', 'top'],
  ['ops@db# ', 'clear'],
])('still a shell’s: %s%s', (prompt, typed) => {
  expect(promptOf(prompt + typed)).toEqual({ length: prompt.length });
});

test('lines without the note that others have are typed, too', () => {
  const lines = ['[on the replica] systemctl stop web', 'rm -rf /srv/web', 'done'];
  expect(textsIn(`\`\`\`\n${lines.join('\n')}\n\`\`\`\n`).map(([text]) => text)).toEqual([
    'systemctl stop web',
    'rm -rf /srv/web',
  ]);
});

test('code with its prompt, on a line of its own or after a word that tells to type it', () => {
  const lines = [
    '`ops@web:/srv/log$ cat app.log | less`',
    '`ops@core-1> request system halt`',
    '- `shop=# \\l`',
    'Enter `redis> ping`.',
    'The `mysql> show tables` output is long, and `a=>b` is no prompt.',
  ];
  expect(commandsIn(lines.join('\n\n')).map(({ text, kind, client }) => [text, client ?? kind])).toEqual([
    ['cat app.log | less', 'shell'],
    ['request system halt', 'junos'],
    ['\\l', 'psql'],
    ['ping', 'redis-cli'],
  ]);
});

const typedIn = (...lines: readonly string[]): readonly (readonly [string, string])[] =>
  commandsIn(`\`\`\`\n${lines.join('\n')}\n\`\`\`\n`).map(({ text, kind, client }) => [text, client ?? kind]);

test('a prompt alone on its line, and what is typed below it', () => {
  expect(typedIn('root@web-1: #', '', '    apt-get update', '    reboot', '', 'HEALTH_OK')).toEqual([
    ['apt-get update', 'shell'],
    ['reboot', 'shell'],
  ]);
  expect(typedIn('root@web-1:~# df', '/dev/sda1 80%', 'root@web-1:~#')).toEqual([['df', 'shell']]);
});

test('what is typed before the first prompt, where nothing was printed', () => {
  expect(typedIn('lsblk', '', 'ops@web-1:~$ df -h')).toEqual([
    ['lsblk', 'shell'],
    ['df -h', 'shell'],
  ]);
  expect(typedIn('Filesystem  Use%', 'lsblk', 'ops@web-1:~$ df -h')).toEqual([['df -h', 'shell']]);
});

test('a block of nothing but `#systemctl …`', () => {
  expect(typedIn('#systemctl restart web', '', '#qm unlock 100')).toEqual([
    ['systemctl restart web', 'shell'],
    ['qm unlock 100', 'shell'],
  ]);
  expect(typedIn('# restart all of it', '#systemctl restart web')).toEqual([]);
  expect(typedIn('#PermitRootLogin no', '#Port 22')).toEqual([]);
});

test('a remark that begins like a command, amid those at a prompt', () => {
  expect(
    typedIn('$ cd /srv', "# remove the --dry-run once it's checked", '$ borg extract --dry-run ::a'),
  ).toEqual([
    ['cd /srv', 'shell'],
    ['borg extract --dry-run ::a', 'shell'],
  ]);
  expect(typedIn('# chroot /mnt', '# reboot again to load it')).toEqual([['chroot /mnt', 'shell']]);
});

test('all that stands behind the name of a network device', () => {
  expect(typedIn('sw1# show version', 'IOS 15', 'sw1# copy tftp flash', 'sw1(config)# vlan 10')).toEqual([
    ['show version', 'ios'],
    ['copy tftp flash', 'ios'],
    ['vlan 10', 'ios'],
  ]);
});

test('a database of Heroku, whose prompt stands behind another one', () => {
  expect(typedIn('$ shop-web::DATABASE=> \\dt')).toEqual([['\\dt', 'psql']]);
});
