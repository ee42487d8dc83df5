import { expect, test } from 'vitest';
import { parseRunbook } from './parse.ts';

/** Which commands of a block destroy something. */
const destroying = (block: string): readonly string[] =>
  parseRunbook(new TextEncoder().encode(`# Shop\n\n\`\`\`bash\n${block}\n\`\`\`\n`), 'x.md')
    .procedures.flatMap(({ parts }) => parts.flatMap(({ steps }) => steps.flatMap((step) => step.commands)))
    .flatMap(({ flags, text }) => (flags.includes('destructive') ? [text] : []));

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
  ['psql shop < backup.sql', ['psql shop < backup.sql']],
  ['createdb shop_copy\npsql shop_copy < backup.sql', []],
  ['psql -c "CREATE DATABASE shop_copy"\npg_restore -d shop_copy shop.dump', []],
  ['createdb shop_copy\npg_restore --clean -d shop shop.dump', ['pg_restore --clean -d shop shop.dump']],
  ['createdb shop_copy\ndropdb shop', ['dropdb shop']],
])('%j: %j destroy, since a new database has nothing to lose', (block, expected) => {
  expect(destroying(block)).toEqual(expected);
});
