import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { findDrills } from './find.ts';

const cwd = resolve(import.meta.dirname, '../../test/fixtures/drills');

const find = async (...patterns: string[]): Promise<readonly string[]> => {
  const { paths, diagnostics } = await findDrills(patterns, cwd);
  return [...paths.map((path) => relative(cwd, path)), ...diagnostics.map(({ message }) => message)];
};

const shop = ['good/shop/everything.yml', 'good/shop/noop.yaml', 'good/shop/postgresql-down.yaml'];

test('a folder holds drills at any depth; Compose files and others are passed over', async () => {
  expect(await find('good')).toEqual(shop);
});

test('a drill with a mistake, or that is no valid YAML, is not passed over', async () => {
  const names = ['after', 'both', 'fault-parameters', 'faults', 'syntax', 'values'];
  expect(await find('bad')).toEqual(names.map((name) => `bad/${name}.yaml`));
});

test('a glob; each file once, and said', async () => {
  expect(await find('good/**/p*.yaml')).toEqual([shop[2]]);
  expect(await find('good/**/p*.yaml', 'good')).toEqual([
    shop[2],
    shop[0],
    shop[1],
    `${shop[2]} is named more than once, and taken once`,
  ]);
  expect(await find('good', 'good')).toContain('3 drills are named more than once, and taken once');
});

test('a file is taken as a drill, whatever it holds', async () => {
  expect(await find('good/compose.yaml', join(cwd, 'good/shop/noop.yaml'))).toEqual([
    'good/compose.yaml',
    shop[1],
  ]);
});

test('each pattern that leads to nothing is told', async () => {
  expect(await find('nowhere', 'no*.yaml', 'good', 'good/compose.yam')).toEqual([
    ...shop,
    'there is no file or folder nowhere',
    'no*.yaml holds no drill',
    'there is no file or folder good/compose.yam',
  ]);
});

test('what cannot be read may be a drill: it is told, and the others are found', async () => {
  await using folder = await temporaryFolder();
  const { path } = folder;
  await mkdir(join(path, 'more'));
  await writeFile(
    join(path, 'more/good.yaml'),
    'runbook: a.md\nenvironment: compose.yaml\nfault: { noop: {} }\n',
  );
  await writeFile(join(path, 'compose.yaml'), 'services: {}\n');
  // Files that also root cannot read, and links that lead nowhere.
  await symlink('/proc/self/mem', join(path, 'refused.yml'));
  await symlink('gone.yaml', join(path, 'gone.yaml'));
  await symlink('nowhere.yaml', join(path, 'dead.yaml'));
  for (const name of ['notes.md', 'current', '.#good.yaml']) await symlink('nowhere', join(path, name));
  const told = ['refused.yml', 'gone.yaml', 'dead.yaml'].map((name) => `cannot read ${join(path, name)}: `);
  for (const pattern of ['', '**/*', '**/*.{yml,yaml}']) {
    const { paths, diagnostics } = await findDrills([join(path, pattern)], cwd);
    expect(paths).toEqual([join(path, 'more/good.yaml')]);
    expect(diagnostics.map(({ message }) => message.replace(/(: ).*/, '$1')).sort()).toEqual(told.sort());
  }
});

test('a drill behind a link to a folder is found once, by its own path where it has one', async () => {
  await using folder = await temporaryFolder();
  const { path } = folder;
  await symlink(join(cwd, 'good/shop'), join(path, 'linked'));
  await symlink('.', join(path, 'again'));
  const { paths } = await findDrills([path], cwd);
  expect(paths).toEqual(shop.map((drill) => join(path, drill.replace('good/shop', 'linked'))));
});
