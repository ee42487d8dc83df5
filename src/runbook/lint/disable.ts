import { didYouMean } from '../../core/suggest.ts';
import { countWhile } from './by-line.ts';

const COMMENT = /<!--\s*drillbook-([a-z-]+)(?:\s+((?:(?!-->).)*?))?\s*-->/;
const VERBS: readonly string[] = ['disable-next-line', 'disable', 'enable'];

/** What a comment for lint says. After ` -- ` it may say why. */
interface Switch {
  readonly verb: string;
  readonly rules: readonly string[];
}

const switchIn = (line: string): Switch | undefined => {
  const [match, verb = '', rest = ''] = (line.includes('drillbook-') ? COMMENT.exec(line) : null) ?? [];
  const [names = ''] = rest.split(/(?:^|\s)--(?:\s|$)/);
  return match === undefined
    ? undefined
    : { verb, rules: names.split(/[\s,]+/).filter((name) => name !== '') };
};

/** Comments for lint that switch nothing: of a verb or of a rule that there is not. */
export const withoutEffect = (
  lines: readonly string[],
  ruleIds: readonly string[],
): readonly {
  readonly line: number;
  readonly name: string;
  readonly message: string;
  readonly hint: string;
}[] =>
  lines.flatMap((text, index) => {
    const found = switchIn(text);
    if (found === undefined) return [];
    const { verb, rules } = found;
    const line = index + 1;
    const name = `drillbook-${verb}`;
    if (!VERBS.includes(verb)) {
      const known = VERBS.map((each) => `drillbook-${each}`);
      return [{ line, name, message: `there is no ${name}`, hint: didYouMean(name, known) }];
    }
    return rules
      .filter((rule) => !ruleIds.includes(rule))
      .map((rule) => ({
        line,
        name: rule,
        message: `there is no rule "${rule}", so this switches nothing`,
        hint: didYouMean(rule, ruleIds),
      }));
  });

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
    const found = switchIn(text);
    if (found === undefined) continue;
    const { verb, rules } = found;
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
