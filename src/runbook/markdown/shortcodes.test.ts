import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';
import { withShortcodeFences } from './shortcodes.ts';

const read = (...lines: readonly string[]): readonly (readonly [string, number, string])[] =>
  commandsIn(`${lines.join('\n')}\n`).map(({ text, lines: [first], where }) => [text, first, where]);

test('what stands between tags for code is a fence in the language that they name', () => {
  expect(read('{{< code shell >}}', 'shopctl namespace create eu', '{{< /code >}}')).toEqual([
    ['shopctl namespace create eu', 2, 'fence'],
  ]);
  expect(read('{% highlight bash %}', 'shopctl drain eu', '{% endhighlight %}', '', 'Then go.')).toEqual([
    ['shopctl drain eu', 2, 'fence'],
  ]);
  expect(read('{{< highlight yaml >}}', 'docker: ps', 'run: docker ps', '{{< /highlight >}}')).toEqual([]);
  expect(
    read('1. Create it:', '', '   {{< text bash >}}', '$ shopctl create', 'made', '{{< /text >}}'),
  ).toEqual([['shopctl create', 4, 'fence']]);
});

test('tags around a fence, in a fence, and such that nothing closes, stay as they are', () => {
  for (const text of [
    '{% code title="a" %}\n```bash\ndf -h\n```\n{% endcode %}\n',
    '{{< code shell >}}\n```bash\ndf -h\n```\n{{< /code >}}\n',
    '```\n{{< code shell >}}\ndf -h\n{{< /code >}}\n```\n',
    '{{< code shell >}}\ndf -h\n',
    '{{< note >}}\ndf -h\n{{< /note >}}\n',
  ])
    expect(withShortcodeFences(text)).toBe(text);
});
