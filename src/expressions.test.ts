import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { analyse } from 'scslre';
import { expect, test } from 'vitest';
import { ambiguousRepeats } from '../test/support/ambiguous.ts';

/** Regular expressions of a file: what stands in the source, and those of all that it holds. */
const expressionsIn = (source: string): readonly RegExp[] => {
  const found: RegExp[] = [];
  JSON.stringify(parseAst(source, { lang: 'ts' }), (key, value: unknown) => {
    if (key === 'regex' && isExpression(value)) found.push(new RegExp(value.pattern, value.flags));
    return value;
  });
  return found;
};

const isExpression = (value: unknown): value is { readonly pattern: string; readonly flags: string } =>
  typeof value === 'object' && value !== null && 'pattern' in value && 'flags' in value;

/**
 * Where two parts of a repeat can take the same text, a text that almost matches can take exponential time. Not all are found:
 * `test/runbook/limits.test.ts` has texts for those that were found by other means.
 */
const exponential = (expressions: readonly RegExp[]): readonly string[] =>
  expressions
    .filter(
      (expression) =>
        analyse(expression, { reportTypes: { Move: false } }).reports.some((report) => report.exponential) ||
        ambiguousRepeats(expression).length > 0,
    )
    .map(String);

const exponentialIn = (source: string): readonly string[] => exponential(expressionsIn(source));

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const FILES = globSync('**/*.ts', { cwd: FOLDER, exclude: ['**/*.test.ts'] });

/** Those of a table, however they were put together. */
const expressionsOf = (value: unknown): readonly RegExp[] => {
  if (value instanceof RegExp) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsOf) : [];
};

test('no expression takes exponential time for any text', () => {
  const found = FILES.flatMap((file) =>
    exponentialIn(readFileSync(FOLDER + file, 'utf8')).map((expression) => `${file}: ${expression}`),
  );
  expect(found).toEqual([]);
});

test.each(FILES.filter((file) => file.includes('knowledge/')))('nor does one of %s', async (file) => {
  expect(exponential(expressionsOf(await import(FOLDER + file)))).toEqual([]);
});

test('one that does is seen, and one that does not is none', () => {
  expect(exponentialIn(String.raw`const a = /(?:"\w*"[\s,]*(?:and|or)?\s*)+$/;`)).toHaveLength(1);
  expect(exponentialIn(String.raw`const a = { b: [/^(?:\w*-?\w*)+$/u] };`)).toHaveLength(1);
  expect(exponentialIn(String.raw`const a = /^(?:-\w+\s+)*$/;`)).toEqual([]);
  expect(exponentialIn(String.raw`const a = /^(?:--?[\w-]+\s+)*$/;`)).toHaveLength(1);
  expect(exponentialIn(String.raw`const a = /^(?:-[\w-]+\s+)*$/;`)).toEqual([]);
  expect(exponentialIn(String.raw`const a = /^(?:-n\s+\S+\s+|-\S+\s+)*x/;`)).toHaveLength(1);
  expect(exponentialIn(String.raw`const a = /^(?:-n\s+[^\s-]\S*\s+|-\S+\s+)*x/;`)).toEqual([]);
  expect(exponentialIn(String.raw`const a = /^(?:Y{2,4}|M)+$/;`)).toHaveLength(1);
});

test('the expressions of the reader are found', () => {
  expect(FILES.flatMap((file) => expressionsIn(readFileSync(FOLDER + file, 'utf8'))).length).toBeGreaterThan(
    1000,
  );
});
