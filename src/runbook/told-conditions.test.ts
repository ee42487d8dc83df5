import { expect, test } from 'vitest';
import { textsIn } from '../../test/support/commands-in.ts';

const whenTold = (before: string): string | undefined =>
  textsIn(`${before}\n\n\`\`\`bash\nkubectl delete lease x\n\`\`\`\n`)[0]?.[1];

test.each([
  [
    'what is wrong',
    'For a port or network collision, delete it in the project:',
    'a port or network collision',
  ],
  ['dashes', '1. Standby - if you moved it by hand - delete it:', 'you moved it by hand'],
  ['remarks after it', 'Delete the lease, if its owner is gone. This takes an hour.', 'its owner is gone'],
  [
    'the aim of the sentence before',
    'If it is full, it is best to clean the cache. To clean the cache, run `rm -rf /tmp/x`.\n',
    'it is full',
  ],
])('a condition told by %s', (_, before, condition) => {
  expect(whenTold(before)).toBe(condition);
});

test.each([
  ['what it is for', 'For a new lease, delete the old one:'],
  ['what is measured', 'For an error budget of a month, delete it:'],
  ['a look', 'Check the log if you like. It is long.'],
  ['another aim', 'If it is full, it is best to clean the cache. To see more, run `df -h`.\n'],
])('no condition told by %s', (_, before) => {
  expect(whenTold(before)).toBeUndefined();
});
