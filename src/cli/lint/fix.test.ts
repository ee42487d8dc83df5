import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFixed } from './fix.ts';

const repaired = { before: ['a'], after: ['b'], text: 'b' };

test('what cannot be written is told, and is no bug', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'drillbook-fix-'));
  try {
    expect(await writeFixed(join(folder, 'x.md'), repaired)).toBeUndefined();
    expect(readFileSync(join(folder, 'x.md'), 'utf8')).toBe('b');
    expect(await writeFixed(folder, repaired)).toMatchObject({
      code: 'unwritable-runbook',
      message: `cannot write ${folder}: it is a folder`,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
