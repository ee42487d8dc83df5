import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRunbook } from '../runbook/parse.ts';
import { renderRunbook } from './runbook.ts';
import { noColours } from './style.ts';

const shown = (name: string): string => {
  const path = new URL(`../../test/fixtures/runbooks/${name}`, import.meta.url);
  return renderRunbook(parseRunbook(readFileSync(path), name), noColours);
};

test('the tree says when a command is to be run, instead of which, and what for a fallback', () => {
  expect(shown('when.md')).toContain('▸ L9  redis-cli LTRIM jobs 0 99  destructive, if: the queue is full\n');
  expect(shown('when.md')).toContain('▸ L29  brew services restart queue  way 2 of L23 "On macOS"\n');
  expect(shown('forms.md')).toContain('If that fails, start over  only if what was before did not help\n');
});

test('the tree says what a procedure promises', () => {
  expect(shown('forms.md')).toMatch(/! L\d+ {2}trigger .*: .*2 minutes/);
});

const treeOf = (text: string): string =>
  renderRunbook(parseRunbook(new TextEncoder().encode(text), 'x.md'), noColours);

const RESTART = '```bash\ndocker compose restart api\n```\n';

test('a promise is shown with the figure that was understood, a row of a table without its bars', () => {
  const text = `# API down\n\nTrigger: error rate > 5% for 10 minutes\n\n${RESTART}\nExpect 30-60 seconds of downtime.\n\nErrors should drop below 1% within 5 minutes.\n\n| Level | Response |\n| --- | --- |\n| SEV1 | <15 min |\n`;
  const tree = treeOf(text);
  expect(tree).toContain('! L3  trigger > 5 % for 10 min: Trigger');
  expect(tree).toContain('downtime ≤ 30 s to 1 min: Expect');
  expect(tree).toContain('threshold < 1 % within 5 min: Errors');
  expect(tree).toContain('respond ≤ 15 min: SEV1 · <15 min\n');
});

test('an item of a check list is shown once', () => {
  expect(treeOf(`# API down\n\n${RESTART}\n- [ ] No new alerts\n`).match(/No new alerts/g)).toHaveLength(1);
});

test('a fallback without a title says so, too', () => {
  expect(treeOf(`# API down\n\n${RESTART}\nIf that fails:\n\n${RESTART}`)).toMatch(
    /\n {4}only if what was before did not help\n.* L10 /,
  );
});

test('what a file holds does not steer the terminal', () => {
  const tree = treeOf('# API\u001b[1m down\n\n```bash\necho \u001b[2Jx\n```\n');
  expect(tree).toContain('echo \ufffd[2Jx');
  expect(tree).not.toContain('\u001b');
});

test('a tab is a space, and only the first line of a command is shown', () => {
  expect(treeOf('# API down\n\n```bash\nps aux |\tgrep api \\\n\t| head\n```\n')).toContain(
    'ps aux | grep api \\ …\n',
  );
});

test('a file without a title is named once', () => {
  expect(treeOf('Run `uptime`.\n').split('\n')[0]).toBe('x.md  1 procedure, 1 command');
});

test('no name of a file steers the terminal', () => {
  const runbook = parseRunbook(new TextEncoder().encode('text\n'), 'a\u001b[2J\nb.md');
  expect(renderRunbook(runbook, noColours)).toMatch(/^a\ufffd\[2J\ufffdb\.md {2}/);
});
