import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { ownerMark } from '../owner.ts';
import { isDead } from './leftovers.ts';

const [living, dead] = [ownerMark(), ownerMark(99_999_999)];
const ofBefore = dead.replace(/[^-]+$/, 'f00');

test.each([
  ['a living run’s', `${hostname()}/${living}`, false, false],
  ['a dead run’s', `${hostname()}/${dead}`, true, true],
  ['another machine’s', `not-${hostname()}/${dead}`, false, false],
  [
    'of before the machine was started, or of one that is called alike',
    `${hostname()}/${ofBefore}`,
    true,
    false,
  ],
  ['without an owner', '', false, false],
])('%s', (_, owner, inOwnEngine, inSharedEngine) => {
  expect([isDead(owner, true), isDead(owner, false)]).toEqual([inOwnEngine, inSharedEngine]);
});
