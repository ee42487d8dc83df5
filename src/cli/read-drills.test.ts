import { execFileSync } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { readDrills } from './read-drills.ts';

it('a named pipe is no journal, and is not waited for', async () => {
  await using folder = await temporaryFolder();
  const pipe = join(folder.path, 'pipe.jsonl');
  execFileSync('mkfifo', [pipe]);
  expect((await readDrills([pipe])).diagnostics).toMatchObject([
    { code: 'unreadable-journal', message: `cannot read the journal ${pipe}: it is a named pipe` },
  ]);
  // In a folder it is passed over.
  const journal = new URL('../../test/fixtures/journals/pass.jsonl', import.meta.url);
  await copyFile(journal, join(folder.path, 'pass.jsonl'));
  const found = await readDrills([folder.path]);
  expect(found.ok && found.value.map(({ journal: path }) => path)).toEqual([join(folder.path, 'pass.jsonl')]);
});
