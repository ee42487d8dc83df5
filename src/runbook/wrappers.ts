const WRAPPERS = /<\/?(?:div|section|article|aside|main|center|figure|[A-Z])|\{%|\{\{[<%]|\{\{\s*site\./;

/** A line with nothing but a tag around Markdown: HTML's, MDX's, Liquid's, Hugo's. */
const WRAPPER =
  /^[ \t]*(?:<\/?(?:div|section|article|aside|main|center|figure|[A-Z][\w.]*)(?:\s[^<>]*)?>|\{%[^{}]*%\}|\{\{[<%][^{}]*[>%]\}\}|\{\{\s*site\.[^{}]*\}\})[ \t]*$/;

const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})(.*)$/;

/**
 * A text with spaces in place of the lines that only wrap Markdown, so that all else stays where it is. CommonMark takes what follows such a line
 * for HTML up to an empty one; the site that the text is written for reads Markdown there, and so do its readers.
 */
export const withoutWrappers = (text: string): string => {
  if (!WRAPPERS.test(text)) return text;
  let fence = '';
  return text
    .split('\n')
    .map((line) => {
      const [, marks = '', info = ''] = FENCE.exec(line) ?? [];
      if (fence !== '') {
        if (marks.startsWith(fence) && info.trim() === '') fence = '';
      } else if (marks !== '' && !(marks.startsWith('`') && info.includes('`'))) fence = marks;
      else if (WRAPPER.test(line)) return ' '.repeat(line.length);
      return line;
    })
    .join('\n');
};
