import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRunbook } from './parse.ts';
import { runbookJsonSchema, runbookSchema } from './schema.ts';

test('what is read fits the schema', () => {
  const runbook = parseRunbook(
    readFileSync(new URL('../../test/fixtures/runbooks/alerts.md', import.meta.url)),
    'alerts.md',
  );
  expect(runbookSchema.safeParse(runbook).error?.issues).toBeUndefined();
});

test('the published schema is current (drillbook schema runbook > schema/runbook.json)', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../../schema/runbook.json', import.meta.url), 'utf8'),
  );
  expect(published).toEqual(runbookJsonSchema());
});
