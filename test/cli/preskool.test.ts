import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, runDrill } from '../support/cli.ts';
import { PRESKOOL, preskoolDrills, variablesFor } from '../support/preskool.ts';
import { canRun } from '../support/require.ts';
import { shared, sharedMissing } from '../support/shared.ts';

/** A real team's runbook, as it is: mojibake, grep over `docker ps`, a branch for another environment. Not part of the project. */
const seed = join(shared, 'seeds/000_959c7225dc1b23c9.txt');

test('for each drill there stands what it must say', () => {
  const files = readdirSync(repository('drills/preskool'))
    .filter(
      (file) => file.endsWith('.yaml') && !['compose.yaml', 'expected.yaml', 'monitored.yaml'].includes(file),
    )
    .map((file) => file.replace(/\.yaml$/, ''));
  expect(files.sort()).toEqual(Object.keys(PRESKOOL).sort());
});

const withTheTeams = (): void => {
  test.concurrent.each(preskoolDrills())('the team’s own runbook: %s', async (drill) => {
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
};

// Without a suite between them, they run beside those of our own: some wait for a minute and a half.
if (canRun('the drills with a real team’s runbook', sharedMissing('seeds'))) withTheTeams();

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
