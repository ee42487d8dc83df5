import { describe, expect, test } from 'vitest';
import type { Diagnostic, Severity } from '../../core/diagnostic.ts';
import { noColours } from '../style.ts';
import { findingsText } from './text.ts';

const finding = (file: string, line: number, severity: Severity, code = `rule-${line}`): Diagnostic => ({
  code,
  severity,
  message: `line ${line} is wrong`,
  location: { file: `/repo/${file}`, line, column: 1 },
  hint: 'correct it',
});

const textOf = (
  diagnostics: readonly Diagnostic[],
  { height = Infinity, width = Infinity, repairable = 0, commands = 3 } = {},
): string =>
  findingsText(
    { runbooks: [{ path: '/repo/a.md', procedures: 1, commands }], diagnostics, repairable },
    { style: noColours, sourceOf: () => undefined, cwd: '/repo', height, width },
  );

const placesIn = (text: string): readonly string[] => text.match(/^\w+\.md:\d+/gm) ?? [];

describe('a screen of findings', () => {
  const warnings = Array.from({ length: 9 }, (_, index) => finding('a.md', index + 2, 'warning'));
  const all = [...warnings, finding('a.md', 1, 'error'), finding('b.md', 7, 'error')];

  test('has the errors of every file before any warning, by file', () => {
    expect(placesIn(textOf(all, { height: 20 }))).toEqual(['a.md:1', 'a.md:2', 'b.md:7']);
  });

  test('is not longer than the terminal, lines that it breaks included', () => {
    for (const width of [Infinity, 20]) {
      const lines = textOf(all, { height: 30, width }).split('\n');
      const rows = lines
        .slice(0, -5)
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
      expect(rows).toBeLessThanOrEqual(30);
    }
    expect(placesIn(textOf(all, { height: 30, width: 20 })).length).toBeLessThan(
      placesIn(textOf(all, { height: 30 })).length,
    );
  });

  test('says which rules the hidden ones are of, the most frequent first', () => {
    const many = [...all, finding('a.md', 20, 'info', 'rule-9'), finding('a.md', 21, 'info', 'rule-9')];
    expect(textOf(many, { height: 12 })).toContain('\n12 more (3 rule-9, ');
  });

  test('has at least one finding, however small it is', () => {
    expect(placesIn(textOf(all, { height: 1 }))).toEqual(['a.md:1']);
  });
});

test('the last line says how many can be repaired', () => {
  const text = textOf([finding('a.md', 1, 'warning')], { repairable: 1 });
  expect(text.trim().split('\n').at(-1)).toMatch(/^1 warning; 1 can be repaired: --fix /);
  expect(textOf([finding('a.md', 1, 'warning')])).not.toContain('--fix');
});

test('without a command nothing was checked', () => {
  expect(textOf([])).toContain('Nothing found.');
  expect(textOf([], { commands: 0 })).toContain('Nothing to check');
});

test('a file above the folder has its whole path, in its heading as in its findings', () => {
  const text = textOf([finding('../other/a.md', 1, 'warning')]);
  expect(text).toContain('── /repo/../other/a.md\n');
  expect(text).toContain('\n/repo/../other/a.md:1:1 ');
  expect(textOf([finding('docs/a.md', 1, 'warning')])).toContain('── docs/a.md\n');
});
