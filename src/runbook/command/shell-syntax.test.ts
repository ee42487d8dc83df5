import { expect, test } from 'vitest';
import { nodesOf, parseShell } from './shell-syntax.ts';

test.each([
  ['100 groups', `${'{ '.repeat(100)}ls${'; }'.repeat(100)}`],
  ['1,000 groups, one after the other', '{ ls; }\n'.repeat(1000)],
  ['500 functions', 'stop() { ls; }\n'.repeat(500)],
])('%s are parsed', (_, text) => {
  expect(parseShell(text).errors).toBeUndefined();
  expect(nodesOf(text).some(({ type }) => type === 'Command')).toBe(true);
});

test.each([
  ['101 groups', `${'{ '.repeat(101)}ls${'; }'.repeat(101)}`],
  ['a function in each of 501', 'stop() '.repeat(501)],
])('%s are refused', (_, text) => {
  expect(parseShell(text)).toMatchObject({ commands: [], errors: [{ message: 'it is nested too deep' }] });
});

test('the parts of a text are given in its order', () => {
  const names = nodesOf('a $(b "$(c)" d | e) && f').flatMap((node) =>
    node.type === 'Command' ? [node.name?.value] : [],
  );
  expect(names).toEqual(['a', 'b', 'c', 'e', 'f']);
});
