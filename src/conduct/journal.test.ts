import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary.ts';
import type { DrillEvent } from '../core/event.ts';
import { openJournal } from './journal.ts';

it('tells what it wrote as a reader of the journal will read it', async () => {
  await using folder = await temporaryFolder();
  const told: DrillEvent[] = [];
  using journal = openJournal(join(folder.path, 'x.jsonl'), {
    secrets: ['hunter22'],
    onEvent: (event) => told.push(event),
  });
  const seen = '503: \u001b]0;hunter22\u0007';
  journal.emit({ type: 'sample', arm: 'treated', probe: 'app', begun: 0, at: 1, ok: false, seen });
  expect(told).toMatchObject([{ type: 'sample', probe: 'app', seen: '503: \ufffd]0;***\ufffd' }]);
  // Nothing is lost of what was seen.
  expect(JSON.parse(journal.text())).toMatchObject({ seen: '503: \u001b]0;***\u0007' });
});
