import { expect, test } from 'vitest';
import { growth } from '../../../test/support/growth.ts';
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

test.each([
  ['{{< code-block bash >}}', '{{< /code-block >}}', 'bash'],
  ['{{< code-block lang="shell" file="a.sh" >}}', '{{< /code-block >}}', 'shell'],
  ['{{< codeblock >}}', '{{< /codeblock >}}', ''],
  ['{{< highlight lang="bash" >}}', '{{< /highlight >}}', 'bash'],
  ['{{< highlight "bash" "linenos=inline" >}}', '{{< /highlight >}}', 'bash'],
  ['{{< text syntax=bash snip_id=none >}}', '{{< /text >}}', 'bash'],
  ['{{< text snip_id=none language=c++ >}}', '{{< /text >}}', 'c++'],
  ['{{% code file="a.sh" %}}', '{{% /code %}}', ''],
  ['{%- highlight -%}', '{% endhighlight %}', ''],
  ['{%- highlight bash linenos -%}', '{%- endhighlight %}', 'bash'],
])('the language that %s names', (opening, closing, language) => {
  expect(withShortcodeFences(`${opening}\ndf -h\n${closing}\n`)).toBe(`\`\`\`${language}\ndf -h\n\`\`\`\n`);
});

test('a tag whose name only begins as one for code is none', () => {
  for (const name of ['code', 'text', 'highlight']) {
    const text = `{{< ${name}-toggle >}}\ndf -h\n{{< /${name} >}}\n`;
    expect(withShortcodeFences(text)).toBe(text);
  }
});

test('a fence is open for as long as it is for Markdown', () => {
  const tagged = ['{{< code bash >}}', 'df -h', '{{< /code >}}'];
  for (const shown of [
    ['1. ```text', ...tagged, '```'],
    ['```', '```bash', ...tagged, '```'],
    ['~~~', '```', ...tagged, '~~~'],
  ])
    expect(withShortcodeFences(shown.join('\n'))).toBe(shown.join('\n'));
  expect(withShortcodeFences(['```a``` is one', '', ...tagged].join('\n'))).toBe(
    '```a``` is one\n\n```bash\ndf -h\n```',
  );
  expect(withShortcodeFences(['1. ```text', 'x', '   ```', '', ...tagged].join('\n'))).toBe(
    '1. ```text\nx\n   ```\n\n```bash\ndf -h\n```',
  );
});

test('only a tag for code at the beginning of a line makes a fence of what is set in', () => {
  // A blank line after indented code may be counted in, as the mark of a fence is.
  expect(read('Run:', '', "    docker ps --format '{{%v}}' {% x %}", '    df -h', '    ', 'Done.')).toEqual([
    ["docker ps --format '{{%v}}' {% x %}", 3, 'indented'],
    ['df -h', 4, 'indented'],
  ]);
});

test('many fences below a tag are looked through once', { retry: 2 }, () => {
  expect(growth(withShortcodeFences, '```\n```\n', 5000, '{% x %}\n')).toBeLessThan(32);
});
