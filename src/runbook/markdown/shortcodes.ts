const OPENS =
  /^([ \t]*)(?:\{\{[<%]\s*(highlight|code|codeblock|code-block|text)\b|\{%-?\s*(highlight|codeblock|code-block)\b)\s*["']?([\w+#-]*)["']?[^{}]*[>%]\}\}?[ \t]*$/;
const CLOSES = /^[ \t]*(?:\{\{[<%]\s*\/\s*([\w-]+)\s*[>%]\}\}|\{%-?\s*end([\w-]+)\s*-?%\})[ \t]*$/;
const MARKS = /^\s*(?:`{3}|~{3})/;

/**
 * A text whose blocks of code between Hugo's or Liquid's tags, `{{< highlight bash >}}` and `{% endhighlight %}`, are fences. Where the tags stand
 * around a fence, they only add to it.
 */
export const withShortcodeFences = (text: string): string => {
  if (!text.includes('{{<') && !text.includes('{{%') && !text.includes('{%')) return text;
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    if (MARKS.test(lines[at] ?? '')) {
      at = endOfFence(lines, at);
      continue;
    }
    const [, indent = '', hugo, liquid, language = ''] = OPENS.exec(lines[at] ?? '') ?? [];
    const name = hugo ?? liquid;
    const end = name === undefined ? undefined : closingOf(lines, at, name);
    if (end === undefined) continue;
    lines[at] = `${indent}\`\`\`${language}`;
    lines[end] = `${indent}\`\`\``;
    at = end;
  }
  return lines.join('\n');
};

/** The line that closes a block; none, where a fence stands in it or another one opens. */
const closingOf = (lines: readonly string[], first: number, name: string): number | undefined => {
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const [, hugo, liquid] = CLOSES.exec(line) ?? [];
    if ((hugo ?? liquid) === name) return at;
    if (MARKS.test(line) || OPENS.test(line)) return undefined;
  }
  return undefined;
};

/** A fence that shows such tags stays as it is. */
const endOfFence = (lines: readonly string[], first: number): number => {
  const [marks = ''] = /`{3,}|~{3,}/.exec(lines[first] ?? '') ?? [];
  const end = lines.findIndex((line, at) => at > first && line.trim().startsWith(marks));
  return end < 0 ? lines.length : end;
};
