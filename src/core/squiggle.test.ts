import { describe, expect, test } from 'vitest';
import type { Diagnostic } from './diagnostic.ts';
import type { Location } from './location.ts';
import { renderDiagnostics } from './squiggle.ts';

const plain = (text: string): string => text;
const style = { bad: plain, unsure: plain, faint: plain, strong: plain };

const mark = (name: string) => (text: string) => `<${name}>${text}</${name}>`;

const render = (source: string | undefined, ...diagnostics: readonly Diagnostic[]): string =>
  renderDiagnostics(diagnostics, style, () => source, '/team');

const problem = (location?: Omit<Location, 'file'>, more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'bad-port',
  severity: 'error',
  message: 'this is no port',
  ...(location === undefined ? {} : { location: { file: '/team/drills/a.yaml', ...location } }),
  ...more,
});

describe('one diagnostic', () => {
  test('place, message, code, line with a squiggle below what is meant, hint', () => {
    expect(
      render(
        'a: 1\nport: many\n',
        problem({ line: 2, column: 7, endLine: 2, endColumn: 11 }, { hint: 'write 80' }),
      ),
    ).toBe(
      [
        'drills/a.yaml:2:7 error this is no port [bad-port]',
        '    2 │ port: many',
        '      │       ~~~~',
        '  hint: write 80',
        '',
        '1 error',
        '',
      ].join('\n'),
    );
  });

  test('without an end, or one on a later line: to the end of the line', () => {
    const [, , first] = render('a: b c  \nd\n', problem({ line: 1, column: 4 })).split('\n');
    const [, , second] = render(
      'a: b c  \nd\n',
      problem({ line: 1, column: 4, endLine: 2, endColumn: 2 }),
    ).split('\n');
    expect(first).toBe('      │    ~~~');
    expect(second).toBe(first);
  });

  test('a place past the end of the line is one squiggle', () => {
    expect(render('ab\n', problem({ line: 1, column: 9 })).split('\n')[2]).toBe('      │   ~');
  });

  test('a tab is as wide as the squiggle takes it for', () => {
    const [, line, squiggle] = render('\tab\n', problem({ line: 1, column: 2 })).split('\n');
    expect(line).toBe('    1 │  ab');
    expect(squiggle).toBe('      │  ~~');
  });

  test('a wide character moves the squiggle by its width', () => {
    const [, line, squiggle] = render(
      '数据: x\n',
      problem({ line: 1, column: 5, endLine: 1, endColumn: 6 }),
    ).split('\n');
    expect(line).toBe('    1 │ 数据: x');
    expect(squiggle).toBe('      │       ~');
  });

  test('a long line is cut around the place', () => {
    const [, line, squiggle] = render(
      `${'x'.repeat(300)}HERE${'y'.repeat(300)}`,
      problem({ line: 1, column: 301, endLine: 1, endColumn: 305 }),
    ).split('\n');
    expect(line?.length).toBeLessThan(140);
    expect(line?.slice(squiggle?.indexOf('~'), (squiggle?.lastIndexOf('~') ?? 0) + 1)).toBe('HERE');
  });

  test.each([undefined, '', 'only one line'])(
    'without the line (%j), the place and the hint stay',
    (source) => {
      expect(render(source, problem({ line: 3, column: 1 }, { hint: 'write 80' }))).toBe(
        'drills/a.yaml:3:1 error this is no port [bad-port]\n  hint: write 80\n\n1 error\n',
      );
    },
  );

  test('without a place; a file elsewhere has its whole path', () => {
    expect(render('', problem())).toContain('error this is no port [bad-port]\n');
    const elsewhere = problem(undefined, { location: { file: '/other/b.yaml', line: 1, column: 1 } });
    expect(render('', elsewhere)).toMatch(/^\/other\/b.yaml:1:1 error/);
  });

  test('control characters of the file, and of its name, do not reach the terminal', () => {
    expect(render('a: \u001b[31mred\n', problem({ line: 1, column: 1 }))).not.toContain('\u001b');
    const named = problem(undefined, { location: { file: '/team/a\u001b[31m.md', line: 1, column: 1 } });
    expect(render('', named)).toContain('a\ufffd[31m.md:1:1');
  });
});

test('the summary counts by severity', () => {
  const warning = problem(undefined, { severity: 'warning' });
  expect(render('', problem(), warning, problem()).trim().split('\n').at(-1)).toBe('2 errors, 1 warning');
});

test('each severity has its colour', () => {
  const marks = { bad: mark('bad'), unsure: mark('unsure'), faint: mark('faint'), strong: mark('strong') };
  const text = renderDiagnostics(
    [problem({ line: 1, column: 1 }), problem({ line: 1, column: 1 }, { severity: 'warning' })],
    marks,
    () => 'x',
    '/team',
  );
  expect(text).toContain('<bad>error</bad>');
  expect(text).toContain('<unsure>~</unsure>');
  expect(text).toContain('<strong>drills/a.yaml:1:1</strong>');
});
