import { expect, test } from 'vitest';
import { isOfThisBoot, isOwnerAlive, ownerMark } from './owner.ts';

const [pid, started, namespace, boot] = ownerMark().split('-') as [string, string, string, string];
const [otherNamespace, otherBoot] = [
  `${Number(namespace) + 1}`,
  boot.replace(/./, (digit) => (digit === '0' ? '1' : '0')),
];

test.each([
  ['this process', [pid, started, namespace, boot], true],
  ['one whose pid another process has since', [pid, '1', namespace, boot], false],
  ['one that is gone', ['99999999', started, namespace, boot], false],
  ['one of another PID namespace, whose pid is nobody’s here', ['99999999', '1', otherNamespace, boot], true],
  ['one of another PID namespace, whose pid is another’s here', [pid, '1', otherNamespace, boot], true],
  ['one of before the machine was started', [pid, started, namespace, otherBoot], false],
  ['one that does not tell its namespace', [pid, '1'], true],
  ['one of a machine without /proc', [pid, '', '', ''], true],
  ['nobody’s', [''], true],
])('%s: may be alive %s', (_, mark, isAlive) => {
  expect(isOwnerAlive(mark.join('-'))).toBe(isAlive);
});

test('a pid that nobody has makes the mark of a dead process', () => {
  expect(isOwnerAlive(ownerMark(99_999_999))).toBe(false);
});

test('what another machine made, or this one before it was started, is not of this boot', () => {
  expect(isOfThisBoot(ownerMark())).toBe(true);
  expect(isOfThisBoot([pid, started, namespace, otherBoot].join('-'))).toBe(false);
});
