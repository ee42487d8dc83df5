import { readdir, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { tryWriting } from './try-writing.ts';

it('leaves all as it was, but for the folder', async () => {
  await using folder = await temporaryFolder();
  const link = join(folder.path, 'link');
  await symlink('target', link);
  await tryWriting(link, 'a');
  await tryWriting(join(folder.path, 'new/file'), 'ax');
  expect((await readdir(folder.path)).sort()).toEqual(['link', 'new']);
  expect(await readdir(join(folder.path, 'new'))).toEqual([]);
  expect(await readlink(link)).toBe('target');
});

it('a file that is there is in the way of a new one alone', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'file');
  await writeFile(file, 'as it was');
  await tryWriting(file, 'a');
  await expect(tryWriting(file, 'ax')).rejects.toMatchObject({ code: 'EEXIST' });
});
