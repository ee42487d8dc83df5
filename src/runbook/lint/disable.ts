const COMMENT = /<!--\s*drillbook-(disable-next-line|disable|enable)(?:\s+([a-z][a-z\s,-]*?))?\s*-->/;

/**
 * Which rules comments in the file switch off, and where: `<!-- drillbook-disable-next-line rule -->` for the line below
 * (for a fence: all of it), `<!-- drillbook-disable rule -->` up to `<!-- drillbook-enable rule -->` or the end.
 * Without a rule: all.
 */
export const disabledIn = (lines: readonly string[]): ((rule: string, line: number) => boolean) => {
  const ranges: { readonly rules: readonly string[]; readonly first: number; last: number }[] = [];
  for (const [index, text] of lines.entries()) {
    const match = text.includes('drillbook-') ? COMMENT.exec(text) : null;
    if (match === null) continue;
    const [, verb, names = ''] = match;
    const rules = names.split(/[\s,]+/).filter((name) => name !== '');
    if (verb === 'disable') ranges.push({ rules, first: index + 1, last: Infinity });
    if (verb === 'disable-next-line') {
      const next = nextWritten(lines, index + 1);
      ranges.push({ rules, first: next + 1, last: blockEnd(lines, next) + 1 });
    }
    if (verb === 'enable') {
      for (const range of ranges) {
        const same =
          range.rules.length === 0 || rules.length === 0 || rules.some((rule) => range.rules.includes(rule));
        if (same && range.last === Infinity) range.last = index + 1;
      }
    }
  }
  return (rule, line) =>
    ranges.some(
      ({ rules, first, last }) =>
        line >= first && line <= last && (rules.length === 0 || rules.includes(rule)),
    );
};

const nextWritten = (lines: readonly string[], from: number): number => {
  let at = from;
  while (at < lines.length - 1 && (lines[at] ?? '').trim() === '') at += 1;
  return at;
};

/** The last line of the fence that begins at `at`; `at` itself where none does. */
const blockEnd = (lines: readonly string[], at: number): number => {
  const fence = /^\s*(`{3,}|~{3,})/.exec(lines[at] ?? '')?.[1];
  if (fence === undefined) return at;
  const end = lines.findIndex((line, index) => index > at && line.trim().startsWith(fence));
  return end < 0 ? lines.length - 1 : end;
};
