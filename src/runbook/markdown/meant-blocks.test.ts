import { expect, test } from 'vitest';
import { growth } from '../../../test/support/growth.ts';
import { commandsIn } from '../../../test/support/commands-in.ts';
import { withMeantBlocks } from './meant-blocks.ts';

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
  for (const text of same) expect(withMeantBlocks(text)).toBe(text);
});

test('what stands in a fence keeps how far it is set in', () => {
  expect(withMeantBlocks('- [ ] x\n      ```yaml\n      a:\n        b: 1\n      ```\n')).toBe(
    '- [ ] x\n  ```yaml\n  a:\n    b: 1\n  ```\n',
  );
  expect(withMeantBlocks('- x\n  ```yaml\na:\n  b: 1\n  ```\n')).toBe(
    '- x\n  ```yaml\n  a:\n    b: 1\n  ```\n',
  );
});

test.each([
  ['fences that nothing closes', '- a\n  ```\n  b\n\n', ''],
  ['set-in fences that nothing closes', '- a\n      ```x\n', ''],
  ['items of a list that is none', '    - Abc def\n\n    ```\n\n', ''],
  ['items of a list that its end refuses', '    - Abc def\n\n        ```\n\n', '    x\n'],
])('eight times as many %s take nothing like 64 times as long', { retry: 2 }, (_, piece, after) => {
  expect(growth(withMeantBlocks, piece, 1000, '', after)).toBeLessThan(32);
});

test('a list that is set in below a paragraph or a heading is one', () => {
  expect(
    read(
      'B. The copy was cut off.',
      '',
      '    - Look at the log.',
      '    - Connect to the copy and run the following:',
      '        - `SELECT * FROM pg_replication_origin;`',
      '            - If you see no row, join it again:',
      '                - Start it with `systemctl start db`',
      '                    ```',
      '                    systemctl status db',
      '                    ```',
    ),
  ).toEqual([
    ['SELECT * FROM pg_replication_origin;', 5, 'inline'],
    ['systemctl start db', 7, 'inline'],
    ['systemctl status db', 9, 'fence'],
  ]);
  expect(read('## Disks', '\t1. `df -h` for the space', '\t2. Run `lsblk`')).toEqual([
    ['df -h', 2, 'inline'],
    ['lsblk', 3, 'inline'],
  ]);
});

test('indented code that only looks like a list stays code', () => {
  for (const code of [
    '    - name: web\n      run: df',
    '    - old line\n    + New line here',
    '    - Look there\n    df -h',
  ])
    expect(withMeantBlocks(`Below:\n\n${code}\n`)).toBe(`Below:\n\n${code}\n`);
  const item = '- Look:\n\n  - Then there.\n\n    And run `df -h`.\n';
  expect(withMeantBlocks(item)).toBe(item);
});

test('a heading that is set in too far to be one has no list below it', () => {
  const text = 'Run:\n      # note\n    - Look at it\n';
  expect(withMeantBlocks(text)).toBe(text);
  expect(withMeantBlocks('Run:\n\n# note\n    - Look at it\n')).toBe('Run:\n\n# note\n- Look at it\n');
});

test('a fence of very many lines is set right', () => {
  expect(withMeantBlocks(`- x\n  \`\`\`\n${'a\n'.repeat(150_000)}  \`\`\`\n`)).toMatch(
    /^- x\n {2}```\n {2}a\n/,
  );
});

test('a text that leads to a fence is set in as far as that, and is no code either', () => {
  const item =
    '  1. Edit the exports\n\n    Name the folder:\n\n    ```bash\n    nano /etc/exports\n    ```\n\n';
  const next = '  2. Mount it:\n\n    ```bash\n    mount /mnt\n    ```\n';
  expect(commandsIn(item + next).map(({ text, lines }) => [text, lines[0]])).toEqual([
    ['nano /etc/exports', 6],
    ['mount /mnt', 12],
  ]);
  // code that shows a fence
  const shown = 'Write it so:\n\n    key = value\n\n    ```bash\n    mount /mnt\n    ```\n';
  expect(commandsIn(shown).map(({ where }) => where)).not.toContain('fence');
});
