/**
 * Entries with the regular expressions that a command is matched against, found by the program that the command begins with:
 * most tables of forms hold many dozens, each about a program or two.
 * @returns the entries, in their order, whose form could match the text
 */
export const byBeginning = <Entry>(
  entries: readonly Entry[],
  formOf: (entry: Entry) => RegExp,
): ((text: string) => readonly Entry[]) => {
  const beginnings = entries.map((entry) => beginningsOf(formOf(entry)));
  const found = new Map<string, readonly Entry[]>();
  return (text) => {
    const word = text.slice(0, endOfWord(text)).toLowerCase();
    const known = found.get(word);
    if (known !== undefined) return known;
    // `/usr/bin/x` is found by x, too.
    const program = word.slice(word.lastIndexOf('/') + 1);
    const own = entries.filter(
      (_, index) =>
        beginnings[index]?.some((each) => word.startsWith(each) || program.startsWith(each)) ?? true,
    );
    if (found.size === KEPT) found.clear();
    found.set(word, own);
    return own;
  };
};

/** How many programs are remembered. */
const KEPT = 500;

const endOfWord = (text: string): number => {
  const end = text.search(/\s/);
  return end < 0 ? text.length : end;
};

/** What a form's matches begin with, in lower case and folders aside; `undefined` where that cannot be told. */
const beginningsOf = ({ source }: RegExp): readonly string[] | undefined => {
  const literals = alternatives(source).flatMap((way): readonly (string | undefined)[] => {
    if (!way.startsWith('^')) return [undefined];
    const bare = way.slice(1).replace(/^\(\?:\\S\*\\\/\)\?/, '');
    const group = /^\(\?:(.*)$/s.exec(bare)?.[1];
    if (group === undefined) return [literalOf(bare)];
    const end = endOfGroup(group);
    return /^[?*{]/.test(group.slice(end + 1))
      ? [undefined]
      : alternatives(group.slice(0, end)).map(literalOf);
  });
  const known = literals.filter((literal) => literal !== undefined);
  return known.length === literals.length ? known : undefined;
};

const literalOf = (way: string): string | undefined =>
  /^[a-z][\w-]*(?![\w-]|[?*{])|^[a-z][\w-]*(?=[\w-][?*{])/i.exec(way)?.[0].toLowerCase();

/** The ways of a regular expression's source that stand between bars outside of all brackets. */
const alternatives = (source: string): readonly string[] => {
  const ways = [''];
  let depth = 0;
  for (const [token] of source.matchAll(TOKEN)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === '|' && depth === 0) ways.push('');
    else ways[ways.length - 1] += token;
  }
  return ways;
};

/** Where the group ends whose content `source` begins with. */
const endOfGroup = (source: string): number => {
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(TOKEN)) {
    if (token === '(') depth += 1;
    if (token === ')' && depth-- === 0) return index;
  }
  return source.length;
};

const TOKEN = /\\.|\[(?:\\.|[^\]])*\]|./gs;
