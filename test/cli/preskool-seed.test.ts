import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runDrill } from '../support/cli.ts';
import { PRESKOOL, preskoolDrills, variablesFor } from '../support/preskool.ts';
import { canRun } from '../support/require.ts';
import { shared, sharedMissing } from '../support/shared.ts';

/** A real team's runbook, as it is. Not part of the project. */
const seed = join(shared, 'seeds/000_959c7225dc1b23c9.txt');

describe.runIf(canRun('the drills with a real team’s runbook', sharedMissing('seeds')))(
  'the team’s own runbook',
  () => {
    test.concurrent.each(preskoolDrills())('%s', async (drill) => {
      const expected = PRESKOOL[drill]?.seed;
      const { result } = await runDrill(
        `drills/preskool/${drill}.yaml`,
        '--runbook',
        seed,
        ...variablesFor(drill),
      );
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
