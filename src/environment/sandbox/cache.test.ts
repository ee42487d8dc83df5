import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cacheFolder, cached } from './cache.ts';
import { removeLeftovers } from './clean.ts';
import { ownerMark } from '../owner.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'cache-test-'));
  vi.stubEnv('XDG_CACHE_HOME', home);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true });
});

const make = async (scratch: string): Promise<void> => {
  await mkdir(join(scratch, 'made'));
  await writeFile(join(scratch, 'made/file'), '');
};

test('is made once, also when two ask at once', async () => {
  const maker = vi.fn<typeof make>(make);
  const [one, other] = await Promise.all([cached('kind/name', maker), cached('kind/name', maker)]);
  expect(one).toBe(other);
  expect(existsSync(join(one, 'file'))).toBe(true);
  expect(await cached('kind/name', maker)).toBe(one);
  expect(maker).toHaveBeenCalledTimes(2);
  expect(await readdir(join(cacheFolder(), 'kind'))).toEqual(['name']);
});

test('what failed leaves nothing', async () => {
  await expect(cached('kind/name', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(join(cacheFolder(), 'kind'))).toEqual([]);
});

test('removes what dead runs were making, and nothing else', async () => {
  const kind = join(cacheFolder(), 'kind');
  const marks = [ownerMark(99_999_999), ownerMark().replace(/-\d+/, '-1'), ownerMark()];
  const [dead, reused, alive] = marks.map((mark) => join(kind, `name.making-${mark}-1`)) as [
    string,
    string,
    string,
  ];
  for (const folder of [dead, reused, alive, join(kind, 'name')]) await mkdir(folder, { recursive: true });
  expect((await removeLeftovers()).toSorted()).toEqual([dead, reused].toSorted());
  expect((await readdir(kind)).length).toBe(2);
});
