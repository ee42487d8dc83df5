import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

/** Each command with the name of its way; `-` for none. */
const waysIn = (...lines: readonly string[]): readonly string[] =>
  commandsIn(`# Web\n\n## Stop\n\n${lines.join('\n')}\n`).map(
    ({ alternative }) => (alternative && `${alternative.option} ${alternative.name}`) ?? '-',
  );

const block = (command: string): string => `\n\`\`\`sh\n${command}\n\`\`\`\n`;

const ofMdx = (name: string, text: string): string =>
  `<TabItem value="${name}" label="In ${name}">\n${text}\n</TabItem>`;

test('tabs are ways of one choice, whatever site they are written for', () => {
  const after = block('nginx -t');
  expect(
    waysIn(
      '<Tabs>',
      ofMdx('a', block('nginx -s stop')),
      ofMdx('b', block('docker stop web')),
      '</Tabs>',
      after,
    ),
  ).toEqual(['1 In a', '2 In b', '-']);
  expect(
    waysIn(
      '{% tabs %}',
      '{% tab title="a" %}',
      block('nginx -s stop'),
      '{% endtab %}',
      '{% tab title="b" %}',
      block('docker stop web'),
      '{% endtab %}',
      '{% endtabs %}',
      after,
    ),
  ).toEqual(['1 a', '2 b', '-']);
  expect(
    waysIn(
      '{{< tabs >}}',
      '{{% tab "a" %}}',
      block('nginx -s stop'),
      '{{% /tab %}}',
      '{{% tab name="b" %}}',
      block('docker stop web'),
      '{{% /tab %}}',
      '{{< /tabs >}}',
      after,
    ),
  ).toEqual(['1 a', '2 b', '-']);
  const further = (command: string): string => block(command).replaceAll('\n', '\n    ');
  expect(
    waysIn('=== "a"', further('nginx -s stop'), '', '=== "b"', further('docker stop web'), '', after),
  ).toEqual(['1 a', '2 b', '-']);
});

test('one tab in which something is typed is no choice', () => {
  const answer = ofMdx('answer', '\n```json\n{ "a": 1 }\n```\n');
  expect(waysIn('<Tabs>', ofMdx('request', block('curl -s localhost')), answer, '</Tabs>')).toEqual(['-']);
});

test('tabs within a tab are a choice of their own, and what is never closed ends nothing', () => {
  const inner = [
    '<Tabs>',
    ofMdx('a', block('nginx -s stop')),
    ofMdx('b', block('docker stop web')),
    '</Tabs>',
  ];
  expect(
    waysIn('<Tabs>', ofMdx('x', inner.join('\n')), ofMdx('y', block('nginx -t')), '</Tabs>', block('nginx')),
  ).toEqual(['1 In a', '2 In b', '-', '-']);
  expect(waysIn('<Tabs>', block('nginx'))).toEqual(['-']);
});
