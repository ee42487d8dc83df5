import { describe, expect, test } from 'vitest';
import { sandboxBackend } from '../../src/environment/sandbox/backend.ts';
import { drillbook, runDrill } from '../support/cli.ts';
import { canRun } from '../support/require.ts';

const tools = await sandboxBackend.tools(['prometheus'], { services: [] } as never);
const missing = tools.has('prometheus') ? undefined : 'there is no prometheus';

const drill = (name: string): string => `test/fixtures/drills/alerts/${name}.yaml`;

const run = async (name: string) => {
  const { result, journal } = await runDrill(drill(name), '--no-control');
  return {
    verdict: result.verdict,
    reasons: result.reasons.map(({ code }) => code),
    notes: result.notes.map(({ code }) => code).filter((code) => code !== 'no-control'),
    detectMs: result.measures.detectMs,
    journal,
  };
};

describe.runIf(canRun('alerts of a real Prometheus', missing))('alerts of a real Prometheus', () => {
  // What waits longest first.
  test.concurrent('an alert that fires in a healthy system proves nothing', async () => {
    expect(await run('too-eager')).toMatchObject({
      verdict: 'inconclusive',
      reasons: ['alert-before-fault'],
    });
  });

  test.concurrent('a promise to detect is not kept where no alert fires', async () => {
    expect(await run('app-down-only')).toMatchObject({ verdict: 'fail', reasons: ['alert-silent'] });
  });

  test.concurrent('the time to detect is when the alert fires', async () => {
    const { verdict, notes, detectMs, journal } = await run('postgresql-down');
    expect({ verdict, notes }).toEqual({ verdict: 'pass', notes: ['alerts-sped-up'] });
    expect(journal).toContain('"type":"alert","arm":"treated","alert":"PostgresDown","state":"firing"');
    // The rule waits for a second, sped up.
    expect(detectMs).toBeGreaterThan(1000);
  });

  test.concurrent('another alert than the one that the runbook answers is noted', async () => {
    expect(await run('other-name')).toMatchObject({
      verdict: 'pass',
      notes: ['alert-other', 'alerts-sped-up'],
    });
  });

  test('rules that Prometheus does not take are told before anything is started', async () => {
    const { exitCode, stderr } = await drillbook(['run', drill('half')]);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(
      /half\.yaml:4:\d+ error Prometheus does not take \S+half\.yml: .*5:\d+.*parse error/,
    );
  });
});
