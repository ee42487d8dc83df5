/** Does the text end in the middle of a statement: an open quote, a backslash, a pipe, a here-document, a loop? */
export const isOpen = (text: string): boolean => {
  const { quote, words, last } = scan(text);
  if (quote !== '') return true;
  if (/\\\s*$/.test(last) || /(?:\||&&)\s*$/.test(last)) return true;
  return hereDocumentOpen(text) || nesting(words) > 0;
};

/** As `isOpen`, for a quote alone: a stray apostrophe must not swallow the text that follows. */
export const hasOpenQuote = (text: string): boolean => scan(text).quote !== '';

/** One pass over quotes, comments and escapes; `words` are the bare words of the text, `last` its last line without comment. */
const scan = (text: string): { quote: string; words: string; last: string } => {
  let quote = '';
  let words = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (quote !== '') {
      if (character === '\\' && quote !== "'") at += 1;
      else if (character === quote) quote = '';
    } else if (character === '\\') {
      words += text.slice(at, at + 2);
      at += 1;
    } else if (character === '"' || character === "'" || character === '`') {
      quote = character;
      words += '_';
    } else if (character === '#' && /(?:^|\s)$/.test(words.slice(-1))) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end - 1;
    } else words += character;
  }
  return { quote, words, last: words.slice(words.lastIndexOf('\n') + 1) };
};

/** The second group is the line that ends it. */
export const HERE_DOCUMENT = /<<-?\s*\\?(['"]?)([A-Za-z_][\w.-]*)\1/;

const hereDocumentOpen = (text: string): boolean => {
  const match = HERE_DOCUMENT.exec(text);
  if (match === null || text[match.index - 1] === '<') return false;
  const delimiter = match[2] ?? '';
  return !text
    .slice(match.index)
    .split('\n')
    .slice(1)
    .some((line) => line.trim() === delimiter);
};

const nesting = (words: string): number => {
  const tokens =
    words.match(
      /(?:(?<=^|[\n;&|(]|\bdo|\bthen|\belse)\s*(?:for|while|until|if|case|select|done|fi|esac)(?=[\s;)]|$))|\(|\)|\{(?=\s|$)|(?<=^|[\s;])\}/g,
    ) ?? [];
  let depth = 0;
  for (const token of tokens.map((each) => each.trim())) {
    if (/^(?:for|while|until|if|case|select|\(|\{)$/.test(token)) depth += 1;
    else depth = Math.max(0, depth - 1);
  }
  return depth;
};

/** Was a quote never closed? The next line begins with the same program, and has an open quote of its own. */
export const beginsAnew = (lines: readonly string[], at: number): boolean => {
  const [line = '', next = ''] = [lines[at], lines[at + 1]];
  const program = /^\s*[\w./-]+\s/.exec(line)?.[0];
  return program !== undefined && next.startsWith(program) && hasOpenQuote(line) && hasOpenQuote(next);
};

/** The longest statement, in lines, that is put together line by line: beyond it an open quote is taken for a stray one. */
export const LONGEST = 150;

/**
 * The 0-based last line of the statement that begins on `first`; `first` itself where what is open never ends. A blank line ends what a backslash left
 * open, and is no part of it: the file may have none there.
 */
export const statementEnd = (lines: readonly string[], first: number, longest = LONGEST): number => {
  let last = endWithBlank(lines, first, longest);
  while (last > first && lines[last]?.trim() === '') last -= 1;
  return last;
};

const endWithBlank = (lines: readonly string[], first: number, longest: number): number => {
  const limit = lines.length;
  let text = lines[first] ?? '';
  for (let last = first; last < Math.min(limit, first + longest); last++) {
    if (last > first) text += `\n${lines[last] ?? ''}`;
    if (!isOpen(text)) return last;
    if (last === first && beginsAnew(lines, first)) return first;
  }
  let last = first;
  while (/(?:\\|\||&&)\s*$/.test(lines[last] ?? '') && last + 1 < limit) last += 1;
  return last;
};
