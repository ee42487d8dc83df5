import { expect, test } from 'vitest';
import { commandsIn, textsIn } from '../../../test/support/commands-in.ts';

test('spaces at the ends of lines change nothing', () => {
  const lines = ['A=1 \\', '  B=2 make shop', 'cat <<EOF > x.conf', 'a = 1', 'EOF', 'systemctl restart web'];
  const spansOf = (end: string): readonly (readonly [number, number])[] =>
    commandsIn(`\`\`\`bash\n${lines.join(`${end}\n`)}\n\`\`\`\n`).map(({ lines: span }) => span);
  expect(spansOf('')).toEqual([
    [2, 3],
    [4, 6],
    [7, 7],
  ]);
  expect(spansOf('  ')).toEqual(spansOf(''));
});

test('what follows a here-document whose end is set in is typed, and the shell would not have seen it', () => {
  const told = commandsIn('```bash\ncat <<EOF > x.conf\na = 1\n  EOF\nsystemctl restart web\n```\n');
  expect(told.map(({ lines }) => lines)).toEqual([
    [2, 4],
    [5, 5],
  ]);
  const tabs = commandsIn('```bash\ncat <<-EOF > x.conf\n\ta = 1\n\tEOF\nsystemctl restart web\n```\n');
  expect(tabs.map(({ lines, invalid }) => [lines, invalid])).toEqual([
    [[2, 4], undefined],
    [[5, 5], undefined],
  ]);
});

test('variables that are set before a command do not make it settings', () => {
  const set = '```yaml\nRAFT_ID=<x>\nGROUP=2\n';
  expect(textsIn(`${set}curl -s "localhost:6080/removeNode?id=$RAFT_ID"\n\`\`\`\n`)).toHaveLength(3);
  expect(textsIn(`${set}curl: localhost\n\`\`\`\n`)).toEqual([]);
});
