import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { splitReference } from './reference.ts';

it.each([
  ['a.md', 'a.md', undefined],
  ['a.md#Redis', 'a.md', 'Redis'],
  ['a.md#C# is down', 'a.md', 'C# is down'],
  ['a#b.md', 'a#b.md', undefined],
  ['a#b.md#Redis', 'a#b.md', 'Redis'],
  ['on call#1/größe.md#Redis', 'on call#1/größe.md', 'Redis'],
  ['-rf.md', '-rf.md', undefined],
  ['nowhere.md#Redis', 'nowhere.md', 'Redis'],
  ['no#where.md', 'no', 'where.md'],
  ['a.md#', 'a.md', ''],
])('%s is the file %s and the procedure %s', async (text, file, procedure) => {
  await using folder = await temporaryFolder();
  const { path } = folder;
  await mkdir(join(path, 'on call#1'));
  for (const name of ['a.md', 'a#b.md', 'on call#1/größe.md', '-rf.md'])
    await writeFile(join(path, name), '');
  expect(splitReference(text, path)).toEqual({
    file: join(path, file),
    ...(procedure === undefined ? {} : { procedure }),
  });
});
