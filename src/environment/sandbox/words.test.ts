import { expect, test } from 'vitest';
import { words } from './words.ts';

test('parts the template at its spaces, and keeps values whole', () => {
  expect(words`--bind ${'a b'} /data
    --net=${'c d'}/x ${3}`).toEqual(['--bind', 'a b', '/data', '--net=c d/x', '3']);
});

test('keeps an empty value', () => {
  expect(words`--setenv NAME ${''} --x`).toEqual(['--setenv', 'NAME', '', '--x']);
});
