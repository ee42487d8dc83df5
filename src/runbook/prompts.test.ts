import { expect, test } from 'vitest';
import { commandsIn, textsIn } from '../../test/support/commands-in.ts';
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
  ['laptop:infra jo$ ', 'make'],
  ['host% ', 'ls -l'],
  ['[web ~]$ ', 'uptime'],
  ['[at the source] ', 'systemctl stop web'],
  ['root@:RE:0% ', 'cli'],
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
