import { expect, test } from 'vitest';
import { shellStatements } from './statements.ts';

test('a text that is handed to a command by <<< opens no here-document', () => {
  const lines = ['cat <<<x', '(ls)', 'x -l', 'x', 'df -h'];
  expect(shellStatements(lines.join('\n')).map(({ text }) => text)).toEqual(lines);
});

test('a here-document reaches to its end', () => {
  expect(shellStatements('cat <<x\n(ls)\nx -l\nx\ndf -h').map(({ first, last }) => [first, last])).toEqual([
    [0, 3],
    [4, 4],
  ]);
});

test.each(['# then', '\u00a0# then', '\u3000# then', '', '\u00a0', '\f'])(
  'nothing is typed on the line %j between two commands',
  (line) => {
    expect(shellStatements(`uptime\n${line}\ndf -h`).map(({ text }) => text)).toEqual(['uptime', 'df -h']);
  },
);

test.each([
  ['valid', 'Get-Date'],
  ['not valid', 'if ($x) { Get-Date'],
])('a backtick goes on with the next line in PowerShell, where the rest is %s', (_, rest) => {
  const [first, ...others] = shellStatements(`az vm list \`\n  --output table \`\n  --show-details\n${rest}`);
  expect(first).toEqual({
    text: 'az vm list `\n  --output table `\n  --show-details',
    first: 0,
    last: 2,
  });
  expect(others.map(({ first: line }) => line)).toEqual([3]);
});
