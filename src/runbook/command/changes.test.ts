import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CommandKind } from '../model.ts';
import { acts, changes, leavesAsIs, looks } from './changes.ts';
import { toCommand } from './command.ts';

const commands = (name: string): readonly string[] =>
  readFileSync(new URL(`../../../test/fixtures/effects/${name}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');

const read = (text: string, kind: CommandKind = 'shell', client?: string) =>
  toCommand({ text, lines: [1, 1], where: 'fence', kind, ...(client === undefined ? {} : { client }) });

test.each(commands('changes'))('%s changes the system', (text) => {
  expect([changes(read(text)), looks(read(text))]).toEqual([true, false]);
});

test.each(commands('looks'))('%s only looks', (text) => {
  expect([changes(read(text)), looks(read(text))]).toEqual([false, true]);
});

test.each(commands('unknown'))('%s is known neither to change anything nor to look', (text) => {
  expect([changes(read(text)), looks(read(text))]).toEqual([false, false]);
});

test.each([
  ['curl -X POST http://shop/orders', true, false],
  ['kubectl restart', true, true],
  ['curl -X DELETE http://shop/orders/1', true, true],
  ['mkdir /tmp/found', true, false],
  ['consul kv put maintenance true', true, false],
])('%s may be there to try whether something works', (text, changing, acting) => {
  expect([changes(read(text)), acts(read(text))]).toEqual([changing, acting]);
});

test.each(['pg_dump shop > /backup/shop.sql', 'kubectl get deploy web -o yaml > web.yaml', 'uptime'])(
  '%s leaves the system as it is',
  (text) => {
    expect([leavesAsIs(read(text)), leavesAsIs(read('python3 cure.py'))]).toEqual([true, false]);
  },
);

test.each([
  ['sql', 'psql', 'UPDATE mysql_servers SET status = 1', true, false],
  ['sql', 'psql', 'SELECT * FROM updates', false, true],
  ['sql', 'mysql', 'STOP REPLICA', true, false],
  ['client', 'mysql', 'show slave status\\G', false, true],
  ['client', 'redis-cli', 'CONFIG SET maxmemory 1gb', true, false],
  ['client', 'redis-cli', 'INFO memory', false, true],
  ['client', 'mongosh', 'rs.stepDown()', true, false],
  ['client', 'mongosh', 'rs.status()', false, true],
  ['client', 'rails', 'Job.failed.destroy_all', true, false],
  ['client', 'rails', 'Job.where(failed: true).count', false, true],
] as const)('what a client is told (%s of %s): %s', (kind, client, text, changing, looking) => {
  const command = read(text, kind, client);
  expect([changes(command), looks(command)]).toEqual([changing, looking]);
});
