import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFixed } from './fix.ts';

const repaired = { before: ['a'], after: ['b'], text: 'b' };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drillbook-fix-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a file is replaced whole, where a link leads to, and keeps its mode', () => {
  const [file, link] = [join(folder, 'x.md'), join(folder, 'link.md')];
  writeFileSync(file, 'a');
  chmodSync(file, 0o640);
  symlinkSync('x.md', link);
  const { ino } = statSync(file);
  expect(writeFixed(link, repaired)).toBeUndefined();
  expect(readFileSync(file, 'utf8')).toBe('b');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(statSync(file).ino).not.toBe(ino);
  expect(readdirSync(folder).sort()).toEqual(['link.md', 'x.md']);
});

test('what cannot be written is told, is no bug, and leaves nothing', () => {
  const missing = join(folder, 'x.md');
  expect(writeFixed(missing, repaired)).toMatchObject({ code: 'unwritable-runbook' });
  expect(writeFixed(folder, repaired)).toMatchObject({
    code: 'unwritable-runbook',
    message: `cannot write ${folder}: it is a folder`,
  });
  writeFileSync(missing, 'a');
  writeFileSync(`${missing}.${process.pid}.new`, 'of somebody else');
  expect(writeFixed(missing, repaired)).toMatchObject({ code: 'unwritable-runbook' });
  expect(readFileSync(missing, 'utf8')).toBe('a');
  expect(readdirSync(folder)).toHaveLength(2);
});
