import { expect, test } from 'vitest';
import { bindPlaceholders } from './bind.ts';

const command = {
  text: 'kubectl describe pod <pod> -n <ns> --as <pod>',
  placeholders: [
    { text: '<pod>', name: 'pod', span: [21, 26] as const },
    { text: '<ns>', name: 'ns', span: [30, 34] as const },
    { text: '<pod>', name: 'pod', span: [40, 45] as const },
  ],
};

test('values stand where the placeholders stood', () => {
  const bound = bindPlaceholders(command, { pod: 'web-1', ns: 'prod' });
  expect(bound.text).toBe('kubectl describe pod web-1 -n prod --as web-1');
  expect(bound.unbound).toEqual([]);
});

test('what any object knows binds nothing', () => {
  const own = {
    text: 'ls <constructor>',
    placeholders: [{ text: '<constructor>', name: 'constructor', span: [3, 16] as const }],
  };
  expect(bindPlaceholders(own, {})).toMatchObject({
    text: 'ls <constructor>',
    unbound: [{ name: 'constructor' }],
  });
  expect(bindPlaceholders(own, { constructor: 'a' } as never).text).toBe('ls a');
});

test('what nothing binds is named once', () => {
  const bound = bindPlaceholders(command, { '<ns>': 'prod' });
  expect(bound.text).toBe('kubectl describe pod <pod> -n prod --as <pod>');
  expect(bound.unbound.map(({ text }) => text)).toEqual(['<pod>']);
});
