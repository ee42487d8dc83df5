import { expect, test } from 'vitest';
import type { Command } from '../model.ts';
import { parseRunbook } from '../parse.ts';

const commandsIn = (text: string): readonly Command[] =>
  parseRunbook(new TextEncoder().encode(`# Shop\n\n${text}`), 'x.md').procedures.flatMap(({ parts }) =>
    parts.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands)),
  );

const flagsOf = (text: string): readonly (readonly string[])[] => commandsIn(text).map(({ flags }) => flags);

/** Which commands of a block destroy something. */
const destroying = (block: string): readonly string[] =>
  commandsIn(`\`\`\`bash\n${block}\n\`\`\`\n`).flatMap(({ flags, text }) =>
    flags.includes('destructive') ? [text] : [],
  );

test.each([
  ['# Delete orders older than a week\n./scripts/tidy.sh 7', ['./scripts/tidy.sh 7']],
  ['make fresh  # runs docker compose down -v', ['make fresh']],
  ['./scripts/tidy.sh  # deletes all orders', ['./scripts/tidy.sh']],
  ['# Remove node 3 from the balancer\n./scripts/balance.sh 3', []],
  ['# Drop into a shell\n./scripts/shell.sh', []],
  ['# Delete orders older than a week\n\n./scripts/tidy.sh 7', []],
  ['# Overwrites what the shop has\ncat orders.sql | psql shop', ['cat orders.sql | psql shop']],
  ['# Delete old orders\npsql shop -f old-orders.sql', ['psql shop -f old-orders.sql']],
  ['# Overwrites nothing that is there\npsql shop -c "select 1"', []],
  ['# Load the orders\npsql shop -f orders.sql', []],
  // What the program is known by says enough.
  ['# Delete the pod\nkubectl get pods', []],
])('%j: %j destroy by what is said beside them', (block, expected) => {
  expect(destroying(block)).toEqual(expected);
});

test.each([
  ['./scripts/promote.sh 3  # deploy it (type the version to confirm)', true],
  ['shopctl release  # asks for the reason', true],
  ['# Interactive menu:\n./scripts/menu.sh', true],
  ['shopctl release  # it will prompt you for the reason', true],
  ['shopctl login  # enter the password when prompted', true],
  ['shopctl forget 3  # answer yes', true],
  ['shopctl release  # when asked by a customer', false],
  ['shopctl release --yes  # asks for the reason otherwise', false],
  ['./scripts/promote.sh 3  # non-interactive mode', false],
  ['# Interactive sessions of the last hour\nkubectl get pods', false],
  ['shopctl release  # type of release: minor', false],
])('%j asks, by what is said beside it: %s', (block, expected) => {
  expect(flagsOf(`\`\`\`bash\n${block}\n\`\`\`\n`).flat().includes('interactive')).toBe(expected);
});

test.each([
  ['Make the first user (interactive): run `shop make-user`.', true],
  ['- `sudo shop orders` — interactive view of the orders', true],
  ['Run `shop join node-3` and type `PROMOTE` when asked.', false],
  ['Run `shop join node-3` and choose the second node when asked.', true],
  ['Run `shop join node-3` when asked by the team.', false],
  ['Run `shop make-user` and `shop check`; it prompts for a name.', false],
  ['Run `shop make-user --yes`, which is not interactive.', false],
])('%s: asks: %s', (text, expected) => {
  expect(flagsOf(`${text}\n`).flat().includes('interactive')).toBe(expected);
});

test.each([
  ['psql shop < backup.sql', ['psql shop < backup.sql']],
  ['createdb shop_copy\npsql shop_copy < backup.sql', []],
  ['psql -c "CREATE DATABASE shop_copy"\npg_restore -d shop_copy shop.dump', []],
  ['createdb shop_copy\npg_restore --clean -d shop shop.dump', ['pg_restore --clean -d shop shop.dump']],
  ['createdb shop_copy\ndropdb shop', ['dropdb shop']],
])('%j: %j destroy, since a new database has nothing to lose', (block, expected) => {
  expect(destroying(block)).toEqual(expected);
});

test.each([
  ['$ shopctl drop eu\nThis drops all orders. Are you sure you want to go on? yes', true],
  ['$ shopctl drop eu\n\nDo you want to continue? [y/N]', true],
  ['$ shopctl login eu\nEnter password:', true],
  ['$ shopctl drop eu --yes\nAre you sure? [y/N]', false],
  ['$ ssh web-1 uptime\nAre you sure you want to continue connecting (yes/no)?', false],
  ['$ shopctl get login\npassword: 1234', false],
  ['$ shopctl list\nall is well\n```\n\nDo you want to continue? [y/N]\n\n```', false],
])('%j asks, by what it prints: %s', (block, expected) => {
  expect(flagsOf(`\`\`\`console\n${block}\n\`\`\`\n`).flat().includes('interactive')).toBe(expected);
});

test.each([
  ['    shopctl drop eu\n    Do you want to continue? [y/N]', true],
  ['    shopctl drop eu', false],
  ['> ```\n> shopctl drop eu\n> Do you want to continue? [y/N]\n> ```', true],
  ['> ```\n> shopctl drop eu\n> ```', false],
  ['{{< highlight bash >}}\nshopctl drop eu\n{{< /highlight >}}', false],
])('%j asks, by what it prints and not by the text below: %s', (block, expected) => {
  const text = `Run:\n\n${block}\n\nThe old one prints "Do you want to continue? [y/N]".\n`;
  expect(flagsOf(text).flat().includes('interactive')).toBe(expected);
});

test.each([
  ['cp old.db shop.db  # announced data loss', 1],
  ['cp shop.db old.db  # no data loss', 0],
  ['pnpm --filter shop reset  # deletes all orders', 1],
  ['pnpm --filter shop test  # as in CI', 0],
])('%s: %d', (line, count) => {
  expect(destroying(line)).toHaveLength(count);
});
