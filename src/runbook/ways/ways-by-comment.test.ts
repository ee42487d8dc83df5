import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

/** Each command of a block with the number of its way; `-` for none. */
const waysIn = (...lines: readonly string[]): string =>
  commandsIn(`# Web\n\n## Mitigation\n\n\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n`)
    .map(({ alternative }) => alternative?.option ?? '-')
    .join(' ');

test.each([
  ['hosts', '1 2 3', ['# Vultr:', 'x-ctl a', '# DigitalOcean:', 'x-ctl b', '# Fly.io', 'x-ctl c']],
  [
    'hosts of which one has no terminal',
    '1 2',
    ['# Heroku', 'x-ctl a', '', '# Render', '# In the dashboard: Shell', '', '# Railway', 'x-ctl b'],
  ],
  [
    'installations',
    '1 2',
    ['# For packaged installations', 'x-ctl a', '# For installations from source', 'x-ctl b'],
  ],
  ['what is there or not', '1 2', ['# If pm2 is available:', 'x-ctl a', '', '# Without pm2:', 'x-ctl b']],
  [
    'a state or its opposite',
    '1 2',
    ['# If the table exists', 'x-ctl a', "# If the table doesn't exist", 'x-ctl b'],
  ],
  [
    'the steps of each',
    '1 1 2 2',
    ['# Docker', 'x-ctl a', '# and', 'x-ctl b', '', '# pm2', 'x-ctl c', 'x-ctl d'],
  ],
  ['options in Portuguese', '1 2', ['# Opção 1: por SSH', 'x-ctl a', '# Opção 2', 'x-ctl b']],
  ['options in Chinese', '1 2', ['# 方法一：重启', 'x-ctl a', '# 方法二：回滚', 'x-ctl b']],
  ['"or" in French', '1 2', ['x-ctl a', '# ou', 'x-ctl b']],
  ['"or" in German', '1 2', ['x-ctl a', '# oder mit Docker', 'docker stop b']],
  ['"or" in Russian', '1 2', ['x-ctl a', '# или', 'x-ctl b']],
  ['two lines amid others', '- 1 2 -', ['x-ctl status', 'x-ctl promote', '# or', 'nginx -t', 'x-ctl status']],
  ['several lines each', '1 1 2 2', ['nginx -t', 'nginx -s stop', '# or', 'x-ctl a', 'x-ctl b']],
  ['a line for two', '1 1 2', ['x-ctl stop', 'x-ctl start', '# or', 'x-ctl restart']],
  [
    'options within a numbered step',
    '1 2 -',
    ['# 1. Get it', '# Option A', 'x-ctl a', '# Option B', 'x-ctl b', '', '# 2. Use it', 'x-ctl c'],
  ],
  [
    'options with numbered steps',
    '1 1 2 2',
    [
      '# Option A',
      '# 1. a',
      'x-ctl a',
      '# 2. b',
      'x-ctl b',
      '# Option B',
      '# 1. c',
      'x-ctl c',
      '# 2. d',
      'x-ctl d',
    ],
  ],
  [
    'what is done after all',
    '1 2 -',
    ['# Option 1', 'x-ctl a', '# Option 2', 'x-ctl b', '', '# Now plan again', 'x-ctl c'],
  ],
])('ways by comments: %s', (_, ways, lines) => {
  expect(waysIn(...lines)).toBe(ways);
});

test.each([
  ['services that all run', ['# PM2', 'pm2 ls', '', '# Nginx', 'nginx -t', '', '# Postgres', 'pg_isready']],
  ['parts of a program', ['# Backend', 'x-ctl a', '# Frontend', 'x-ctl b']],
  ['units of a directory', ['# OU of the users', 'x-ctl a', '# ou=groups', 'x-ctl b']],
  ['cases of two things', ['# If the table exists', 'x-ctl a', '# If the index does not exist', 'x-ctl b']],
  ['a way that is commented out', ['git clone x', '# OR by SSH', '# git clone git@host:x.git', 'cd x']],
  ['a way to be followed', ['# Método a seguir', 'x-ctl a', '# Alternativa a este paso', 'x-ctl b']],
])('no ways by comments: %s', (_, lines) => {
  expect(waysIn(...lines)).toMatch(/^[- ]+$/);
});

test('a look below the last way is taken whichever was gone', () => {
  expect(waysIn('# Ubuntu', 'x-ctl a', '', '# CentOS', 'x-ctl b', '# Verify', 'x-ctl c')).toBe('1 2 -');
});

test('what one sees instead is no way', () => {
  expect(waysIn('x-ctl log | grep timeout', '# Or service shows: "Stopping timed out"')).toBe('-');
  expect(waysIn('x-ctl log', '# Or stop the service by hand')).toBe('1');
});
