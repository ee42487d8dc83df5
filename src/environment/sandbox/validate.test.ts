import { expect, test } from 'vitest';
import { service, system } from '../../../test/support/system.ts';
import { validate } from './validate.ts';

const within = (...networks: readonly string[]) => ({
  image: 'redis:8',
  networks: networks.map((network) => ({ network, aliases: [] })),
});

test('it is told that a program has no terminal where the file gives it one', () => {
  const shell = { image: 'debian:12', keepsInput: true };
  expect(validate(system(service('shell', { ...shell, terminal: true })))).toMatchObject([
    { code: 'no-terminal', severity: 'warning' },
  ]);
  expect(validate(system(service('shell', shell)))).toEqual([]);
});

test('it is told once that services which the file keeps apart are in one network', () => {
  const shop = [service('web', within('front')), service('app', within('front', 'back'))];
  expect(validate(system(...shop))).toEqual([]);
  const told = validate(system(...shop, service('db', within('back')), service('log', within('back'))));
  expect(told).toMatchObject([
    {
      code: 'one-network',
      severity: 'warning',
      message: expect.stringContaining('web reaches db') as string,
    },
  ]);
});
