import { expect, test } from 'vitest';
import { readYaml, type YamlFile, type YamlPath } from './yaml.ts';

const read = (text: string): YamlFile => {
  const result = readYaml(text, 'a.yaml');
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join());
  return result.value;
};

/** The text of the file that a path is said to stand at. */
const marked = (text: string, path: YamlPath, what: 'locate' | 'locateKey' = 'locate'): string => {
  const { line, column, endColumn } = read(text)[what](path);
  return (
    text.split('\n')[line - 1]?.slice(column - 1, endColumn === undefined ? undefined : endColumn - 1) ?? ''
  );
};

const TEXT = `base: &base
  image: postgres:17
  ports: [5432, 'quoted']
own:
  <<: *base
  name: own
again: *base
empty:
`;

test('the value is as YAML has it, with merge keys and aliases', () => {
  const base = { image: 'postgres:17', ports: [5432, 'quoted'] };
  expect(read(TEXT).value).toEqual({ base, own: { ...base, name: 'own' }, again: base, empty: null });
});

test.each([
  [['base', 'ports', 1], "'quoted'"],
  [['own', 'name'], 'own'],
  [['own', 'image'], 'postgres:17'],
  [['again', 'ports', 0], '5432'],
  [['own', 'missing', 'deeper'], '<<: *base'],
  [['empty'], 'empty'],
] as [YamlPath, string][])('%j stands at %s', (path, text) => {
  expect(marked(TEXT, path)).toBe(text);
});

test('a key has a place of its own, also when it was merged', () => {
  expect(marked(TEXT, ['base', 'ports'], 'locateKey')).toBe('ports');
  expect(read(TEXT).locateKey(['own', 'ports']).line).toBe(3);
});

test.each([
  ['own key before the merge', 'a: &a { x: 1 }\nb: { x: 2, <<: *a }', { x: 2 }],
  ['own key after the merge', 'a: &a { x: 1 }\nb: { <<: *a, x: 2 }', { x: 2 }],
  ['the first of several', 'a: &a { x: 1 }\nc: &c { x: 3, y: 3 }\nb: { <<: [*a, *c] }', { x: 1, y: 3 }],
  ['a quoted << is a key', "b: { '<<': 1 }", { '<<': 1 }],
])('what wins: %s', (_, text, expected) => {
  expect((read(text).value as { b: unknown }).b).toEqual(expected);
});

test('aliases that would be expanded without end are refused', () => {
  const bomb = [
    'a0: &a0 [x]',
    ...Array.from({ length: 20 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(9)}]`),
  ];
  const result = readYaml(bomb.join('\n'), 'a.yaml');
  expect(result.ok).toBe(false);
});

test('each syntax error is told, with its place', () => {
  const result = readYaml('a: 1\na: 2\nb: [\n', 'a.yaml');
  expect(result.diagnostics.map(({ location, message }) => `${location?.line} ${message}`)).toEqual([
    '2 the same key stands here twice',
    expect.stringContaining('3 Flow sequence'),
  ]);
});

test('the path of nothing is the whole file', () => {
  expect(read('x').locate([])).toEqual({ file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 });
  expect(read('').value).toBeNull();
});

const told = (text: string) => readYaml(text, 'a.yaml').diagnostics.map(({ message }) => message);

test('one mistake is told once, and two twice', () => {
  expect(told('a: { b: x{ y, c: 1, d: 2 }, e: [1] }\n')).toHaveLength(1);
  expect(told('a: { b: node -e f(()=>{},1), c: 2, d: 3 }\n')).toEqual([
    'Unexpected flow-map-start at node end',
  ]);
  expect(told('a: 1\na: 2\nb: { c: x{ y, d: 1 }, e }\n')).toHaveLength(2);
});

test('an alias within what it stands for is told; one of the same name within is another', () => {
  expect(told('a: 1\nb: &b\n  - c: *b\n')).toEqual(['"*b" stands within what it stands for']);
  expect(told('a: &a { <<: *a }\n')).toHaveLength(1);
  expect(read('a: &a { b: &a [x], c: *a }\n').value).toEqual({ a: { b: ['x'], c: ['x'] } });
});
