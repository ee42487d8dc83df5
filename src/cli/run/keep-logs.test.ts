import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary.ts';
import { HarnessError, UsageError } from '../../core/errors.ts';
import { logKeeper, tryLogs } from './keep-logs.ts';

it('logs are kept beside the journal; where they cannot be, it is said before, and is no bug after', async () => {
  await using folder = await temporaryFolder();
  const journal = join(folder.path, 'a.jsonl');
  await tryLogs([journal]);
  const keep = logKeeper(journal, ['hunter22']);
  await keep('treated', 'db', 'the password is hunter22');
  const logs = join(folder.path, 'a.logs');
  expect(await readFile(join(logs, 'treated-db.log'), 'utf8')).toBe('the password is ***');
  await rm(logs, { recursive: true });
  await writeFile(logs, '');
  await expect(tryLogs([journal])).rejects.toThrow(UsageError);
  await expect(keep('treated', 'db', '')).rejects.toThrow(HarnessError);
  await expect(keep('treated', 'db', '')).rejects.toThrow(`cannot be kept in ${logs}: `);
});
