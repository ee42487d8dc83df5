import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findDrills } from './find.ts';

const cwd = resolve(import.meta.dirname, '../../test/fixtures/drills');

const find = async (...patterns: string[]): Promise<readonly string[]> => {
  const result = await findDrills(patterns, cwd);
  return result.ok
    ? result.value.map((path) => relative(cwd, path))
    : result.diagnostics.map(({ message }) => message);
};

const shop = ['good/shop/everything.yml', 'good/shop/noop.yaml', 'good/shop/postgresql-down.yaml'];

test('a folder holds drills at any depth; Compose files and others are passed over', async () => {
  expect(await find('good')).toEqual(shop);
});

test('a drill with a mistake, or that is no valid YAML, is not passed over', async () => {
  const names = ['after', 'both', 'fault-parameters', 'faults', 'syntax', 'values'];
  expect(await find('bad')).toEqual(names.map((name) => `bad/${name}.yaml`));
});

test('a glob; each file once', async () => {
  expect(await find('good/**/p*.yaml', 'good')).toEqual([shop[2], shop[0], shop[1]]);
});

test('a file is taken as a drill, whatever it holds', async () => {
  expect(await find('good/compose.yaml', join(cwd, 'good/shop/noop.yaml'))).toEqual([
    'good/compose.yaml',
    shop[1],
  ]);
});

test('each pattern that leads to nothing is told', async () => {
  expect(await find('nowhere', 'no*.yaml', 'good', 'good/compose.yam')).toEqual([
    'there is no file or folder nowhere',
    'no*.yaml holds no drill',
    'there is no file or folder good/compose.yam',
  ]);
});
