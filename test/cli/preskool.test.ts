import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, runDrill } from '../support/cli.ts';
import { PRESKOOL, preskoolDrills, variablesFor } from '../support/preskool.ts';
import { canRun } from '../support/require.ts';
import { shared, sharedMissing } from '../support/shared.ts';

/** A real team's runbook, as it is. Not part of the project. */
const seed = join(shared, 'seeds/000_959c7225dc1b23c9.txt');

const fileOf = (drill: string): string => `drills/preskool/${drill}.yaml`;

test('for each drill there stands what it must say', () => {
  const files = readdirSync(repository('drills/preskool'))
    .filter(
      (file) => file.endsWith('.yaml') && !['compose.yaml', 'expected.yaml', 'monitored.yaml'].includes(file),
    )
    .map((file) => file.replace(/\.yaml$/, ''));
  expect(files.sort()).toEqual(Object.keys(PRESKOOL).sort());
});

describe('our own runbook', () => {
  test.concurrent.each(preskoolDrills())('%s', async (drill) => {
    const { result } = await runDrill(fileOf(drill));
    expect({ verdict: result.verdict, reasons: result.reasons }).toMatchObject({
      verdict: PRESKOOL[drill]?.runbook,
    });
    expect(result).toMatchObject({
      control: { ran: true, recovered: false },
      measures: { lostWrites: 0, ackedWrites: expect.any(Number) as number },
    });
  });
});

describe.runIf(canRun('the drills with a real team’s runbook', sharedMissing('seeds')))(
  'the team’s own runbook',
  () => {
    test.concurrent.each(preskoolDrills())('%s', async (drill) => {
      const expected = PRESKOOL[drill]?.seed;
      const { result } = await runDrill(fileOf(drill), '--runbook', seed, ...variablesFor(drill));
      const found = {
        verdict: result.verdict,
        ...(result.verdict === 'fail' && { reason: result.reasons[0]?.code }),
        commands: Object.fromEntries(
          Object.keys(expected?.commands ?? {}).map((line) => [
            line,
            result.steps.find(({ lines }) => String(lines[0]) === line)?.status,
          ]),
        ),
      };
      expect(found).toEqual({
        verdict: expected?.verdict,
        ...(expected?.reason !== undefined && { reason: expected.reason }),
        commands: expected?.commands ?? {},
      });
    });
  },
);
