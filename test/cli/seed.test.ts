import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository, runDrill } from '../support/cli.ts';
import { canRun } from '../support/require.ts';

/** A real team's runbook, as it is: mojibake, grep over `docker ps`, a branch for another environment. Not part of the project. */
const seed = resolve(
  repository('.'),
  process.env.DRILLBOOK_SHARED ?? '../shared',
  'seeds/000_959c7225dc1b23c9.txt',
);

const missing = existsSync(seed) ? undefined : `there is no ${seed}`;

describe.runIf(canRun('the drills with a real team’s runbook', missing))(
  'a real team’s runbook, as it is',
  () => {
    test.concurrent('PostgresDown: its restart brings the system back', async () => {
      const { exitCode, result } = await runDrill(
        'drills/preskool/postgresql-down.yaml',
        '--runbook',
        `${seed}#PostgresDown`,
      );
      expect(result.verdict).toBe('pass');
      const skipped = result.steps.filter(({ status }) => status === 'skipped');
      expect(skipped.map(({ command, reason }) => [command.split(' ')[0], reason])).toEqual([
        ['aws', 'AWS RDS (Production): not the environment of this drill'],
        ['aws', 'AWS RDS (Production): not the environment of this drill'],
      ]);
      expect(exitCode).toBe(0);
    });

    test.concurrent('without a name, each drill keeps its own procedure', async () => {
      const { result } = await runDrill('drills/preskool/pool-exhaustion.yaml', '--runbook', seed);
      expect(result.verdict).toBe('pass');
    });

    test.concurrent('sessions idle in transaction: its statement terminates none of them', async () => {
      const { exitCode, result } = await runDrill(
        'test/fixtures/drills/seed/pool-in-transaction.yaml',
        '--runbook',
        seed,
      );
      expect(result).toMatchObject({ verdict: 'fail', reasons: [{ code: 'not-recovered' }] });
      expect(result.reasons[0]?.message).toContain('terminated 0 sessions; pool still full');
      expect(exitCode).toBe(1);
    });
  },
);
