import { expect, test } from 'vitest';
import { commandsIn, textsIn } from '../../../test/support/commands-in.ts';

test('what opens a shell is typed, though only the prompts of that shell are shown', () => {
  const lines = ['oc debug node/n1', 'sh-4.4# chroot /host', 'sh-4.4# crictl ps', 'CONTAINER IMAGE'];
  expect(textsIn(`\`\`\`\n${lines.join('\n')}\n\`\`\`\n`)).toHaveLength(3);
  expect(textsIn('```\nAll is well\nsh-4.4# crictl ps\n```\n')).toHaveLength(1);
});

test('a transcript after "an output such as …, e.g." is a sample', () => {
  expect(textsIn('You get an output with a warning, e.g.\n\n```\n$ ceph -s\nHEALTH_WARN\n```\n')).toEqual([]);
});

test('a transcript of nothing but what is typed is told, though it "could look like" it', () => {
  const intro = 'It is easiest with a new disk. This could look something like:';
  const typed = '$ DISK=/dev/vdb  # the new one\n\n$ # Then:\n$ mkfs.ext4 "$DISK"';
  expect(textsIn(`${intro}\n\n\`\`\`console\n${typed}\n\`\`\`\n`)).toHaveLength(2);
  expect(textsIn(`${intro}\n\n\`\`\`console\n${typed}\nmke2fs 1.47\n\`\`\`\n`)).toEqual([]);
});

test('a loop goes on at the prompt for more of the same, which a redirection is not', () => {
  const loop = '$ for n in 1 2; do\n>   echo "$n"\n> done\n1\n2\n$ date';
  expect(textsIn(`\`\`\`\n${loop}\n\`\`\`\n`).map(([text]) => text)).toEqual([
    'for n in 1 2; do\n  echo "$n"\ndone',
    'date',
  ]);
  expect(textsIn('```\n$ npm test\n> web@1.0 test\n> vitest\n$ date\n```\n').map(([text]) => text)).toEqual([
    'npm test',
    'date',
  ]);
});

test('other signs of prompts, and a remark that names the source', () => {
  expect(textsIn('```\n› kubectl get apiservice\nNAME  AVAILABLE\n```\n')).toHaveLength(1);
  expect(textsIn('```\n# app/redis_client.py\npool = Pool(\n```\n')).toEqual([]);
});

test('prompts that lost their sign, and paths that look like prompts', () => {
  const lines = ['root@db: createdb -h db shop', 'Password:', 'root@db: cd /opt/backups', 'root@db: 3 files'];
  expect(textsIn(`\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n`).map(([text]) => text)).toEqual([
    'createdb -h db shop',
    'cd /opt/backups',
  ]);
  expect(textsIn('```\nC:\\Users\\<user>\\AppData\\Local\n```\n')).toEqual([]);
});

test('root’s prompt before a table that looks like assignments', () => {
  const lines = ['# nodetool status', '', 'Datacenter: dc1', 'Status=Up/Down', '|/ State=Normal/Leaving'];
  expect(textsIn(`\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`)).toEqual([['nodetool status', undefined]]);
});

test('statements with `> ` as prompt tell by themselves what client they are for', () => {
  expect(textsIn("```\n> config set maxmemory '256mb'\n```\n")).toEqual([
    ["config set maxmemory '256mb'", undefined],
  ]);
  expect(textsIn('```\n> some text that is quoted\n```\n')).toEqual([]);
});

test('a folder before what is typed is a prompt, and a sign of change before what is planned is none', () => {
  expect(textsIn('```\n~ knife vault show shop\n_default\n```\n').map(([text]) => text)).toEqual([
    'knife vault show shop',
  ]);
  expect(textsIn('```\n  ~ resource "aws_instance" "web" {\n      ~ tags = {}\n```\n')).toEqual([]);
});

test('a host’s name with a glued sign is a prompt, in a screen, too', () => {
  const block = '```screen\nstore# ./list-objects.py --bucket shop\nbare/shop-1.tar.gz\n```\n';
  expect(textsIn(block)).toEqual([['./list-objects.py --bucket shop', undefined]]);
  expect(textsIn(block.replace(/store#.*\n/, ''))).toEqual([]);
});

test('prompts of a manual, and a client that is opened on a line of its own', () => {
  const lines = ['shell> mysqldump --all-databases > dump.sql', 'mysql > SHOW MASTER STATUS;'];
  expect(commandsIn(`\`\`\`mysql\n${lines.join('\n')}\n\`\`\`\n`).map(({ kind }) => kind)).toEqual([
    'shell',
    'client',
  ]);
  expect(commandsIn('Start it:\n\n`redis-cli`\n\nList all:\n\n`KEYS *`\n').map(({ kind }) => kind)).toEqual([
    'shell',
    'client',
  ]);
  expect(textsIn('List all:\n\n`KEYS *`\n')).toEqual([]);
});

test('a call at a client’s prompt goes on to the end of its brackets', () => {
  const lines = [
    'rs0:PRIMARY> db.jobs.insert([',
    '    { "at": "a)" }',
    ']);',
    '{ "ok": 1 }',
    'rs0:PRIMARY> exit',
  ];
  expect(textsIn(`\`\`\`\n${lines.join('\n')}\n\`\`\`\n`).map(([text]) => text)).toEqual([
    'db.jobs.insert([\n    { "at": "a)" }\n]);',
    'exit',
  ]);
  expect(textsIn('```\nrs0:PRIMARY> db.jobs.insert([\n{ "ok": 1 }\n```\n').map(([text]) => text)).toEqual([
    'db.jobs.insert([',
  ]);
});
