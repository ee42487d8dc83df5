import { expect, test } from 'vitest';
import { whyItCannotFail } from './shell.ts';

test.each([
  ['true', 'true'],
  ['curl -f http://localhost/ || true', '|| true'],
  ['curl -f http://localhost/ || echo down', '|| echo down'],
  ['pg_isready; true', 'true'],
  ['pg_isready || (echo down; exit 0)', '|| exit 0'],
  ['exit 0', 'exit 0'],
  ['redis-cli ping | cat', '| cat'],
  ['echo a && echo b', '&& echo b'],
  ['', 'it is empty'],
])('%j always ends with 0, because of %j', (line, why) => {
  expect(whyItCannotFail(line)).toBe(why);
  expect(whyItCannotFail(['sh', '-c', line])).toBe(why);
});

test.each([
  'pg_isready -U app',
  'curl -f http://localhost/ || exit 1',
  'true && pg_isready',
  'echo checking; pg_isready',
  'echo checking && redis-cli ping | grep PONG',
  '! echo up',
  'redis-cli ping | grep -q PONG || false',
  'pg_isready || true && test -f /ready',
  'if pg_isready; then true; else exit 1; fi',
])('%j can fail', (line) => {
  expect(whyItCannotFail(line)).toBeUndefined();
});

test('an argument list can fail, unless it is the program true', () => {
  expect(whyItCannotFail(['pg_isready'])).toBeUndefined();
  expect(whyItCannotFail(['true'])).toBe('true');
});
