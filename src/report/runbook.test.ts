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
  expect(shown('forms.md')).toMatch(/! L\d+ {2}trigger: .*2 minutes/);
});
