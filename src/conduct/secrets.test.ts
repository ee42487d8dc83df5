import { expect, it } from 'vitest';
import { system } from '../../test/support/system.ts';
import { secretsOf } from './secrets.ts';

const secrets = (
  bind: Readonly<Record<string, string>>,
  named: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): readonly string[] => secretsOf(system(), { secrets: named, bind }, env);

it('takes the value of a placeholder that is called after a secret', () => {
  expect(secrets({ 'api-token': 'tok-123', password: 'hunter2pass', host: 'web-1' })).toEqual([
    'tok-123',
    'hunter2pass',
  ]);
});

it('leaves one that another placeholder shows', () => {
  expect(secrets({ user: 'admin', password: 'admin' })).toEqual([]);
});

it('takes what the drill names, be it a variable or a placeholder', () => {
  expect(secrets({ pin: '4711' }, ['pin', 'HOME_KEY'], { HOME_KEY: 'under the mat', PATH: '/bin' })).toEqual([
    '4711',
    'under the mat',
  ]);
});
