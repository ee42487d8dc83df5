import { expect, test } from 'vitest';
import { textsIn } from '../../../test/support/commands-in.ts';

test('psql’s own commands end with their line, also after a remark', () => {
  const own = '-- compare\n\\d+ shop\n\\d+ shop_new\n\nSELECT 1;';
  expect(textsIn(`\`\`\`sql\n${own}\n\`\`\`\n`)).toHaveLength(3);
});

test('what stands in a block of a client’s language without being typed', () => {
  const ruby = ['rs = Sidekiq::RetrySet.new', '=> #<Sidekiq::RetrySet @size=408>', 'rs.size', '=> 408'];
  expect(
    textsIn(`In the Rails console:\n\n\`\`\`ruby\n${ruby.join('\n')}\n\`\`\`\n`).map(([text]) => text),
  ).toEqual(['rs = Sidekiq::RetrySet.new', 'rs.size']);
  expect(textsIn('```sql\nFROM Transaction\nSELECT count(*)\n```\n')).toEqual([]);
  expect(textsIn('```sql\nWHERE o.updated_at > :last_run -- sync.sql\n```\n')).toEqual([]);
  expect(textsIn('```sql\nSELECT count(*)\nFROM shop\n```\n')).toHaveLength(1);
});

test('SQL on a line of its own in a block of a shell', () => {
  expect(
    textsIn('```bash\npg_isready -h db\n# locks\nSELECT * FROM pg_locks;\n```\n').map(([text]) => text),
  ).toEqual(['pg_isready -h db', 'SELECT * FROM pg_locks;']);
  expect(textsIn('```\npsql -c "select 1"\nSELECT 1\n```\n')).toHaveLength(1);
});

test('a statement alone in a block that the text says to type at a client’s prompt needs no end', () => {
  const purge = "```bash\npurge binary logs to 'shop.0011'\n```\n";
  expect(textsIn(`Type this at the mysql prompt:\n\n${purge}`)).toHaveLength(1);
  expect(textsIn(`It shows:\n\n${purge}`)).toEqual([]);
});

test.each(['or', 'ou', 'oder'])('"%s" on a line of its own is no statement', (or) => {
  const block = `\`\`\`\nuser = find("a")\n\n${or}\n\nuser = find("b")\n\`\`\`\n`;
  expect(
    textsIn(`\`\`\`\npython manage.py shell\n\`\`\`\n\nFind it:\n\n${block}`).map(([text]) => text),
  ).toEqual(['python manage.py shell', 'user = find("a")', 'user = find("b")']);
});
