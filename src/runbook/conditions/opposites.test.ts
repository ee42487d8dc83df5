import { expect, test } from 'vitest';
import { parseRunbook } from '../parse.ts';
import { conditionOf } from './conditions.ts';

const stepsIn = (text: string): readonly unknown[] =>
  parseRunbook(new TextEncoder().encode(`# Web\n\n## Web is down\n\n${text}`), 'x.md')
    .procedures.flatMap(({ parts }) => parts.flatMap(({ steps }) => steps))
    .flatMap(({ fallback, commands }) =>
      commands.map(({ condition }) => condition ?? (fallback ? 'fallback' : 'always')),
    );

const block = (...lines: readonly string[]): string => `\n\n\`\`\`bash\n${lines.join('\n')}\n\`\`\`\n\n`;

test('what is done otherwise is for where the case before is not so', () => {
  const start = `If the node is gone, start it:${block('docker start node')}`;
  const full = `If the disk is full:${block('docker restart web')}`;
  const other = `Otherwise restart Redis:${block('docker restart redis')}`;
  expect(stepsIn(start + other)).toEqual(['the node is gone', 'unless the node is gone']);
  expect(stepsIn(start + other.replace('Otherwise', 'Else,'))[1]).toBe('unless the node is gone');
  expect(stepsIn(start + full + other)[2]).toBe('unless the node is gone, and unless the disk is full');
  expect(stepsIn(start.replace('If', 'Unless') + other)).toEqual([
    'unless the node is gone',
    'the node is gone',
  ]);
});

test('in a list, and in a block', () => {
  const items =
    '1. If the node is gone: `docker start node`\n2. Otherwise, restart with `docker restart web`\n';
  expect(stepsIn(items)).toEqual(['the node is gone', 'unless the node is gone']);
  const lines = block('# If the node is gone', 'docker start node', '# Otherwise', 'docker restart web');
  expect(stepsIn(lines)).toEqual(['the node is gone', 'unless the node is gone']);
});

test('after what is done in any case it is the fallback for where that did not help', () => {
  const start = `Start it:${block('docker start node')}`;
  const other = `Otherwise restart Redis:${block('docker restart redis')}`;
  expect(stepsIn(start + other)).toEqual(['always', 'fallback']);
  const again = `If the disk is full:${block('docker restart web')}${start}`;
  expect(stepsIn(again + other)).toEqual(['the disk is full', 'always', 'fallback']);
});

test('a case of its own stays what it is', () => {
  const start = `If the node is gone, start it:${block('docker start node')}`;
  const own = `Otherwise, if the disk is full, make room:${block('docker restart web')}`;
  expect(stepsIn(start + own)).toEqual(['the node is gone', expect.stringContaining('the disk is full')]);
});

test.each([
  ['Unless the disk is full, restart it:', 'unless the disk is full'],
  ['Restart it unless the disk is full.', 'unless the disk is full'],
  ['(unless the disk is full) restart it', 'unless the disk is full'],
  ['(if the disk is full) restart it', 'the disk is full'],
  ['Skip this if the disk is full:', 'unless the disk is full'],
  ['Skip this step unless the disk is full:', 'the disk is full'],
  ['Restart it (skip if the disk is full)', 'unless the disk is full'],
  ['Not needed if the disk is full', 'unless the disk is full'],
  ['Restart it only if the disk is full', 'the disk is full'],
])('what is not to be done in a case is for all others: %s', (text, condition) => {
  expect(conditionOf(text)).toBe(condition);
});

test.each([
  'If that fails',
  'If the verification still fails',
  'If step 1 did not help',
  'If the database is still down',
  'If the API still returns 503',
  'If it does not come back within 30 seconds',
  'Should that fail',
  'If none of this works',
  'If unsuccessful',
  'As a last resort',
])('what is to be done if what was tried is of no use, in a block and in a sentence: %s', (words) => {
  const start = block('docker start web');
  expect(stepsIn(`${start}${words}, do more:${block('docker restart web')}`)).toEqual(['always', 'fallback']);
  expect(stepsIn(`${start}${words}, run \`docker restart web\`.\n`)).toEqual(['always', 'fallback']);
  expect(stepsIn(`1. Run \`docker start web\`.\n2. ${words}: \`docker restart web\`\n`)).toEqual([
    'always',
    'fallback',
  ]);
});

test.each([
  'If the old primary is still running',
  'If the check passes',
  'If the service is down',
  'If you still have a shell',
])('a case for a person to judge: %s', (words) => {
  expect(
    stepsIn(`${block('docker start web')}${words}, do more:${block('docker restart web')}`),
  ).not.toContain('fallback');
});
