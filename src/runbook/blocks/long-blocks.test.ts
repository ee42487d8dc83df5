import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

test('a block of SQL of very many lines is read', () => {
  expect(commandsIn(`\`\`\`sql\nselect\n${'x,\n'.repeat(150_000)}x;\n\`\`\`\n`)).toHaveLength(1);
});

test('blank lines in a block of Ruby are looked through once', () => {
  const start = performance.now();
  commandsIn(`\`\`\`ruby\nid = 93\n${'\n'.repeat(80_000)}x\n\`\`\`\n`);
  expect(performance.now() - start).toBeLessThan(2000);
});
