import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';
import { growth } from '../../../test/support/growth.ts';
import { withoutCalloutMarks } from './callouts.ts';

const quoted = (mark: string): readonly string[] => [
  `> ${mark}`,
  '> If the log is corrupt, throw it away:',
  '>',
  '> ```bash',
  '> rm -f /data/aof',
  '> ```',
];

test.each(['[!WARNING]', '[!tip]-', '**Warning**', '⚠️ **Important:**'])(
  'what a quote begins with, %s, is not where its first sentence begins',
  (mark) => {
    expect(textsIn(quoted(mark).join('\n'))).toEqual([['rm -f /data/aof', 'the log is corrupt']]);
  },
);

test('a quote that begins with something else keeps it', () => {
  for (const text of ['> [a link](x.md)', '> **Restart it**', '> a [!note] amid', '- [!] Run `df -h`'])
    expect(withoutCalloutMarks(`${text}\n`)).toBe(`${text}\n`);
});

test.each([
  [
    'MkDocs',
    ['!!! tip', '    If the log is corrupt, throw it away:', '', '    ```', '    rm -f aof', '    ```'],
  ],
  [
    'MkDocs, by its title',
    ['!!! warning "If the log is corrupt"', '', '    ```', '    rm -f aof', '    ```'],
  ],
  ['MkDocs, unfolded', ['???+ danger inline "If the log is corrupt"', '    ```', '    rm -f aof', '    ```']],
  ['Docusaurus', [':::caution If the log is corrupt', '', '```', 'rm -f aof', '```', '', ':::']],
  ['Docusaurus, in brackets', [':::tip[If the log is corrupt]', '', '```', 'rm -f aof', '```', ':::']],
  [
    'Docusaurus, in its text',
    [':::warning', 'If the log is corrupt, throw it away:', '```', 'rm -f aof', '```', ':::'],
  ],
])('a callout of %s says when to do what is in it', (_, lines) => {
  const after = ['', 'Start it:', '', '```', 'systemctl start redis', '```'];
  expect(textsIn([...lines, ...after].join('\n'))).toEqual([
    ['rm -f aof', 'the log is corrupt'],
    ['systemctl start redis', undefined],
  ]);
});

test('a title is a sentence of its own, and what stands in the callout is no code', () => {
  const text = ['1. Do it', '', '    !!! note "It is slow"', '        Run it at night.', '', '2. Go on', ''];
  expect(withoutCalloutMarks(text.join('\n'))).toBe(
    ['1. Do it', '', '    It is slow.', '    Run it at night.', '', '2. Go on', ''].join('\n'),
  );
});

test('a fence that shows callouts stays as it is, and so does one that ends further left than its callout', () => {
  const shown = '```\n> [!NOTE]\n!!! tip\n    x\n```\n';
  expect(withoutCalloutMarks(shown)).toBe(shown);
  expect(withoutCalloutMarks('!!! tip\n    ```\ndf -h\n    ```\n')).toBe('\n    ```\ndf -h\n    ```\n');
});

test('many callouts are looked through once', { retry: 2 }, () => {
  expect(growth(withoutCalloutMarks, '!!! tip\n    x\n> [!NOTE]\n', 5000)).toBeLessThan(32);
});
