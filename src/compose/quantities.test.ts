import { expect, test } from 'vitest';
import { parseBytes, parseComposeDuration, shellWords } from './quantities.ts';

test.each([
  ['1024', 1024],
  ['64m', 64 * 2 ** 20],
  ['64M', 64 * 2 ** 20],
  ['1.5gb', 1.5 * 2 ** 30],
  ['512 KiB', 512 * 2 ** 10],
  ['many', undefined],
  ['-1m', undefined],
  ['', undefined],
])('%j is %s bytes', (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes);
});

test.each([
  ['1m30s', 90_000],
  ['500ms', 500],
  ['100us', 0.1],
  ['0', 0],
  ['1.5s', 1500],
  ['-5s', undefined],
  ['5', undefined],
])('%j is %s ms', (text, ms) => {
  expect(parseComposeDuration(text)).toBe(ms);
});

test.each([
  ['postgres -c max_connections=30', ['postgres', '-c', 'max_connections=30']],
  [`sh -c "echo 'a b' && c" d\\ e`, ['sh', '-c', "echo 'a b' && c", 'd e']],
  ['redis-server\n  --maxmemory 64mb\n', ['redis-server', '--maxmemory', '64mb']],
  ['echo $HOME *.txt', ['echo', '$HOME', '*.txt']],
  ['NODE_ENV=test node x.js A=B', ['NODE_ENV=test', 'node', 'x.js', 'A=B']],
  ['', []],
])('the words of %j', (line, words) => {
  expect(shellWords(line)).toEqual(words);
});

test.each(['a | b', 'a && b', 'a; b', 'a > b', 'a &', 'if x; then y; fi'])('%j needs a shell', (line) => {
  expect(shellWords(line)).toBeUndefined();
});
