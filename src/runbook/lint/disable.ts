import { countWhile } from './by-line.ts';

const COMMENT = /<!--\s*drillbook-(disable-next-line|disable|enable)(?:\s+([a-z][a-z\s,-]*?))?\s*-->/;

/**
 * Which rules comments in the file switch off, and where: `<!-- drillbook-disable-next-line rule -->` for the line below
 * (for a fence: all of it), `<!-- drillbook-disable rule -->` up to `<!-- drillbook-enable rule -->` or the end.
 * Without a rule: all.
 */
export const disabledIn = (lines: readonly string[]): ((rule: string, line: number) => boolean) => {
  const ranges = new Map<string, Range[]>();
  const open = new Map<string, Range>();
  const add = (rule: string, first: number, last: number): void => {
    const range = { first, last };
    const own = ranges.get(rule);
    if (open.has(rule)) return;
    if (own === undefined) ranges.set(rule, [range]);
    else own.push(range);
    if (last === Infinity) open.set(rule, range);
  };
  const close = (rule: string, last: number): void => {
    const range = open.get(rule);
    if (range !== undefined) range.last = last;
    open.delete(rule);
  };
  for (const [index, text] of lines.entries()) {
    const match = text.includes('drillbook-') ? COMMENT.exec(text) : null;
    if (match === null) continue;
    const [, verb, names = ''] = match;
    const rules = names.split(/[\s,]+/).filter((name) => name !== '');
    const about = rules.length === 0 ? [ALL] : rules;
    const next = nextWritten(lines, index + 1);
    if (verb === 'disable') for (const rule of about) add(rule, index + 1, Infinity);
    if (verb === 'disable-next-line')
      for (const rule of about) add(rule, next + 1, blockEnd(lines, next) + 1);
    if (verb === 'enable')
      for (const rule of rules.length === 0 ? [...open.keys()] : [ALL, ...rules]) close(rule, index + 1);
  }
  return (rule, line) =>
    [ALL, rule].some((each) => {
      const own = ranges.get(each) ?? [];
      const last = own[countWhile(own, ({ first }) => first <= line) - 1];
      return last !== undefined && line <= last.last;
    });
};

interface Range {
  readonly first: number;
  last: number;
}

/** Where a comment names no rule. */
const ALL = '';

const nextWritten = (lines: readonly string[], from: number): number => {
  let at = from;
  while (at < lines.length - 1 && (lines[at] ?? '').trim() === '') at += 1;
  return at;
};

/** The last line of the fence that begins at `at`; `at` itself where none does. */
const blockEnd = (lines: readonly string[], at: number): number => {
  const fence = /^\s*(`{3,}|~{3,})/.exec(lines[at] ?? '')?.[1];
  if (fence === undefined) return at;
  let end = at + 1;
  while (end < lines.length - 1 && !(lines[end] ?? '').trim().startsWith(fence)) end += 1;
  return Math.min(end, lines.length - 1);
};
