import { describe, expect, it } from 'vitest';
import { parseReports } from '../options.ts';
import { checkJournalsKept, checkReports } from './write-reports.ts';

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

  it('no report takes the place of a journal', () => {
    const journals = ['b.jsonl', 'out/a.jsonl'];
    expect(() => checkJournalsKept(parseReports('github,json=./out/a.jsonl'), journals)).toThrow(
      'the json report would be written over the journal ./out/a.jsonl',
    );
    expect(() => checkJournalsKept(parseReports('github,json=a.jsonl'), journals)).not.toThrow();
  });
});
