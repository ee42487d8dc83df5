import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { parseReports } from '../options.ts';
import { checkJournalsKept, checkReports, tryReports } from './write-reports.ts';

const trying = (list: string) => tryReports(parseReports(list));

describe('before anything is run', () => {
  it.each([
    ['xml=a', 'unknown report "xml"'],
    ['junit=', '--report junit= names no file'],
    ['json=a,summary=./a', 'two reports cannot be written to one file'],
  ])('--report %s is refused', (list, why) => {
    expect(() => checkReports(parseReports(list))).toThrow(why);
  });

  it.each(['json=a,summary=b', 'json,github', 'json=/dev/null,summary=/dev/null'])(
    '--report %s is taken',
    (list) => {
      expect(() => checkReports(parseReports(list))).not.toThrow();
    },
  );

  it('a report that cannot be written is told, and none is begun', async () => {
    await using folder = await temporaryFolder();
    const { path } = folder;
    await writeFile(join(path, 'file'), 'as it was');
    await expect(trying(`junit=${path}`)).rejects.toThrow(
      `report cannot be written to ${path}: it is a folder`,
    );
    await expect(trying(`junit=${path}/file/x`)).rejects.toThrow('a part of its path is no folder');
    await expect(trying(`github,json=/proc/x,junit=${path}`)).rejects.toThrow(
      'json report cannot be written',
    );
    await expect(trying(`json=${path}/new/a,summary=${path}/file,github,junit=/dev/full`)).resolves.toBe(
      undefined,
    );
    expect(await readFile(join(path, 'file'), 'utf8')).toBe('as it was');
    expect(await readdir(join(path, 'new'))).toEqual([]);
  });

  it('no report takes the place of a journal', () => {
    const journals = ['b.jsonl', 'out/a.jsonl'];
    expect(() => checkJournalsKept(parseReports('github,json=./out/a.jsonl'), journals)).toThrow(
      'the json report would be written over the journal ./out/a.jsonl',
    );
    expect(() => checkJournalsKept(parseReports('github,json=a.jsonl'), journals)).not.toThrow();
  });
});
