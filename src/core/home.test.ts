import { userInfo } from 'node:os';
import { expect, it, onTestFinished, vi } from 'vitest';
import { homeFolder } from './home.ts';

it.each([
  ['/srv/home', '/srv/home'],
  // Neither is the folder that one happens to be in.
  ['', userInfo().homedir],
  ['home', userInfo().homedir],
  [undefined, userInfo().homedir],
])('HOME=%s is %s', (home, folder) => {
  vi.stubEnv('HOME', home);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(homeFolder()).toBe(folder);
});
