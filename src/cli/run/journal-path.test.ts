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
