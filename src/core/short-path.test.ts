import { expect, test } from 'vitest';
import { shortPath } from './short-path.ts';

test.each([
  ['/srv/team/drills/a.yaml', 'drills/a.yaml'],
  ['/srv/team/..a.md', '..a.md'],
  ['/srv/other/a.yaml', '/srv/other/a.yaml'],
  ['/srv/team', '/srv/team'],
])('%s is told as %s in /srv/team', (path, told) => {
  expect(shortPath(path, '/srv/team')).toBe(told);
});
