import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeFolder } from './remove-folder.ts';

/** Ends by itself; a file that cannot be made ends it, too. */
const WRITER = 'echo begun; i=0; while [ $i -lt 300 ] && : >"$1/$i"; do i=$((i + 1)); done 2>/dev/null';

test('a folder goes in which somebody still writes for a moment', async () => {
  for (let time = 0; time < 20; time += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'drillbook-test-'));
    const writer = spawn('sh', ['-c', WRITER, 'sh', folder], { stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(writer, 'exit');
    await once(writer.stdout, 'data');
    await removeFolder(folder);
    await ended;
    expect(existsSync(folder)).toBe(false);
  }
});
