import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEnvFile } from './env-file.ts';

const read = (text: string, outer = {}): Readonly<Record<string, string>> =>
  readEnvFile(text, '.env', outer).variables;

test.each([
  ['A=1\nB=2', { A: '1', B: '2' }],
  ['  export A = spaced  # comment\r\n', { A: 'spaced' }],
  ['A=#no-comment # comment', { A: '#no-comment' }],
  ["A='$B # \\'quoted\\''", { A: "$B # 'quoted'" }],
  ['A="two\nlines\\tand \\"quotes\\""', { A: 'two\nlines\tand "quotes"' }],
  ['A=1\nB=${A}2\nC=${D:-default}', { A: '1', B: '12', C: 'default' }],
  ['A="\\$B $$B"', { A: '$B $B' }],
  ['A: yaml', { A: 'yaml' }],
  ['A=', { A: '' }],
  ['', {}],
])('%j', (text, variables) => {
  expect(read(text)).toEqual(variables);
});

test('a name alone takes the value that is set outside, and is nothing where none is', () => {
  expect(read('A\nB\n', { A: 'outside' })).toEqual({ A: 'outside' });
});

test('variables from outside win', () => {
  expect(read('A=file\nB=$A', { A: 'outside' })).toEqual({ A: 'file', B: 'outside' });
});

test('each wrong line is told, and the others are read', () => {
  const { variables, diagnostics } = readEnvFile('A=1\nis wrong\nB="open\nC=3\n', '.env', {});
  expect(variables).toEqual({ A: '1', C: '3' });
  expect(diagnostics.map(({ location }) => `${location?.line}:${location?.column}`)).toEqual(['2:1', '3:3']);
});

test('any value is kept by single quotes', () => {
  fc.assert(
    fc.property(
      fc.string().filter((value) => !/['\\]/.test(value)),
      (value) => {
        expect(read(`A='${value}'\nB=2`)).toEqual({ A: value, B: '2' });
      },
    ),
  );
});

test('any text is read to its end', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('A', '=', "'", '"', '\\', '\n', ' ', '#', '$', '{', '}') }),
      (text) => {
        expect(readEnvFile(text, '.env', {})).toBeDefined();
      },
    ),
  );
});
