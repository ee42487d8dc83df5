import { expect, test } from 'vitest';
import { oldLinux } from './missing.ts';

test.each(['5.11.0', '6.1.0-debian', '10.0'])('Linux %s will do', (version) => {
  expect(oldLinux(version)).toEqual([]);
});

test.each(['5.10.209', '4.19.0'])('Linux %s is too old', (version) => {
  expect(oldLinux(version)).toMatchObject([{ code: 'old-linux', hint: 'run it with --backend docker' }]);
});
