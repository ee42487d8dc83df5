import { execFileSync } from 'node:child_process';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { readDrills } from './read-drills.ts';

const PASS = new URL('../../test/fixtures/journals/pass.jsonl', import.meta.url);

it('a named pipe is no journal, and is not waited for', async () => {
  await using folder = await temporaryFolder();
  const pipe = join(folder.path, 'pipe.jsonl');
  execFileSync('mkfifo', [pipe]);
  expect((await readDrills([pipe])).diagnostics).toMatchObject([
    { code: 'unreadable-journal', message: `cannot read the journal ${pipe}: it is a named pipe` },
  ]);
  // In a folder it is passed over.
  await copyFile(PASS, join(folder.path, 'pass.jsonl'));
  const found = await readDrills([folder.path]);
  expect(found.drills.map(({ journal: path }) => path)).toEqual([join(folder.path, 'pass.jsonl')]);
});

it('a journal of a run that was killed as it began keeps nobody from the others', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'killed.jsonl'), '');
  await copyFile(PASS, join(folder.path, 'pass.jsonl'));
  const { drills, diagnostics } = await readDrills([folder.path]);
  expect(drills.map(({ judgement }) => judgement.verdict)).toEqual(['pass']);
  expect(diagnostics.map(({ code }) => code)).toEqual(['journal-without-event']);
});
