import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';
import { withMeantFences } from './meant-fences.ts';

const read = (...lines: readonly string[]): readonly (readonly [string, number, string])[] =>
  commandsIn(`${lines.join('\n')}\n`).map(({ text, lines: [first], where }) => [text, first, where]);

test('a fence that is set in as far as the text after a box is one', () => {
  expect(
    read(
      '- [ ] Look at the mail',
      '      queue:',
      '      ```bash',
      '      mailq',
      '      ```',
      '- [ ] Then go on.',
    ),
  ).toEqual([['mailq', 4, 'fence']]);
  expect(
    read('- [ ] Look:', '      ```bash', '      mailq | tail -1', '', '      df -h /var', '      ```'),
  ).toEqual([
    ['mailq | tail -1', 3, 'fence'],
    ['df -h /var', 5, 'fence'],
  ]);
  expect(
    read('1. Stop it:', '', '       ```', '       systemctl stop web', '       ```', '2. Wait.'),
  ).toEqual([['systemctl stop web', 4, 'fence']]);
});

test('a fence reaches to its end, though its lines or its end stand at the margin', () => {
  const after = ['* Then leave.', '', '```bash', 'systemctl start web', '```'];
  const all = [
    ['systemctl stop web', 3, 'fence'],
    ['systemctl start web', 8, 'fence'],
  ];
  expect(read('* Stop it', '  ```bash', 'systemctl stop web', '  ```', ...after)).toEqual(all);
  expect(read('* Stop it', '  ```bash', '  systemctl stop web', '```', ...after)).toEqual(all);
});

test('code that shows a fence, a fence that nothing closes, and one that is right stay as they are', () => {
  const same = [
    'Write:\n\n    # Title\n\n    ```\n    ls -l\n    ```\n',
    '- Stop:\n  ```\n  systemctl stop web\n\nThen:\n\n```bash\nls -l\n```\n',
    '- Stop:\n  ```\n  systemctl stop web\n\n  later\n\nText.\n\n```\nls -l\n```\n',
    '- Stop:\n  ```\n  ls\n- Start:\n  ```\n  ls -l\n  ```\n',
    '- Stop:\n\n  ```\n  a\n    b\n  ```\n\n      - c\n',
    '````\n  ```\nls\n      ```\n````\n',
    '\n  ```\n  ls\n  ```\n',
  ];
  for (const text of same) expect(withMeantFences(text)).toBe(text);
});

test('what stands in a fence keeps how far it is set in', () => {
  expect(withMeantFences('- [ ] x\n      ```yaml\n      a:\n        b: 1\n      ```\n')).toBe(
    '- [ ] x\n  ```yaml\n  a:\n    b: 1\n  ```\n',
  );
  expect(withMeantFences('- x\n  ```yaml\na:\n  b: 1\n  ```\n')).toBe(
    '- x\n  ```yaml\n  a:\n    b: 1\n  ```\n',
  );
});

test('many fences that nothing closes take no longer than their length', () => {
  const text = `${'- a\n  ```\n  b\n\n'.repeat(20_000)}`;
  const start = performance.now();
  withMeantFences(text);
  withMeantFences('- a\n      ```x\n'.repeat(20_000));
  expect(performance.now() - start).toBeLessThan(2000);
});
