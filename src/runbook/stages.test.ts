import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The rows of docs/reading.md: a stage, and its files. */
const rows = [
  ...readFileSync(here('../../docs/reading.md'), 'utf8').matchAll(/^\| `(\w+)\/` \| (.*?) \|/gm),
].map(([, folder = '', files = '']) => [folder, files.match(/(?<=`)[\w-]+(?=`)/g) ?? []] as const);

const folders = readdirSync(here('.'), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

test('docs/reading.md has a row for each stage', () => {
  expect(rows.map(([folder]) => folder).toSorted()).toEqual(
    folders.filter((folder) => folder !== 'knowledge').toSorted(),
  );
});

test.each(rows.filter(([folder]) => folder !== 'lint'))(
  'docs/reading.md names each file of %s/',
  (folder, files) => {
    const there = readdirSync(here(folder)).filter((file) => !file.endsWith('.test.ts'));
    expect(files.map((file) => `${file}.ts`).toSorted()).toEqual(there.toSorted());
  },
);
