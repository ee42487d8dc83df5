import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { journalPaths } from './journal-path.ts';

it.each([
  [
    ['a/b', 'a/b', 'a/b-2'],
    ['a-b', 'a-b-3', 'a-b-2'],
  ],
  [
    ['a/b', 'a-b', 'a/b'],
    ['a-b', 'a-b-2', 'a-b-3'],
  ],
])('%j: no two drills have one journal', async (drills, expected) => {
  await using folder = await temporaryFolder();
  const paths = await journalPaths(drills, join(folder.path, 'journals'));
  expect(paths.map((path) => basename(path, '.jsonl'))).toEqual(expected);
});

it('a path that ends with a slash is a folder, also for one drill', async () => {
  await using folder = await temporaryFolder();
  const journals = join(folder.path, 'journals');
  expect(await journalPaths(['a'], `${journals}/`)).toEqual([join(journals, 'a.jsonl')]);
  expect(await journalPaths(['a'], join(folder.path, 'j'))).toEqual([join(folder.path, 'j')]);
});

it('an empty path is refused, and a file that is there, with what to name', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'j'), '');
  await expect(journalPaths(['a'], '')).rejects.toThrow('--journal-path is empty');
  await expect(journalPaths(['a'], join(folder.path, 'j'))).rejects.toThrow('name a new one, or a folder');
  await expect(journalPaths(['a'], join(folder.path, 'j/a'))).rejects.toThrow(
    'a part of its path is no folder',
  );
  await expect(journalPaths(['a'], '/proc/journal')).rejects.toThrow('names another place');
});
