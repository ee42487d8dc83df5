import { expect, test } from 'vitest';
import { toCommand } from './command.ts';
import { remarkOf } from './remarks.ts';

const remarkIn = (line: string, kind: 'shell' | 'sql' = 'shell'): string =>
  remarkOf(
    toCommand({ text: line, lines: [1, line.split('\n').length], where: 'fence', kind }),
    line.split('\n'),
  );

test.each([
  ['docker restart web  # if it hangs', 'if it hangs'],
  ["docker restart web  # don't, if it's up", "don't, if it's up"],
  ["echo 'a # b' # c", 'c'],
  ['echo "a # \\" # b"', ''],
  ['echo a#b', ''],
  ['docker ps # one \\\n  -a # two', 'two'],
  ['docker ps # one\n  -a', ''],
  ['docker ps #\n  -a', ''],
])('the remark of %j', (line, remark) => {
  expect(remarkIn(line)).toBe(remark);
});

test('a remark of SQL', () => {
  expect(remarkIn("delete from jobs where state = '--' -- the customer's", 'sql')).toBe("the customer's");
});
