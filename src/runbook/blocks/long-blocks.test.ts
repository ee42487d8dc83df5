import { expect, test } from 'vitest';
import { commandsIn } from '../../../test/support/commands-in.ts';

test('a block of SQL of very many lines is read', () => {
  expect(commandsIn(`\`\`\`sql\nselect\n${'x,\n'.repeat(150_000)}x;\n\`\`\`\n`)).toHaveLength(1);
});
