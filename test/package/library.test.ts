import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { repository } from '../support/cli.ts';
import { libraryExamples } from '../support/examples.ts';
import { temporaryFolder } from '../support/temporary.ts';

const judged = async (journal: string): Promise<string> => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'judge.ts');
  const source = pathToFileURL(repository('src/index.ts')).href;
  await writeFile(file, libraryExamples().judge.replace("'drillbook'", `'${source}'`));
  const runbook = repository('test/fixtures/package/runbook.md');
  const journalFile = repository(`test/fixtures/journals/${journal}.jsonl`);
  const { stdout } = await execa(process.execPath, [file, runbook, journalFile], { timeout: 30_000 });
  return stdout;
};

test('the example of docs/library.md reads a runbook and judges a journal', async () => {
  expect(await judged('pass')).toMatch(/^redis-down\npass /);
});

test('it judges another journal otherwise', async () => {
  expect(await judged('control-recovered')).toMatch(/^redis-down\ninconclusive control-recovered/);
});
