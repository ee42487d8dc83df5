import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

const block = (...lines: readonly string[]): string => `\n\n\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n\n`;

const whenTold = (text: string): readonly (string | undefined)[] =>
  textsIn(`# Redis down\n\n## Resolution\n\n${text}`).map(([, condition]) => condition);

test.each([
  ['Is the primary lost? Promote the replica:', 'the primary lost'],
  ['Are the workers stuck? Restart them:', 'the workers stuck'],
  ['Is the service up? Restart it:', undefined],
  ['Is the primary lost? Check it:', undefined],
])('%s', (text, condition) => {
  expect(whenTold(`${text}${block('systemctl restart redis')}`)).toEqual([condition]);
});

test.each([
  ['# Disk full? Restart it', 'Disk full'],
  ['# Still down? Check the log', undefined],
  ['# What is it?', undefined],
])('in a block: %s', (remark, condition) => {
  expect(whenTold(block(remark, 'systemctl restart redis'))).toEqual([condition]);
});

test('each row of a table may answer a question above it', () => {
  const rows = '| --- | --- |\n| yes | `redis-cli memory purge` |\n| no | `df -i` |\n';
  const told = ['the disk full', 'unless the disk full'];
  expect(whenTold(`**Is the disk full?**\n\n| Answer | Do |\n${rows}`)).toEqual(told);
  expect(whenTold(`Is the disk full?\n\n| Answer | Do |\n${rows}`)).toEqual(told);
  expect(whenTold(`Look at the disk.\n\n| Known | Do |\n${rows}`)).toEqual([undefined, undefined]);
});

test.each([
  [
    'Falls das nicht hilft, das Replikat neu aufsetzen. Achtung: Alle Daten gehen verloren!',
    'das nicht hilft',
  ],
  ['Si le disque est plein, supprimer les journaux. Attention : ils sont perdus.', 'le disque est plein'],
  ['Das Replikat neu aufsetzen. Achtung: Alle Daten gehen verloren!', undefined],
])('a remark in another language does not take the case away: %s', (text, condition) => {
  expect(whenTold(`${text}${block('rm -rf /var/lib/redis/x')}`)).toEqual([condition]);
});

test.each([
  ['Restart it if it is stuck: `systemctl restart redis`', 'it is stuck'],
  ['Check if it is stuck: `systemctl status redis`', undefined],
  ['List the units to see if any failed: `systemctl list-units`', undefined],
])('before the code: %s', (text, condition) => {
  expect(whenTold(text)).toEqual([condition]);
});

test.each([
  ['- All running? (`systemctl status redis`)', undefined],
  ['- No conflicts? (check with `ss -ltn`)', undefined],
  ['- [ ] Pods healthy? `kubectl get pods`', undefined],
  ['- Stuck? `systemctl restart redis`', 'Stuck'],
  ['- Not running? (restart it with `systemctl restart redis`)', 'Not running'],
])('what answers it: %s', (text, condition) => {
  expect(whenTold(text)).toEqual([condition]);
});

test.each([
  ['Is Redis up?\n   - Yes → continue\n   - No → `systemctl start redis`', ['unless Redis up']],
  [
    '**Is the disk full?**\n   - **YES**: `docker system prune -f`\n   - **NO**: `docker ps`',
    ['the disk full', 'unless the disk full'],
  ],
  ['All tests pass?\n   - Yes: go on\n   - No: run `systemctl start redis`', ['unless All tests pass']],
  [
    'Check whether Redis is up.\n   - If yes, `redis-cli ping`\n   - If no, `systemctl start redis`',
    ['Redis is up', 'unless Redis is up'],
  ],
  ['Is Redis up?\n   - No, but if it is stopped: `systemctl start redis`', ['it is stopped']],
  ['Is Redis up?\n   - No pods listed: `kubectl get pods`\n   - Yes-men: `ls /srv`', [undefined, undefined]],
  ['Which one is up?\n   - Yes: `ls /srv`', [undefined]],
  ['Redis is up.\n   - Yes: `ls /srv`', [undefined]],
])('answers in a list: %s', (text, conditions) => {
  expect(whenTold(`1. ${text}\n`)).toEqual(conditions);
});

test.each([
  ['Is Redis up? If not, `systemctl start redis`', 'unless Redis up'],
  ['Is the disk full? If so, `docker system prune -f`', 'the disk full'],
  ['Is the disk full? If yes, run `docker system prune -f`.', 'the disk full'],
  ['Check if the pod restarts. If not, run `systemctl start redis`.', 'unless the pod restarts'],
  ['It may be full. If not, run `systemctl start redis`.', 'not'],
])('answers in a paragraph: %s', (text, condition) => {
  expect(whenTold(text)).toEqual([condition]);
  expect(whenTold(`1. ${text}\n`)).toEqual([condition]);
});

test.each([
  ['Is Redis up? If not, start it:', 'unless Redis up'],
  ['Is the disk full? If so, clean it:', 'the disk full'],
])('answers before a block: %s', (text, condition) => {
  expect(whenTold(`${text}${block('docker system prune -f')}`)).toEqual([condition]);
});

const below = (...lines: readonly string[]): string => `${lines.join('\n\n')}\n`;
const restart = '```\nsystemctl restart redis\n```';

test.each([
  ['labels', below('### Is Redis up?', '**Yes:** go on.', '**No:** restart it.', restart)],
  ['a text', below('Is Redis up?', 'Yes: go on.', 'No: restart it.', restart)],
  ['headings', below('### Is Redis up?', '#### Yes', 'Go on.', '#### No', restart)],
  [
    'an item after a look',
    below('### Is Redis up?', '1. `redis-cli ping`\n2. If not: `systemctl start redis`'),
  ],
])('answers below a question: %s', (_, text) => {
  expect(whenTold(text).at(-1)).toBe('unless Redis up');
});

test('answers in a table', () => {
  const rows = '| Yes | `redis-cli ping` |\n| No | `systemctl start redis` |\n';
  expect(whenTold(`| Is Redis up? | Do |\n|---|---|\n${rows}`)).toEqual(['Redis up', 'unless Redis up']);
  expect(whenTold(`| Redis | Do |\n|---|---|\n${rows}`)).toEqual([undefined, undefined]);
});

test('what is asked in an item is not answered after it', () => {
  const items = '- Is Redis up?\n- Look: `redis-cli ping`\n';
  expect(whenTold(`${items}\nNo: restart it.\n\n${restart}\n`)).toEqual([undefined, undefined]);
});

test.each([
  ['Case 1: the disk is full', 'the disk is full'],
  ['**Case A – the disk is full**', 'the disk is full'],
  ['Situation 2: the disk is full.', 'the disk is full'],
  ['Case studies: the disk is full', undefined],
])('a case by its number: %s', (text, condition) => {
  expect(whenTold(below(text, restart)).at(-1)).toBe(condition);
  expect(whenTold(`- ${text}: \`systemctl start redis\`\n`).at(-1)).toBe(condition);
});

test('what opens the answer to an incident is not for the case that it is', () => {
  expect(textsIn(`# Web\n\n## Case 1: the disk is full\n\n${restart}\n`)).toEqual([
    ['systemctl restart redis', undefined],
  ]);
});

test('what undoes it all is only for who wants that', () => {
  expect(whenTold(`To undo this later:${block('systemctl stop redis')}`)).toEqual(['undo this']);
  expect(whenTold(`To undo the release, run:${block('systemctl stop redis')}`)).toEqual([undefined]);
});

test('a case behind a dash, before a block', () => {
  const text = `\`redis-cli info memory\` — if it is full, find big keys:${block('redis-cli --bigkeys')}`;
  expect(whenTold(text)).toEqual([undefined, 'it is full']);
});

test('what wants an approval is for where it was given', () => {
  expect(
    whenTold(`Flush it (DANGEROUS, only with approval of the lead):${block('redis-cli FLUSHALL')}`),
  ).toEqual(['with approval of the lead']);
  expect(whenTold('1. Flush it (only after sign-off): `redis-cli FLUSHALL`\n')).toEqual(['after sign-off']);
});

test.each([
  ['`OutOfMemoryError` → `systemctl restart redis`', 'OutOfMemoryError'],
  ['`No space left on device`: remove the dumps with `rm -r /var/tmp/x`', 'No space left on device'],
  ['`web` → `systemctl restart web`', undefined],
  ['`docker ps` → `docker restart web`', undefined],
])('the message that an item begins with: %s', (item, condition) => {
  expect(whenTold(`- ${item}\n`).at(-1)).toBe(condition);
});

test.each([
  ['**OOMKilled:** give it more: `systemctl restart redis`', 'OOMKilled'],
  ['**After a bad deploy:** `helm rollback redis` and tell the team.', 'After a bad deploy'],
  ['**Stuck jobs**: look at them with `redis-cli llen jobs`', undefined],
  ['**Restart:** `systemctl restart redis`', undefined],
  ['OOMKilled pods are deleted: `systemctl restart redis`', undefined],
])('the trouble that a text begins with in bold: %s', (text, condition) => {
  expect(whenTold(`${text}\n`)).toEqual([condition]);
});
