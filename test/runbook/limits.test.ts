import { expect, test } from 'vitest';
import type { Runbook } from '../../src/runbook/model.ts';
import { parseRunbook } from '../../src/runbook/parse.ts';

const read = (text: string): Runbook => parseRunbook(new TextEncoder().encode(text), 'big.md');
const codes = (runbook: Runbook): readonly string[] => runbook.diagnostics.map(({ code }) => code);

test('a file of 10 MB is refused', () => {
  expect(codes(read('x\n'.repeat(5 * 1024 * 1024)))).toEqual(['file-too-large']);
});

test('the limit is the caller’s', () => {
  expect(codes(parseRunbook(new Uint8Array(20), 'small.md', { bytes: 10, indent: 160 }))).toEqual([
    'file-too-large',
  ]);
});

test.each([
  ['lists', Array.from({ length: 1000 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n')],
  ['quotes', `${'>'.repeat(1000)} x`],
])('%s nested 1,000 deep are refused', (_, text) => {
  expect(codes(read(text))).toEqual(['nested-too-deep']);
});

test('binary is refused', () => {
  expect(codes(read('MZ\u0000\u0001'))).toEqual(['not-markdown']);
});

test('an empty file has nothing in it', () => {
  expect(read('')).toMatchObject({ procedures: [], reference: [], diagnostics: [] });
});

/** How much longer eight times the text takes: 8 where time is linear, 64 where it is quadratic. The best of several attempts, since the machine is shared. */
const growth = (piece: string, count: number, before = ''): number => {
  const best = (text: string): number =>
    Math.min(
      ...[1, 2, 3].map(() => {
        const start = process.cpuUsage();
        read(before + text);
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      }),
    );
  best(piece.repeat(count));
  return best(piece.repeat(count * 8)) / Math.max(2, best(piece.repeat(count)));
};

test.each([
  ['fences', '```bash\nls -l\n```\n', 200, ''],
  ['inline code in one paragraph', 'run `ls -l` ', 200, ''],
  ['open quotes', "echo 'it\n", 150, '```bash\n'],
  ['loops that never end', 'if a; then\n', 50, '```bash\n'],
  ['prompts', '$ echo "x\n', 150, '```\n'],
  ['one long line', 'word ', 10_000, ''],
  ['marks in comments', '<!-- drill: role=verify -->\n\n', 300, ''],
  [
    'marks before fences',
    '<!-- drill: choice=a option=b -->\n\n```bash {timeout=1s}\nls -l\n```\n\n',
    100,
    '',
  ],
  ['comments that never end', '<!-- drill: x ', 3000, ''],
  ['marks in one comment', ' skip=maybe', 3000, '<!-- drill:'],
  ['variables that nobody sets', 'kubectl logs $POD $A_POD\n', 100, '```bash\n'],
  ['sections that are alike', '## Manual method\n\n```bash\nls -l\n```\n\n', 100, ''],
  ['dashes in a heading', '-', 3000, '## method '],
  ['options', 'redis-cli -a ', 1000, '```bash\n'],
])(
  'eight times as many %s do not take anything like 64 times as long',
  { retry: 2 },
  (_, piece, count, before) => {
    expect(growth(piece, count, before)).toBeLessThan(32);
  },
);
