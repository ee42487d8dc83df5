import { fenceAfter } from '../text/fences.ts';

/** How far it is set in, the name of the tag, and what else is in it: of Hugo, and of Liquid. */
const OPENS =
  /^([ \t]*)(?:\{\{[<%]\s*(code-?block|highlight|code|text)(?![\w-])([^{}]*)[>%]\}\}|\{%-?\s*(highlight|code-?block)(?![\w-])([^{}]*)%\})[ \t]*$/;
const CLOSES = /^[ \t]*(?:\{\{[<%]\s*\/\s*([\w-]+)\s*[>%]\}\}|\{%-?\s*end([\w-]+)\s*-?%\})[ \t]*$/;

/** `lang="bash"`, or the first word, where that is no attribute: `file="a.sh"`. */
const NAMED_LANGUAGE = /\s(?:lang(?:uage)?|syntax)=["']?([\w+#-]+)/;
const FIRST_WORD = /^\s+["']?(?!-)([\w+#-]+)(?![\w+#=-])/;

/**
 * A text whose blocks of code between Hugo's or Liquid's tags, `{{< highlight bash >}}` and `{% endhighlight %}`, are fences. Where the tags stand
 * around a fence, they only add to it.
 */
export const withShortcodeFences = (text: string): string => {
  if (!text.includes('{{<') && !text.includes('{{%') && !text.includes('{%')) return text;
  const lines = text.split('\n');
  let fence = '';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    fence = fenceAfter(fence, line);
    // A fence that shows such tags stays as it is.
    if (fence !== '') continue;
    const [, indent = '', hugo, ofHugo, liquid, ofLiquid] = OPENS.exec(line) ?? [];
    const name = hugo ?? liquid;
    const end = name === undefined ? undefined : closingOf(lines, at, name);
    if (end === undefined) continue;
    lines[at] = `${indent}\`\`\`${languageIn(ofHugo ?? ofLiquid ?? '')}`;
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
    if (fenceAfter('', line) !== '' || opensCode(line)) return undefined;
  }
  return undefined;
};

/** Does a line stand for the beginning of a fence, where its tag is closed? */
export const opensCode = (line: string): boolean => OPENS.test(line);

const languageIn = (attributes: string): string =>
  (NAMED_LANGUAGE.exec(attributes) ?? FIRST_WORD.exec(attributes))?.[1] ?? '';
