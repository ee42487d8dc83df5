import { expect, test } from 'vitest';
import { growth } from '../../../test/support/growth.ts';
import { ONLY_CASE } from '../knowledge/conditions.ts';
import { conditionOfItem } from './conditions.ts';

test('a remark with nothing but a case in it, and one with more', () => {
  for (const only of ['Only if it hangs', 'Only if it hangs.', '(only if it hangs.)', 'Only if it hangs …'])
    expect(ONLY_CASE.test(only)).toBe(true);
  for (const more of ['Only if it hangs. Wait first', 'It hangs']) expect(ONLY_CASE.test(more)).toBe(false);
});

test('what an item tells to do ends before its dots', () => {
  expect(conditionOfItem('`503` means it hangs: restart it ..: .')).toBe('`503`');
  expect(conditionOfItem('`503` means it hangs.')).toBeUndefined();
});

test('rows of marks take no longer than their length', { retry: 2 }, () => {
  expect(growth((text) => ONLY_CASE.test(text), '! ', 2000, 'Only if ', 'x.y')).toBeLessThan(32);
  expect(growth(conditionOfItem, '.', 5000, '`503` means it hangs', 'x')).toBeLessThan(32);
});
