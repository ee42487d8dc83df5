import { expect, test } from 'vitest';
import { flagExamples } from '../../../test/support/flag-examples.ts';
import { toCommand } from './command.ts';
import type { CommandFlag } from '../model.ts';

const flagged = (flag: CommandFlag, text: string, client?: string): boolean =>
  toCommand({
    text,
    lines: [1, 1],
    where: 'fence',
    kind: client === undefined ? 'shell' : 'client',
    ...(client === undefined ? {} : { client }),
  }).flags.includes(flag);

const examples = (flag: CommandFlag): readonly (readonly [CommandFlag, boolean, string])[] => {
  const { having, lacking } = flagExamples(flag);
  return [
    ...having.map((command) => [flag, true, command] as const),
    ...lacking.map((command) => [flag, false, command] as const),
  ];
};

const rows = (['placeholder', 'interactive', 'endless', 'destructive'] as const).flatMap(examples);

test.each(rows)('%s: %s: %s', (flag, expected, command) => {
  expect(flagged(flag, command)).toBe(expected);
});

test.each([
  ["docker compose exec -T db psql -U shop <<'SQL'\nselect 3;\nSQL", false],
  ['cat <<EOF | docker exec -i db psql\nread it;\nEOF', false],
  ['ssh db.example.org <<EOF\nvim /etc/hosts\nEOF', true],
  ['cat > notes <<-EOF && vim notes\n\tnano\n\tEOF', true],
  ["cat > watch.sh <<'EOF'\nvim notes\nEOF", false],
  ["sh <<'EOF'\nvim notes\nEOF", true],
  ['sqlcmd -S db <<EOF\nselect 1\nGO\nEOF', false],
  ['mysqlsh <<EOF\ncluster.status()\nEOF', false],
  ['smbclient //host/x <<EOF\nls\nEOF', false],
  ['php artisan tinker <<EOF\nx()\nEOF', false],
  ['terraform console <<EOF\nvar.x\nEOF', false],
  ['mysql -u root -p <<EOF\nselect 1;\nEOF', true],
])('%j: waits for typing: %s', (text, expected) => {
  expect(flagged('interactive', text)).toBe(expected);
});

test.each([
  ["cat > watch.sh <<'EOF'\nwhile true; do sleep 1; done\nEOF", false],
  ["sh <<'EOF'\nwhile true; do sleep 1; done\nEOF", true],
])('%j: never ends: %s', (text, expected) => {
  expect(flagged('endless', text)).toBe(expected);
});

test.each([
  ['MONITOR', 'redis-cli', 'endless'],
  ['FLUSHALL', 'redis-cli', 'destructive'],
  ['DEL session:1', 'redis-cli', 'destructive'],
  ['TRUNCATE sessions;', 'psql', 'destructive'],
  ['KILL 42;', 'mysql', 'destructive'],
  ['db.sessions.drop()', 'mongosh', 'destructive'],
  ['redis.del(*keys) if keys.any?', 'rails', 'destructive'],
  ['mklabel gpt', 'parted', 'destructive'],
  ['rm +DATA/shop/old.dbf', 'asmcmd', 'destructive'],
  ["drop 'orders'", 'hbase', 'destructive'],
  ['undefine web-1', 'virsh', 'destructive'],
  ['delete noprompt obsolete;', 'rman', 'destructive'],
  ['Sidekiq::Queue.new("default").clear', 'rails', 'destructive'],
  ['set system root-authentication plain-text-password', 'junos', 'interactive'],
  ['request system halt', 'junos', 'interactive'],
  ['\\password shop', 'psql', 'interactive'],
] as const)('%s typed into %s is %s', (text, client, flag) => {
  expect(flagged(flag, text, client)).toBe(true);
});

test('a statement that sets something asks for nothing', () => {
  expect(flagged('interactive', 'set system services ssh', 'junos')).toBe(false);
});

test('a column is nothing to be filled in, whatever the catalogue before it is called', () => {
  const select = "SELECT indexname\nFROM pg_stat_user_indexes\nWHERE tablename LIKE 'shop%';";
  expect(flagged('placeholder', select, 'psql')).toBe(false);
  expect(flagged('placeholder', 'pg_dump -t tablename shop')).toBe(true);
});
