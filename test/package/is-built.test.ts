import { mkdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { repository } from '../support/cli.ts';
import { temporaryFolder } from '../support/temporary.ts';

const PARTS = [
  'src/a.ts',
  'src/b.ts',
  'scripts/build',
  'scripts/bundle.ts',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'node_modules/.package-lock.json',
];

const isBuilt = async (root: string): Promise<boolean> => {
  const script = `. "$1" && is_built "$2"`;
  const { exitCode } = await execa('sh', ['-c', script, 'sh', repository('scripts/is-built'), root], {
    reject: false,
  });
  return exitCode === 0;
};

/** A checkout that was built when its last file was written. */
const builtCheckout = async () => {
  const folder = await temporaryFolder();
  const at = (name: string): string => join(folder.path, name);
  for (const name of ['src', 'scripts', 'node_modules', 'dist']) await mkdir(at(name));
  for (const name of [...PARTS, 'dist/built', 'old.ts']) await writeFile(at(name), '');
  const { ctime } = await stat(at('old.ts'));
  await utimes(at('dist/built'), ctime, new Date(ctime.getTime() + 1));
  // The kernel's clock for files ticks every few milliseconds: until it has ticked, nothing can be newer.
  do await writeFile(at('clock'), '');
  while ((await stat(at('clock'))).ctimeMs <= ctime.getTime() + 5);
  return { ...folder, at, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
};

test('what was built is taken while nothing has changed', async () => {
  await using checkout = await builtCheckout();
  expect(await isBuilt(checkout.path)).toBe(true);
});

test.each(PARTS)('not after a change of %s', async (name) => {
  await using checkout = await builtCheckout();
  await writeFile(checkout.at(name), 'x');
  expect(await isBuilt(checkout.path)).toBe(false);
});

test('not with an older file put in place of one', async () => {
  await using checkout = await builtCheckout();
  await utimes(checkout.at('old.ts'), 0, 0);
  await rename(checkout.at('old.ts'), checkout.at('src/a.ts'));
  expect(await isBuilt(checkout.path)).toBe(false);
});

test('not without a file that was there', async () => {
  await using checkout = await builtCheckout();
  await rm(checkout.at('src/b.ts'));
  expect(await isBuilt(checkout.path)).toBe(false);
});
