import { expect, test } from 'vitest';
import { lintRunbook } from '../../src/runbook/lint/lint.ts';
import { parseRunbook } from '../../src/runbook/parse.ts';

/** CPU time of all rules. */
const time = (text: string): number => {
  const source = new TextEncoder().encode(text);
  const runbook = parseRunbook(source, 'big.md');
  const start = process.cpuUsage();
  lintRunbook(runbook, { source, exists: () => true, wholeRepository: false });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

test.each([
  ['fences with a variable that nothing sets', '```bash\nls -l $NOWHERE\n```\n'],
  ['fences with a placeholder', '```bash\nls -l <strange-thing>\n```\n'],
])('eight times as many %s do not take anything like 64 times as long', { retry: 2 }, (_, piece) => {
  time(piece.repeat(200));
  expect(time(piece.repeat(1600)) / Math.max(2, time(piece.repeat(200)))).toBeLessThan(32);
});
