import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { journalPaths } from './journal-path.ts';

const emptyFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'drillbook-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

test('a path that is not there is the file of a single drill, and the folder of several', async () => {
  const wanted = join(await emptyFolder(), 'journal');
  expect(await journalPaths(['shop/redis-down'], wanted)).toEqual([wanted]);
  expect(await journalPaths(['a', 'b', 'a'], wanted)).toEqual(
    ['a.jsonl', 'b.jsonl', 'a-2.jsonl'].map((name) => join(wanted, name)),
  );
});

test('a folder that is there takes the journal of a single drill, too', async () => {
  const folder = await emptyFolder();
  expect(await journalPaths(['shop/redis-down'], folder)).toEqual([join(folder, 'shop-redis-down.jsonl')]);
});

test('no journal is written over', async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, 'a.jsonl'), '');
  await expect(journalPaths(['a'], folder)).rejects.toThrow('there is such a file already');
  await expect(journalPaths(['a'], join(folder, 'a.jsonl'))).rejects.toThrow('there is such a file already');
});
