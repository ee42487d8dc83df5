import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { ownerMark } from '../owner.ts';
import { makeScratch, removeDeadScratch } from './scratch.ts';

it("a dead run's folder is removed, and neither a living one's nor anybody else's", async () => {
  await using folder = await temporaryFolder();
  const { path } = folder;
  vi.stubEnv('TMPDIR', path);
  onTestFinished(() => void vi.unstubAllEnvs());
  const living = await makeScratch();
  const dead = join(path, 'drillbook-dead');
  await mkdir(dead);
  await writeFile(join(dead, 'owner'), ownerMark(99_999_999));
  await mkdir(join(path, 'drillbook-other'));
  expect(await removeDeadScratch()).toEqual([dead]);
  expect((await readdir(path)).map((name) => join(path, name)).sort()).toEqual(
    [living, join(path, 'drillbook-other')].sort(),
  );
});

it('where none can be made, it is said what to set', async () => {
  vi.stubEnv('TMPDIR', '/proc/nowhere');
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(makeScratch()).rejects.toMatchObject({
    code: 'no-temporary-folder',
    hint: 'set TMPDIR to a folder that you may write to',
  });
  expect(await removeDeadScratch()).toEqual([]);
});
