/** Does a line end in the middle of a statement: an open quote, a backslash, a pipe, a here-document, a loop? */
export const isOpen = (line: string): boolean => growing()(line);

const hasOpenQuote = (line: string): boolean => scan(line, '').quote !== '';

/**
 * A text that grows by a line at each call, which tells whether what there is of it ends in the middle of a statement. Each line is looked at once: a
 * statement that never ends is put together of many, and that for each line of a block.
 */
const growing = (): ((line: string) => boolean) => {
  let quote = '';
  // The bare words since the last newline that no quote holds, and how deep what stands before them nests.
  let words = '';
  let depth = 0;
  const documentOpen = hereDocument();
  return (line) => {
    if (quote === '') {
      depth = nestingAfter(words, depth);
      words = '';
    }
    const read = scan(line, quote, words);
    ({ quote, words } = read);
    const inDocument = documentOpen(line);
    return quote !== '' || GOES_ON.test(words) || inDocument || nestingAfter(words, depth) > 0;
  };
};

const GOES_ON = /(?:\\|\||&&)\s*$/;

/** One pass over quotes, comments and escapes of a line; `words` are the bare ones. */
const scan = (line: string, open: string, before = ''): { quote: string; words: string } => {
  let quote = open;
  let words = before;
  const end = line.trimEnd().length - 1;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] as string;
    if (quote !== '') {
      if (character === '\\' && quote !== "'") at += 1;
      else if (character === quote) quote = '';
    } else if (character === '\\') {
      words += line.slice(at, at + 2);
      at += 1;
    } else if (character === '`' && at === end && /\s/.test(line[at - 1] ?? '')) {
      // PowerShell goes on behind it.
      words += '\\';
    } else if (character === '"' || character === "'" || character === '`') {
      quote = character;
      words += '_';
    } else if (character === '#' && /(?:^|\s)$/.test(words.slice(-1))) break;
    else words += character;
  }
  return { quote, words };
};

/** The second group is the line that ends it. */
export const HERE_DOCUMENT = /<<-?\s*\\?(['"]?)([A-Za-z_][\w.-]*)\1/;

/** Is the first here-document of a growing text open after a line? */
const hereDocument = (): ((line: string) => boolean) => {
  // What a line ends with may go on with the next one.
  let begun = '';
  let delimiter: string | undefined;
  let closed = false;
  return (line) => {
    if (delimiter === undefined) {
      const text = begun === '' ? line : `${begun}\n${line}`;
      const match = HERE_DOCUMENT.exec(text);
      begun = match === null ? (/<?<<-?\s*$/.exec(text)?.[0] ?? '') : '';
      if (match === null) return false;
      delimiter = match[2] ?? '';
      // `<<<` gives a text, and opens none.
      closed = text[match.index - 1] === '<' || (text !== line && line.trim() === delimiter);
    } else closed ||= line.trim() === delimiter;
    return !closed;
  };
};

/** How deep the words of a line leave what was open `before` them. */
const nestingAfter = (words: string, before: number): number => {
  let depth = before;
  for (const [token] of words.matchAll(NESTS)) {
    if (/^\s*(?:for|while|until|if|case|select|\(|\{)$/.test(token)) depth += 1;
    else depth = Math.max(0, depth - 1);
  }
  return depth;
};

const NESTS =
  /(?:(?<=^|[\n;&|(]|\bdo|\bthen|\belse)\s*(?:for|while|until|if|case|select|done|fi|esac)(?=[\s;)]|$))|\(|\)|\{(?=\s|$)|(?<=^|[\s;])\}/g;

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
  const isOpenAfter = growing();
  for (let last = first; last < Math.min(limit, first + longest); last++) {
    if (!isOpenAfter(lines[last] ?? '')) return last;
    if (last === first && beginsAnew(lines, first)) return first;
  }
  let last = first;
  while (/(?:\\|\||&&)\s*$/.test(lines[last] ?? '') && last + 1 < limit) last += 1;
  return last;
};
