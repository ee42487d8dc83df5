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
  ['- Not running? (restart it with `systemctl restart redis`)', 'Not running'],
])('what answers it: %s', (text, condition) => {
  expect(whenTold(text)).toEqual([condition]);
});
