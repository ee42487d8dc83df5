import { expect, test } from 'vitest';
import { isInside } from './is-inside.ts';

test.each([
  ['/srv/shop', '/srv/shop', true],
  ['/srv/shop/data', '/srv/shop', true],
  ['/srv/shop/data', '/srv/shop/', true],
  ['/srv/shop', '/', true],
  ['/srv/shopping', '/srv/shop', false],
  ['/srv', '/srv/shop', false],
])('%s in %s: %s', (path, folder, expected) => {
  expect(isInside(path, folder)).toBe(expected);
});
