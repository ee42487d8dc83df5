import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { repository, runDrill } from '../support/cli.ts';
import { PRESKOOL, preskoolDrills } from '../support/preskool.ts';

test('for each drill there stands what it must say', () => {
  const files = readdirSync(repository('drills/preskool'))
    .filter(
      (file) => file.endsWith('.yaml') && !['compose.yaml', 'expected.yaml', 'monitored.yaml'].includes(file),
    )
    .map((file) => file.replace(/\.yaml$/, ''));
  expect(files.sort()).toEqual(Object.keys(PRESKOOL).sort());
});

test.concurrent.each(preskoolDrills())('our own runbook: %s', async (drill) => {
  const { result } = await runDrill(`drills/preskool/${drill}.yaml`);
  expect({ verdict: result.verdict, reasons: result.reasons }).toMatchObject({
    verdict: PRESKOOL[drill]?.runbook,
  });
  expect(result).toMatchObject({
    control: { ran: true, recovered: false },
    measures: { lostWrites: 0, ackedWrites: expect.any(Number) as number },
  });
});
